"""`python tests/readers/candidate.py NAME...` writes NAME.json beside NAME.txt for a person to check against the sheet, by eye."""

import json
import sys
from pathlib import Path
from typing import Any

from vacatur.reading import read_file
from vacatur.records.as_json import record_json
from vacatur.records.item import Item
from vacatur.records.items import items_of

HERE = Path(__file__).parent


def item_json(item: Item) -> dict[str, Any]:
    """What a lawyer would check of an item; the rest stands in the record already."""
    return {
        "kind": item.kind.value,
        "number": item.number,
        "count": item.count,
        "charge": f"{item.code} {item.section}" if item.section else None,
        "level": item.level.value if item.level else None,
        "conviction_level": item.conviction_level.value if item.conviction_level else None,
        "date": item.date.isoformat() if item.date else None,
        "date_is": item.date_is.value,
        "agency": item.agency,
        "arresting_agency": item.arresting_agency,
        "name_code": item.name_code,
        "dispositions": [disposition.kind.value for disposition in item.dispositions],
        "sentence": [part.text for part in item.sentence],
        "juvenile": item.juvenile,
        "strike_banner": item.strike_banner,
        "notes": list(item.notes),
    }


def read(sheet: Path) -> dict[str, Any]:
    """The record and the items of a sheet, as the expected files hold them."""
    record = read_file(sheet)
    return {"fictional": True, "record": record_json(record), "items": [item_json(item) for item in items_of(record)]}


def main(names: list[str]) -> None:
    """Write the candidates."""
    for name in names:
        text = json.dumps(read(HERE / f"{name}.txt"), indent=1, ensure_ascii=False) + "\n"
        (HERE / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
