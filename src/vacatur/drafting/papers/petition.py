"""The verified petition (Pen. Code, §§ 236.14, subd. (b), 236.15, subd. (b))."""

from vacatur.drafting.asking import missing_in
from vacatur.drafting.assemble import Scope
from vacatur.drafting.blocks import Inline, Inlines, Paper, SignatureBlock, Text
from vacatur.drafting.captions import initials
from vacatur.drafting.matter import Matter
from vacatur.drafting.numbering import places
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.rows import count_table
from vacatur.drafting.scopes import loops, matter_scope


def petition(matter: Matter) -> Paper:
    """The petition with every ground and all evidence, its count table, its prayer and its verification."""
    here = Scope(
        values={"unapproved": _unapproved(matter)},
        slots={
            "table": count_table(matter, matter.rows),
            "petitioner_signature": (SignatureBlock((initials(matter.facts.petitioner),), "Petitioner", place=True),),
        },
    )
    return pleading(matter, "petition", here.within(matter_scope(matter)), loops(matter))


def _unapproved(matter: Matter) -> Inlines:
    """A bracket in the verification for every table of facts that the client has not approved."""
    found: list[Inline] = []
    for place in places(matter):
        if place.told is not None and place.told.attested.approved is not True:
            found += [Text(" "), missing_in(place, "approved")]
    return tuple(found)
