"""Who opened this file: the audit log of one matter, in words, for officers to read and for the client to be given."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts import selectors as people
from probono.accounts.handles import handle_of
from probono.accounts.roles import Role
from probono.audit import selectors as audit
from probono.audit.actions import Action, Outcome, Reason
from probono.matters.acts import APART, BY_THE_CLIENT, DONE, ENDED, REASONS, TRIED, what_of
from probono.matters.models import Matter
from probono.matters.pages.frame import frame
from probono.people.selectors import client_for

if TYPE_CHECKING:
    from probono.accounts.models import Account

_untold: list[Callable[[UUID], Collection[str]]] = []
A_PAGE = 50
"""Acts on one page."""
NAMES_A_PERSON = (Action.GRANT, Action.END_GRANT, Action.DENY, Action.END_DENY, Action.BREAK_GLASS)
"""Their row says, as a handle, for whom access was changed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One act in words. `at` is an instant; `reason` is empty where none was asked."""

    at: dt.datetime
    person: str
    organisation: str
    done: str
    what: str
    outcome: str
    went: bool
    refused: bool
    reason: str

    @property
    def day(self) -> dt.date:
        """The day it was where the program works."""
        return timezone.localdate(self.at)


@dataclass(frozen=True, slots=True)
class Told:
    """Acts of one day that read the same, told once. `times` is how many they were."""

    first: Line
    times: int


def opened_page(actor: "Account", matter: Matter, page: str | None) -> dict[str, Any]:
    """One page of the acts, newest first. Those of which the client may not be told are the officers' alone."""
    left_out, officer = _left_out(matter), people.is_officer(actor)
    entries = _entries(matter) if officer else _entries(matter).exclude(action__in=left_out)
    shown = Paginator(entries, A_PAGE).get_page(page)
    return frame(actor, matter, "opened") | {
        "shown": shown,
        "count": shown.paginator.count,
        "lines": list(_lines(list(shown.object_list))),
        "has_untold": officer and bool(left_out),
    }


def untold(acts: Callable[[UUID], Collection[str]]) -> None:
    """An upper app says, for a matter, of which acts the client may not be told because counsel says so."""
    _untold.append(acts)


def printed_page(matter: Matter, *, language: str) -> dict[str, Any]:
    """Every act for the client's own paper, day by day, with what repeats told once. No name of hers, and no number."""
    told = _entries(matter).exclude(outcome=Outcome.BEGUN).exclude(action__in=_left_out(matter))
    lines = list(_lines(list(told)))
    days = [(day, _gathered(acts)) for day, acts in groupby(lines, key=lambda line: line.day)]
    return {"matter": matter, "days": days, "count": len(lines), "paper_language": language}


def language_for(actor: "Account", matter: Matter, asked: str, known: Collection[str]) -> str:
    """The language that was asked for, else the client's own where the actor may know who she is, else English."""
    client = client_for(actor, matter.client_id)
    wanted = (asked, client.language if client else "")
    return next((code for code in wanted if code in known), "en")


def _left_out(matter: Matter) -> set[str]:
    return {action for acts in _untold for action in acts(matter.pk)}


def _entries(matter: Matter) -> QuerySet[Any]:
    handles = [handle_of(subject, subject) for subject in (matter.pk, matter.client_id)]
    return audit.about(handles, without=APART)


def _gathered(lines: Iterable[Line]) -> list[Told]:
    found: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        key = (line.person, line.organisation, line.done, line.what, line.outcome, line.reason)
        found.setdefault(key, []).append(line)
    return [Told(alike[-1], len(alike)) for alike in found.values()]


def _lines(entries: list[Any]) -> Iterator[Line]:
    known = {one.pk: one for one in people.people_ever({entry.actor for entry in entries if entry.actor})}
    marked = _marked(entries)
    for entry in entries:
        yield Line(
            at=entry.at,
            person=_person(entry, known),
            organisation=_organisation(known.get(entry.actor), timezone.localdate(entry.at)),
            done=str(TRIED if entry.outcome == Outcome.REFUSED else DONE[Action(entry.action)]),
            what=marked.get(entry.part, "")
            if entry.action in NAMES_A_PERSON
            else what_of(entry.route, entry.data_class),
            outcome=str(ENDED[Outcome(entry.outcome)]),
            went=entry.outcome in (Outcome.DONE, Outcome.BEGUN),
            refused=entry.outcome == Outcome.REFUSED,
            reason=str(REASONS[Reason(entry.reason)]) if entry.reason else "",
        )


def _marked(entries: Iterable[Any]) -> dict[str, str]:
    """For acts about a person's access: her name by the handle that stands for her."""
    if not any(entry.action in NAMES_A_PERSON for entry in entries):
        return {}
    return {handle_of("program", one.pk): one.name for one in people.people_ever()}


def _person(entry: Any, known: dict[UUID, "Account"]) -> str:
    if entry.route in BY_THE_CLIENT:
        return _("The client herself")
    if entry.actor is None:
        return _("The site itself")
    account = known.get(entry.actor)
    if account is None:
        return _("A person who is no longer here")
    if any(one.role == Role.CLIENT for one in account.memberships.all()):
        return _("The client herself")
    return account.name


def _organisation(account: "Account | None", day: dt.date) -> str:
    """Where she worked on that day; where that is not known, everywhere she ever did."""
    if account is None:
        return ""
    held = [one for one in account.memberships.all() if one.role != Role.CLIENT]
    then = [one for one in held if one.starts <= day and (one.until is None or day < one.until)]
    return ", ".join(dict.fromkeys(one.organisation.name for one in then or held))
