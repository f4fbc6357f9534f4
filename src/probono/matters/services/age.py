"""Whether a client is a minor on a day, by the birth date a matter knows. The date itself is told to nobody."""

import datetime as dt
from typing import Any
from uuid import UUID

from probono.accounts.walls import machinery
from probono.matters.models import FactSheet, RecordVersion
from probono.matters.services.library import law
from vacatur.law.errors import LawError
from vacatur.law.majority import is_minor


def is_minor_on(matter_id: UUID, day: dt.date) -> bool | None:
    """What somebody attested under Facts is believed before what a sheet says. None where no date is known, where the dates of
    a sheet do not agree about it, or where the law data says nothing of the day.
    """
    try:
        found = {is_minor(born, day, law()) for born in _births(matter_id)}
    except LawError:
        return None
    return found.pop() if len(found) == 1 else None


def _births(matter_id: UUID) -> list[dt.date]:
    with machinery(matter_id):
        facts = FactSheet.objects.filter(matter_id=matter_id).order_by("-number").first()
        told = _days([facts.document.get("petitioner", {}).get("birth_date")] if facts else [])
        if told:
            return told
        record = RecordVersion.objects.filter(matter_id=matter_id).order_by("-number").first()
        return _days(record.document["person"]["birth_dates"] if record else [])


def _days(kept: list[Any]) -> list[dt.date]:
    return [dt.date.fromisoformat(one) if isinstance(one, str) else one for one in kept if one]
