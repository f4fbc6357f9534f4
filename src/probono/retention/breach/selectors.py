"""Reads of breaches. The list of matters comes from the audit log, by the marks that stand for them while their keys live."""

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from probono.accounts import gate
from probono.accounts.data_classes import Verb
from probono.accounts.handles import handle_of
from probono.accounts.selectors import is_officer
from probono.audit import selectors as log
from probono.retention.breach.models import Affected, Breach, DueDay
from probono.retention.legal.selectors import Named, matters_named

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


def reached(
    actor: "Account", *, account_id: UUID | None, since: dt.datetime, until: dt.datetime
) -> tuple[list[tuple[Named, int]], int]:
    """The matters that the log's rows of a time point at, with how many rows; and how many rows point at what no key names.

    A mark is turned back by computing the mark of every matter there is: nothing of any of them is opened.
    """
    counts = Counter(log.handles(actor=account_id, since=since, until=until))
    found = [(one, counts.pop(handle_of(one.matter_id, one.matter_id), 0)) for one in matters_named(actor)]
    return [(one, count) for one, count in found if count], sum(counts.values())
