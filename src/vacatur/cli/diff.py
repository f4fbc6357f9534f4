"""`vacatur diff OLD NEW`: what changed between two readings of one person's record."""

from pathlib import Path
from typing import Annotated

import typer

from vacatur.cli import today

Old = Annotated[Path, typer.Argument(metavar="OLD", help="The earlier sheet.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The later sheet.")]


def diff(old: Old, new: New) -> None:
    """Compare two sheets of one person: what is gone, what is new, what changed and what stayed."""
    from vacatur.reading import read_file
    from vacatur.tracking import compare

    day = today.today()
    comparison = compare(read_file(old, today=day), read_file(new, today=day))
    print("\n".join(comparison.lines()))
