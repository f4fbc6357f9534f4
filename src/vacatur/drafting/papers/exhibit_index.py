"""The exhibit index: every exhibit by number, and a visible slot for evidence that is still missing."""

from vacatur.drafting.assemble import Scope
from vacatur.drafting.blocks import Block, Paper, Table, Text
from vacatur.drafting.days import listed
from vacatur.drafting.matter import Matter
from vacatur.drafting.numbering import Exhibit, exhibits
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.scopes import matter_scope


def exhibit_index(matter: Matter) -> Paper:
    """The index."""
    known = exhibits(matter)
    here = Scope(flags=frozenset({"exhibits"} if known else ()), slots={"table": _table(known)})
    return pleading(matter, "exhibits", here.within(matter_scope(matter)), id_="exhibit-index")


def _table(known: tuple[Exhibit, ...]) -> tuple[Block, ...]:
    if not known:
        return ()
    rows = tuple(
        (
            (Text(str(exhibit.number) if exhibit.number else "To come"),),
            exhibit.name,
            (Text(listed(tuple(dict.fromkeys(exhibit.shows)))),),
        )
        for exhibit in known
    )
    return (Table("Exhibits", ("Exhibit", "What it is", "Offered for"), rows, (0.13, 0.55, 0.32)),)
