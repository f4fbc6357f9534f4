"""The petitioner's declaration: only approved facts, first person, in the order of time, by initials (Code Civ. Proc., § 2015.5)."""

import datetime as dt
from collections.abc import Iterator

from vacatur.drafting.assemble import Scope
from vacatur.drafting.blocks import Block, Paper, Paragraph, SignatureBlock
from vacatur.drafting.captions import initials
from vacatur.drafting.matter import VIOLENCE, Matter, Period, Row
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.scopes import matter_scope, period_scope, row_scope
from vacatur.drafting.telling import told
from vacatur.records.facts import Never

_Dated = tuple[dt.date, int, Scope]


def declaration(matter: Matter) -> Paper:
    """The declaration. What is not approved stands as a bracket, never as words."""
    signature = SignatureBlock((initials(matter.facts.petitioner),), "Petitioner", place=True)
    here = Scope(slots={"signature": (signature,)})
    return pleading(matter, "declaration", here.within(matter_scope(matter)), {"story": story(matter)})


def story(matter: Matter) -> tuple[Scope, ...]:
    """The parts of the story by their day; a part without a day comes last."""
    parts = [*_of_periods(matter), *_of_rows(matter)]
    return tuple(scope for _, _, scope in sorted(parts, key=lambda part: part[:2]))


def _of_periods(matter: Matter) -> Iterator[_Dated]:
    for period in matter.periods:
        approved = period.told.attested.approved is True
        yield (
            period.told.start or dt.date.min,
            0,
            _part(matter, period, "account", "period" if approved else "unapproved"),
        )
        if not approved:
            continue
        sought = period.told.sought_services
        if isinstance(sought, Never):
            yield dt.date.max, 2, _part(matter, period, None, "never_sought")
        else:
            yield sought or dt.date.max, 2, _part(matter, period, None, "sought")
        if period.relief == VIOLENCE:
            yield dt.date.max, 3, _part(matter, period, "why_now", "why_now")
            yield dt.date.max, 4, _part(matter, period, "why_confidential", "why_confidential")


def _of_rows(matter: Matter) -> Iterator[_Dated]:
    for row in matter.rows:
        unapproved = row.told is not None and row.told.attested.approved is not True
        kind = "unapproved" if unapproved else "row"
        yield row.act_day or dt.date.max, 1, _part(matter, row, "account", kind)


def _part(matter: Matter, place: Period | Row, name: str | None, kind: str) -> Scope:
    outer = period_scope(matter, place) if isinstance(place, Period) else row_scope(matter, place)
    paragraphs: tuple[Block, ...] = ()
    if name is not None:
        paragraphs = tuple(Paragraph(inlines, numbered=True) for inlines in told(matter, place, name))
    values = {"unapproved": told(matter, place, "account")[0]} if kind == "unapproved" else {}
    return Scope(values, frozenset({f"story:{kind}"}), {"account": paragraphs}).within(outer)
