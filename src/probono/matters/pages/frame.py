"""What every page of a matter needs, the list, and the overview."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.consent.contact.selectors import standing_hold
from probono.matters import selectors
from probono.matters.models import Matter, PacketBuild, ScreeningVersion
from probono.matters.next_step import NextStep, next_step
from probono.matters.words import OUTCOMES
from probono.people.selectors import client_for

if TYPE_CHECKING:
    from probono.accounts.models import Account

TABS = (
    ("matter", _("Overview"), None),
    ("record", _("Record"), DataClass.RECORD),
    ("findings", _("Findings"), DataClass.LEGAL_FILE),
    ("facts", _("Facts"), DataClass.FACTS),
    ("packet", _("Packet"), DataClass.LEGAL_FILE),
    ("contact", _("Contact"), DataClass.CONTACT),
    ("access", _("Access"), DataClass.RELEASES),
    ("consent:list", _("Releases"), DataClass.RELEASES),
    ("opened", _("Who opened it"), DataClass.AUDIT),
)


A_PAGE = 30
"""Matters on one page of the list."""


@dataclass(frozen=True, slots=True)
class Card:
    """One matter in the list."""

    matter: Matter
    step: NextStep
    items: int


def matter_list(actor: "Account", page: str | None) -> dict[str, Any]:
    """One page of the matters an actor may know of. A page that is not there is the nearest one that is."""
    shown = Paginator(selectors.matters_of(actor), A_PAGE).get_page(page)
    return {"shown": shown, "count": shown.paginator.count, "cards": _cards(actor, shown)}


def _cards(actor: "Account", matters: Iterable[Matter]) -> list[Card]:
    return [Card(matter, next_step(actor, matter), len(selectors.items_of(actor, matter))) for matter in matters]


def frame(actor: "Account", matter: Matter, tab: str) -> dict[str, Any]:
    """The matter, the client if the actor may know her, the tabs she may open, and whether a safety hold stands."""
    reach = selectors.reach(actor, matter)
    tabs = [
        {
            "name": name,
            "label": label,
            "link": reverse(name if ":" in name else f"matters:{name}", args=[matter.pk]),
            "current": name == tab,
        }
        for name, label, data_class in TABS
        if data_class is None or reach.may(data_class)
    ]
    hold = standing_hold(matter.client_id)
    return {"matter": matter, "client": client_for(actor, matter.client_id), "tabs": tabs, "hold": hold}


def around(actor: "Account", matter_id: UUID) -> dict[str, Any]:
    """The frame for a page of the releases, which another app draws."""
    matter = selectors.matter_for(actor, matter_id)
    return frame(actor, matter, "consent:list") | {"frame": "matters/frame.html"}


def overview(actor: "Account", matter: Matter) -> dict[str, Any]:
    """The first page of a matter: next step, what there is, what the findings come to."""
    build = selectors.newest(actor, matter, PacketBuild)
    return frame(actor, matter, "matter") | {
        "step": next_step(actor, matter),
        "items": selectors.items_of(actor, matter),
        "record": selectors.newest_record(actor, matter),
        "tally": _tally(selectors.newest(actor, matter, ScreeningVersion)),
        "build": build,
        "build_is_old": build is not None and selectors.is_outdated(build),
    }


def _tally(screening: ScreeningVersion | None) -> list[dict[str, Any]]:
    """How many items have each outcome as their best one."""
    if screening is None:
        return []
    order = list(OUTCOMES)
    best = [
        min((finding["outcome"] for finding in item["findings"]), key=order.index, default="not_applicable")
        for item in screening.document["items"]
    ]
    return [{"outcome": code, "count": best.count(code)} for code in order if code in best]
