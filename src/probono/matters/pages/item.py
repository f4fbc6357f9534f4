"""The page of one item's facts."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.http import Http404

from probono.matters import selectors
from probono.matters.models import ItemRow, Matter
from probono.matters.pages.facts import missing
from probono.matters.services import timeline
from probono.matters.services.law_words import prosecutor_choices

if TYPE_CHECKING:
    from probono.accounts.models import Account


def item_page(actor: "Account", matter: Matter, item_key: str, document: dict[str, Any]) -> dict[str, Any]:
    """What the sheet says of the item, what opposing counsel would ask first, and what the findings still miss."""
    row = next((each for each in selectors.items_of(actor, matter) if each.item_key == item_key), None)
    version = selectors.newest_record(actor, matter)
    if row is None or version is None:
        raise Http404
    sheet = next(each for each in timeline.worksheets(version, document) if each.item.id == item_key)
    return {
        "row": row,
        "weak_points": [point.value for point in sheet.weak_points],
        "missing": [each for each in missing(actor, matter) if each["item"] == item_key],
        "prosecutors": prosecutor_choices(row.county),
        "known_days": _known_days(row),
    }


def _known_days(row: ItemRow) -> list[dt.date]:
    days = (row.document["arrest_date"], row.document["court_date"])
    return [dt.date.fromisoformat(day) for day in days if day]
