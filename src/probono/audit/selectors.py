"""Reads of the audit log."""

import datetime as dt
from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import QuerySet

from probono.audit.actions import Outcome
from probono.audit.models import Entry


def about(handles: Collection[str], *, without: Collection[str] = ()) -> QuerySet[Entry]:
    """What was done with a thing, newest first; `without` the classes of data that have a list of their own."""
    return Entry.objects.filter(handle__in=handles).exclude(data_class__in=without).order_by("-seq")


def handles(*, actor: UUID | None, since: dt.datetime, until: dt.datetime) -> Iterator[str]:
    """The handle of every row of a time that shows or changes something of a client, by one actor or by anybody. What was
    refused or failed showed nothing.
    """
    rows = Entry.objects.filter(at__gte=since.replace(microsecond=0), at__lte=until).exclude(handle="")
    rows = rows.filter(outcome__in=[Outcome.DONE, Outcome.BEGUN])
    return (rows.filter(actor=actor) if actor else rows).values_list("handle", flat=True).iterator()


def last() -> Entry | None:
    """The newest row."""
    return Entry.objects.order_by("-seq").first()
