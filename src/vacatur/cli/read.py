"""`vacatur read FILE...`: what the sheets say."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from vacatur.cli import today
from vacatur.kit.errors import InputError

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="RAP sheets: PDF with a text layer, or text.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")]


def read(files: Files, as_json: AsJson = False) -> None:
    """Read RAP sheets and print what they say.

    One FILE prints its record. Several print one JSON object a line, each with the record's keys or an `error`.
    """
    if len(files) > 1:
        _read_many(files)
    else:
        _read_one(files[0], as_json)


def _read_one(file: Path, as_json: bool) -> None:
    from vacatur.reading import read_file

    record = read_file(file, today=today.today())
    if as_json:
        from vacatur.records.as_json import record_json

        print(json.dumps(record_json(record), ensure_ascii=False, indent=2))
        return
    from vacatur.cli.show_record import show_record

    print("\n".join(show_record(record)))


def _read_many(files: list[Path]) -> None:
    failed = False
    for file in files:
        line = _line(file)
        failed = failed or "error" in line
        print(json.dumps(line, ensure_ascii=False), flush=True)
    if failed:
        raise InputError("At least one file could not be read; its line says why.")


def _line(file: Path) -> dict[str, Any]:
    from vacatur.reading import read_file
    from vacatur.records.as_json import record_json

    try:
        record = read_file(file, today=today.today())
    except InputError as error:
        return {"file": str(file), "error": error.sentence}
    except Exception as error:  # one file must never stop the others
        return {
            "file": str(file),
            "error": f"The reader failed on this file ({type(error).__name__}); please report it.",
        }
    return record_json(record) | {"file": str(file)}
