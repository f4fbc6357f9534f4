"""The README's client before and after the order: the two sheets that lie in demo/readme, printed by the generator.

`python -m demo.story` writes them anew after a change of her file or of the generator.
"""

from dataclasses import replace
from pathlib import Path

from demo.docket import README, README_SLUG
from demo.load import PEOPLE, load_person
from demo.model import FictionalPerson
from demo.sheet import sheet_text

AFTER_DATE = "20261102"
STILL_THERE = (0, 3)
"""What the later sheet shows: the arrest of 2013, which one agency has not sealed yet, and the case nobody asked to vacate."""


def after_order(person: FictionalPerson) -> FictionalPerson:
    """The same person on a sheet asked for some months after the order."""
    return replace(person, cycles=tuple(person.cycles[place] for place in STILL_THERE), sheet_date=AFTER_DATE)


def sheets() -> dict[str, str]:
    """The committed sheets by file name."""
    person = load_person(PEOPLE / f"{README_SLUG}.toml")
    return {"sheet.txt": sheet_text(person), "sheet-after.txt": sheet_text(after_order(person))}


def write(folder: Path = README) -> None:
    """Write both sheets."""
    for name, text in sheets().items():
        (folder / name).write_text(text, encoding="ascii")


if __name__ == "__main__":
    write()
