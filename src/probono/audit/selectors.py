"""Reads of the audit log."""

from django.db.models import QuerySet

from probono.audit.models import Entry


def about(handle: str) -> QuerySet[Entry]:
    """What was done with one thing, newest first."""
    return Entry.objects.filter(handle=handle).order_by("-seq")


def last() -> Entry | None:
    """The newest row."""
    return Entry.objects.order_by("-seq").first()
