"""The notice of petition: the hearing is a typed blank, for the clerk gives it."""

from vacatur.drafting.assemble import Scope
from vacatur.drafting.blocks import HearingBlank, Paper
from vacatur.drafting.matter import Matter
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.scopes import matter_scope


def notice(matter: Matter) -> Paper:
    """The notice to the court and to every prosecuting agency."""
    here = Scope(slots={"hearing": (HearingBlank(("Date:", "Time:", "Department:")),)})
    return pleading(matter, "notice", here.within(matter_scope(matter)))
