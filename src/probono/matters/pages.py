"""What the pages of a matter show, gathered for their templates."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from probono.accounts import gate
from probono.accounts.data_classes import DataClass
from probono.matters import selectors
from probono.matters.models import ItemRow, Matter, RecordVersion
from probono.matters.next_step import NextStep, next_step
from probono.people.selectors import client_for

if TYPE_CHECKING:
    from probono.accounts.models import Account

TABS = (
    ("matter", _("Overview"), None),
    ("record", _("Record"), DataClass.RECORD),
    ("findings", _("Findings"), DataClass.LEGAL_FILE),
    ("facts", _("Facts"), DataClass.FACTS),
    ("packet", _("Packet"), DataClass.LEGAL_FILE),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One matter in the list."""

    matter: Matter
    step: NextStep
    items: int


def cards(actor: "Account") -> list[Card]:
    """The matters an actor may know of."""
    return [
        Card(matter, next_step(actor, matter), len(items_of(actor, matter))) for matter in selectors.matters_of(actor)
    ]


def frame(actor: "Account", matter: Matter, tab: str) -> dict[str, Any]:
    """What every page of a matter needs: the matter, the client if the actor may know her, and the tabs she may open."""
    subjects = {"matter_id": matter.pk, "client_id": matter.client_id}
    tabs = [
        {"name": name, "label": label, "link": reverse(f"matters:{name}", args=[matter.pk]), "current": name == tab}
        for name, label, data_class in TABS
        if data_class is None or gate.can(actor, data_class, **subjects)
    ]
    return {"matter": matter, "client": client_for(actor, matter.client_id), "tabs": tabs}


def overview(actor: "Account", matter: Matter) -> dict[str, Any]:
    """The first page of a matter."""
    return frame(actor, matter, "matter") | {
        "step": next_step(actor, matter),
        "items": items_of(actor, matter),
        "record": newest_record(actor, matter),
    }


def newest_record(actor: "Account", matter: Matter) -> RecordVersion | None:
    """The newest reading of the sheet, if the actor may see the record."""
    return gate.visible(actor, RecordVersion).filter(matter=matter).order_by("-number").select_related("upload").first()


def items_of(actor: "Account", matter: Matter) -> list[ItemRow]:
    """The items of the newest record, in the order of the sheet."""
    version = newest_record(actor, matter)
    return list(gate.visible(actor, ItemRow).filter(version=version).order_by("position")) if version else []
