"""Reads of the audit log."""

from collections.abc import Collection

from django.db.models import QuerySet

from probono.audit.models import Entry


def about(handles: Collection[str], *, without: Collection[str] = ()) -> QuerySet[Entry]:
    """What was done with a thing, newest first; `without` the classes of data that have a list of their own."""
    return Entry.objects.filter(handle__in=handles).exclude(data_class__in=without).order_by("-seq")


def last() -> Entry | None:
    """The newest row."""
    return Entry.objects.order_by("-seq").first()
