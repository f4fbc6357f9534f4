"""Reads of matters, each starting from the gate."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404

from probono.accounts import gate
from probono.accounts.data_classes import Verb
from probono.accounts.entry import Subject
from probono.accounts.walls import machinery
from probono.matters.models import (
    BuildState,
    CopyRule,
    EmergencyOpening,
    FactSheet,
    Holders,
    ItemRow,
    Matter,
    PacketBuild,
    Paper,
    RecordUpload,
    RecordVersion,
    WordEdit,
)

if TYPE_CHECKING:
    from probono.accounts.models import Account

M = TypeVar("M", bound=Model)


def subject_of(matter_id: UUID) -> Subject | None:
    """Whose matter an address names: what the door asks the gate about. It tells nothing to anybody else."""
    client_id = Matter.objects.filter(pk=matter_id).values_list("client_id", flat=True).first()
    return Subject(client_id=client_id, matter_id=matter_id) if client_id else None


def file_names(**only: UUID) -> Iterator[UUID | None]:
    """Every file of the store that a row names: for the janitor, who opens none of them."""
    for file, printed in RecordUpload.objects.filter(**only).values_list("file", "printed"):
        yield from (file, printed)
    yield from WordEdit.objects.filter(**only).values_list("file", flat=True)
    for papers in Paper.objects.filter(**only).values_list("pdf", "word", "other"):
        yield from papers


def file_names_of(matter_id: UUID) -> Iterator[UUID | None]:
    """The same for one matter: for whoever destroys it."""
    yield from file_names(matter_id=matter_id)


def other_matters(client_id: UUID, *, than: UUID) -> bool:
    """Whether a client has a matter beside this one: for whoever seals or destroys it."""
    return Matter.objects.filter(client_id=client_id).exclude(pk=than).exists()


def matters_of_client(client_id: UUID) -> set[UUID]:
    """Every matter of a client: for whoever destroys her last one."""
    return set(Matter.objects.filter(client_id=client_id).values_list("pk", flat=True))


def has(actor: "Account", matter: Matter, model: type[Model]) -> bool:
    """Whether a matter has a document of a kind, for whoever may know that it exists though not read it."""
    kind: Any = model
    if not may(actor, matter, kind.data_class, Verb.EXISTS):
        return False
    with machinery(matter.pk):
        return bool(kind.objects.filter(matter=matter).exists())


def matters_of(actor: "Account") -> QuerySet[Matter]:
    """The matters an actor may know of, by code name."""
    return gate.visible(actor, Matter).order_by("code_name", "id")


def matter_for(actor: "Account", matter_id: UUID) -> Matter:
    """One matter, or "no such page"."""
    return gate.get(actor, Matter, matter_id)


def matter_with(actor: "Account", matter_id: UUID, data_class: str, verb: str = Verb.READ) -> Matter:
    """One matter whose data of a class the actor may reach, or "no such page"."""
    matter = matter_for(actor, matter_id)
    if not gate.can(actor, data_class, matter_id=matter.pk, client_id=matter.client_id, verb=verb):
        raise Http404
    return matter


def may(actor: "Account", matter: Matter, data_class: str, verb: str = Verb.READ) -> bool:
    """Whether the actor may reach a class of data of a matter."""
    return gate.can(actor, data_class, matter_id=matter.pk, client_id=matter.client_id, verb=verb)


def reach(actor: "Account", matter: Matter) -> gate.Reach:
    """What the actor may do with a matter, for a page that asks of many classes."""
    return gate.reach(actor, matter_id=matter.pk, client_id=matter.client_id)


def newest(actor: "Account", matter: Matter, model: type[M]) -> M | None:
    """The newest version of a kind of document of a matter, if the actor may see it."""
    rows: Any = gate.visible(actor, model)
    found: M | None = rows.filter(matter=matter).order_by("-number").first()
    return found


def holders_of(actor: "Account", matter: Matter) -> str:
    """Who may hold a copy of the sheet: attorneys, until counsel says otherwise. It has what the pages set apart, too."""
    rule = newest(actor, matter, CopyRule)
    return rule.holders if rule else Holders.COUNSEL


def newest_record(actor: "Account", matter: Matter) -> RecordVersion | None:
    """The newest reading of the sheet, if the actor may see the record."""
    return gate.visible(actor, RecordVersion).filter(matter=matter).order_by("-number").select_related("upload").first()


def emergencies_of(actor: "Account") -> QuerySet[EmergencyOpening]:
    """Every opening in an emergency that an officer may see, newest first."""
    rows = gate.visible(actor, EmergencyOpening, Verb.WRITE)
    return rows.select_related("matter", "made_by", "reviewed_by").order_by("-made_at")


def emergency_for(actor: "Account", pk: UUID) -> EmergencyOpening:
    """One opening, or "no such page"."""
    return gate.get(actor, EmergencyOpening, pk, Verb.WRITE)


def items_of(actor: "Account", matter: Matter) -> list[ItemRow]:
    """The items of the newest record, in the order of the sheet."""
    version = newest_record(actor, matter)
    return list(gate.visible(actor, ItemRow).filter(version=version).order_by("position")) if version else []


def is_there(by: "Account | None", matter: Matter, model: type[Model], **more: Any) -> bool:
    """Whether a matter has a row of a kind that somebody may read; at set-up, before anybody is there, any."""
    kind: Any = model
    rows: Any = gate.visible(by, kind) if by else kind.objects.all()
    return bool(rows.filter(matter=matter, **more).exists())


def is_outdated(build: PacketBuild) -> bool:
    """Whether the facts or the sheet changed after a packet was built. That they did is told to whoever sees the packet, even
    where she may not read them.
    """
    if build.state != BuildState.DONE:
        return False
    with machinery(build.matter_id):
        newest: list[Any] = [
            kind.objects.filter(matter=build.matter_id).order_by("-number").values_list("pk", flat=True).first()
            for kind in (FactSheet, RecordVersion)
        ]
    return [build.facts_id, build.record_id] != newest


def matter_itself(matter_id: UUID) -> Matter:
    """A matter's own row for its machinery: code name, state and dates, and nothing of what is in it."""
    with machinery(matter_id):
        return Matter.objects.get(pk=matter_id)
