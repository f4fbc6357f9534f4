"""`vacatur screen FILE`: what the law says of each item on the sheet."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vacatur.cli import today
from vacatur.cli.days import as_of_option

if TYPE_CHECKING:
    from vacatur.records.facts import Facts

File = Annotated[Path, typer.Argument(metavar="FILE", help="One RAP sheet: PDF with a text layer, or text.")]
FactsFile = Annotated[Path | None, typer.Option("--facts", metavar="FACTS", help="What was attested: a FACTS.toml.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DAY", help="The day asked about, as YYYY-MM-DD.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")]
Short = Annotated[bool, typer.Option("--short", help="Only the outcome of each relief, without reasons.")]


def screen(file: File, as_of: AsOf, facts: FactsFile = None, as_json: AsJson = False, short: Short = False) -> None:
    """Say for each item which relief is open, closed or not open yet, with the reasons and their citations.

    The findings are advice to a lawyer, never a decision.
    """
    day = as_of_option(as_of)
    known = facts_from(facts, day)
    from vacatur.law import pack
    from vacatur.reading import read_file
    from vacatur.screening.engine import screen as find

    screening = find(read_file(file, today=today.today()), known, day, pack())
    if as_json:
        from vacatur.screening.as_json import screening_json

        print(json.dumps(screening_json(screening), ensure_ascii=False, indent=2))
        return
    from vacatur.cli.show_screening import short_screening, show_screening

    show = short_screening if short else show_screening
    print("\n".join(show(screening, pack())))


def facts_from(path: Path | None, as_of: date) -> "Facts":
    """The facts in `path`; without a path nothing is known."""
    from vacatur.records.facts import Facts

    if path is None:
        return Facts()
    from vacatur.reading.facts import read_facts

    return read_facts(path, as_of=as_of)
