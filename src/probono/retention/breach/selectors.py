"""Reads of breaches. The list of matters comes from the audit log, by the marks that stand for them while their keys live."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from probono.accounts import gate, walls
from probono.accounts.data_classes import Verb
from probono.accounts.handles import handle_of
from probono.accounts.selectors import is_officer
from probono.audit import selectors as log
from probono.matters import selectors as matters
from probono.retention.breach.models import Affected, Breach, DueDay
from probono.vault import keystore

if TYPE_CHECKING:
    from probono.accounts.models import Account


def breaches_of(actor: "Account") -> QuerySet[Breach]:
    """Every breach, for an officer; the newest first."""
    rows = Breach.objects.all() if is_officer(actor) else Breach.objects.none()
    return rows.select_related("account", "opened_by").order_by("-noticed_at", "id")


def breach_for(actor: "Account", pk: UUID) -> Breach:
    """One breach, or "no such page"."""
    found = breaches_of(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def affected_of(actor: "Account", breach: Breach) -> list[Affected]:
    """The matters on the list of a breach, the most looked at first."""
    rows = gate.visible(actor, Affected, Verb.WRITE).filter(breach=breach)
    return list(rows.select_related("talker", "told_by").order_by("-acts", "id"))


def affected_for(actor: "Account", pk: UUID) -> Affected:
    """One of them, or "no such page"."""
    return gate.get(actor, Affected, pk, Verb.WRITE)


def due_days_of(breach: Breach) -> dict[str, DueDay]:
    """The days counsel entered, by the duty."""
    return {one.flag: one for one in breach.due_days.select_related("entered_by", "done_by")}


def waiting_elsewhere(actor: "Account", breach: Breach) -> int:
    """How many clients on the list were not told and are hidden from this officer: a number, for the other officer's sake."""
    mine = sum(one.told_at is None for one in affected_of(actor, breach))
    return walls.waiting(Affected, breach.pk) - mine


@dataclass(frozen=True, slots=True)
class Reached:
    """One matter that the log points at, by ids alone, and with how many rows."""

    matter_id: UUID
    client_id: UUID
    acts: int


def reached(*, account_id: UUID | None, since: dt.datetime, until: dt.datetime | None) -> tuple[list[Reached], int]:
    """The matters that the log's rows of a time point at, whoever may see them; and how many rows point at what no key names.

    A mark is turned back by computing the mark of everything whose key lives: nothing of any of it is opened. An end is written
    down to the minute, and the whole minute counts; without one the time goes on until now.
    """
    until = (until or timezone.now()).replace(second=59, microsecond=999_999)
    counts = Counter(log.handles(actor=account_id, since=since, until=until))
    found = []
    for subject in keystore.subjects() if counts else ():
        mark = handle_of(subject, subject)
        if mark in counts and (whose := _whose(UUID(subject))):
            found.append(Reached(UUID(subject), whose, counts.pop(mark)))
    return found, counts.total()


def _whose(matter_id: UUID) -> UUID | None:
    """The client of a matter; nothing where the id is a client's own."""
    with walls.machinery(matter_id):
        subject = matters.subject_of(matter_id)
    return subject.client_id if subject else None
