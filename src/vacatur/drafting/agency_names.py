"""How the papers name an agency: by the law data, else as attested; a short form of the sheet alone is never printed."""

from vacatur.drafting.agency_keys import agency_key
from vacatur.drafting.blocks import Fact, Inline, Missing
from vacatur.drafting.captions import source
from vacatur.drafting.matter import Matter
from vacatur.drafting.telling import said_by
from vacatur.drafting.wording import table
from vacatur.records.source import Source


def agency_name(matter: Matter, printed: str, place: Source | None, key: str | None = None) -> Inline:
    """The agency behind a short form of the sheet, or the bracket that asks for its name. `place` is where the sheet has it;
    `key` another key for the merged name than the agency's own.
    """
    known = matter.pack.agency(printed)
    if known is not None:
        return Fact(key or agency_key(printed), known.name, source(matter, place) if place else matter.record.file)
    plain = _plain(printed)
    told = next((one for one in matter.facts.agencies if _plain(one.printed) == plain), None)
    if told is not None:
        return Fact(key or agency_key(printed), told.name, said_by(told.attested))
    return Missing(agency_key(printed), table("questions")["question"]["agency.name"]["label"].format(printed=plain))


def bound(matter: Matter, printed: str) -> bool:
    """Whether a state court's order reaches the agency: not a federal one."""
    known = matter.pack.agency(printed)
    return known is None or known.bound


def _plain(printed: str) -> str:
    return " ".join(printed.upper().split())
