"""The pages of earlier versions: who saved each, when, what it changed; and one of them, read-only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404

from probono.accounts import gate
from probono.accounts.data_classes import DataClass
from probono.matters import policies, selectors
from probono.matters.models import FactSheet, Matter
from probono.matters.pages.facts_words import Difference, View, differences, period_words
from probono.matters.pages.frame import frame
from probono.matters.pages.missing import item_name
from probono.matters.services.facts_document import empty_document
from probono.matters.services.facts_history import taken_out

if TYPE_CHECKING:
    from probono.accounts.models import Account

A_PAGE = 30
"""Versions on one page of the list."""


@dataclass(frozen=True, slots=True)
class Row:
    """One version in the list, with the titles of the parts it changed."""

    sheet: FactSheet
    changed: list[str]


def versions_page(actor: "Account", matter: Matter, page: str | None) -> dict[str, Any]:
    """All versions, newest first."""
    view = _view(actor, matter)
    shown = Paginator(_versions(actor, matter).order_by("-number"), A_PAGE).get_page(page)
    rows = [
        Row(each, list(dict.fromkeys(one.title for one in differences(_before(actor, each), each.document, view))))
        for each in shown
    ]
    return frame(actor, matter, "facts") | {"rows": rows, "shown": shown}


def version_page(actor: "Account", matter: Matter, number: int) -> dict[str, Any]:
    """One version: what it changed, and all it says that this actor may see."""
    sheet = _versions(actor, matter).filter(number=number).first()
    if sheet is None:
        raise Http404
    view, newest = _view(actor, matter), selectors.newest(actor, matter, FactSheet)
    last = newest.number if newest else number
    said: dict[str, list[Difference]] = {}
    for each in differences(empty_document(), sheet.document, view):
        said.setdefault(each.title, []).append(each)
    return frame(actor, matter, "facts") | {
        "sheet": sheet,
        "newest": last,
        "changed": differences(_before(actor, sheet), sheet.document, view),
        "said": said,
        "can_bring_back": number < last and policies.bring_back_can(actor, matter),
    }


def last_taken_out(actor: "Account", matter: Matter, sheet: FactSheet | None) -> dict[str, Any] | None:
    """The period the newest version took out, while nothing was saved since, for whoever may put it back."""
    if sheet is None or sheet.number == 1 or not policies.bring_back_can(actor, matter):
        return None
    period = taken_out(_before(actor, sheet), sheet.document)
    return {"words": period_words(period), "number": sheet.number - 1, "by": sheet.made_by} if period else None


def _versions(actor: "Account", matter: Matter) -> Any:
    return gate.visible(actor, FactSheet).filter(matter=matter).select_related("made_by")


def _before(actor: "Account", sheet: FactSheet) -> dict[str, Any]:
    found = gate.visible(actor, FactSheet).filter(matter=sheet.matter_id, number=sheet.number - 1).first()
    return found.document if found else empty_document()


def _view(actor: "Account", matter: Matter) -> View:
    """The same walls as the facts page: items stand there for those who read the record, all words for those who write."""
    reach = selectors.reach(actor, matter)
    items = None
    if reach.may(DataClass.RECORD):
        items = {row.item_key: item_name(row) for row in selectors.items_of(actor, matter)}
    return View(policies.change_facts_can(actor, matter), items)
