"""The gate: every query for a client's data starts here. What it does not let through does not exist for the asker.

A guarded model declares `data_class`, and `gate_paths`: the columns that name its matter and its client, most specific
first ({"matter_id": "matter_id", "client_id": "matter__client_id"}). A grant reaches a row by the first path; a deny by any.
A seal hides a row from everybody by the first path, but for the ledgers of the seal itself (`outside_seals`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from probono.accounts.data_classes import ANY, CARRIED_BY, OF_A_MATTER, Verb
from probono.accounts.models import Account, Deny, Grant, Seal, SealOpening

M = TypeVar("M", bound=Model)


def visible(actor: Account, model: type[M], verb: str = Verb.READ) -> QuerySet[M]:
    """The rows of a model the actor may read (or change, with `Verb.WRITE`). Deny wins over every grant."""
    rows: QuerySet[M] = model._default_manager.all()
    if not actor.is_active:
        return rows.none()
    subject, column = next(iter(_paths(model).items()))
    classes, verbs = _carriers(_class(model), verb)
    grants = _live(Grant, actor, Q(data_class__in=classes, verb__in=verbs))
    if not grants.filter(matter_id__isnull=True, client_id__isnull=True).exists():
        rows = rows.filter(**{f"{column}__in": grants.filter(**{f"{subject}__isnull": False}).values(subject)})
    denies = _live(Deny, actor, Q(data_class__in=[ANY, _class(model)]))
    for subject, column in _paths(model).items():
        rows = rows.exclude(**{f"{column}__in": denies.filter(**{f"{subject}__isnull": False}).values(subject)})
    if not getattr(model, "outside_seals", False):
        subject, column = next(iter(_paths(model).items()))
        rows = rows.exclude(**{f"{column}__in": _sealed(actor).filter(**{f"{subject}__isnull": False}).values(subject)})
    return rows


def get(actor: Account, model: type[M], pk: UUID, verb: str = Verb.READ) -> M:
    """One row, or the same "no such page" whether it is refused or not there."""
    row = visible(actor, model, verb).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def can(
    actor: Account, data_class: str, *, client_id: UUID, matter_id: UUID | None = None, verb: str = Verb.READ
) -> bool:
    """Whether the actor may reach a class of data of a matter, or of a client when no matter is named."""
    return reach(actor, client_id=client_id, matter_id=matter_id).may(data_class, verb)


@dataclass(frozen=True, slots=True)
class Reach:
    """What an actor may do with one matter, or with one client: looked up once for a page that asks of many classes."""

    granted: frozenset[tuple[str, str]] = frozenset()
    """Class of data and verb of every grant that stands."""
    walled: frozenset[str] = frozenset()
    """Classes of data behind a wall."""

    def may(self, data_class: str, verb: str = Verb.READ) -> bool:
        """Whether a class of data may be reached. Deny wins over every grant."""
        if self.walled & {data_class, ANY}:
            return False
        classes, verbs = _carriers(data_class, verb)
        return any((one, each) in self.granted for one in classes for each in verbs)


def reach(actor: Account, *, client_id: UUID, matter_id: UUID | None = None) -> Reach:
    """Everything the actor may do with a matter, or with a client when no matter is named. Nothing behind a seal."""
    if not actor.is_active:
        return Reach()
    named = Q(matter_id=matter_id) if matter_id else Q(client_id=client_id)
    everywhere = Q(matter_id__isnull=True, client_id__isnull=True)
    granted = frozenset(_live(Grant, actor, named | everywhere).values_list("data_class", "verb"))
    if not granted or _sealed(actor).filter(named).exists():
        return Reach()
    about = Q(client_id=client_id) | Q(matter_id=matter_id) if matter_id else Q(client_id=client_id)
    return Reach(granted, frozenset(_live(Deny, actor, about).values_list("data_class", flat=True)))


def denied(actor: Account, *, client_id: UUID, matter_id: UUID) -> bool:
    """Whether any wall or seal stands between the actor and a matter, of whatever class."""
    about = Q(client_id=client_id) | Q(matter_id=matter_id)
    return _live(Deny, actor, about).exists() or _sealed(actor).filter(about).exists()


def _carriers(data_class: str, verb: str) -> tuple[Iterable[str], Iterable[str]]:
    """Classes and verbs whose grants carry the verb; a row that has no class of its own is carried by a grant of any class
    of a matter.
    """
    if data_class == ANY:
        return OF_A_MATTER, CARRIED_BY[Verb.EXISTS if verb == Verb.READ else verb]
    return (data_class,), CARRIED_BY[verb]


def _sealed(actor: Account) -> QuerySet[Seal]:
    """The seals that are down for the actor now."""
    return Seal.objects.exclude(
        pk__in=SealOpening.objects.filter(account=actor, until__gt=timezone.now()).values("seal")
    )


def _live(kind: Any, actor: Account, about: Q) -> QuerySet[Any]:
    """The grants or denies of the actor that stand now."""
    now = timezone.now()
    return kind.objects.filter(Q(until__isnull=True) | Q(until__gt=now), about, account=actor, starts__lte=now)


def _class(model: Any) -> str:
    return str(model.data_class)


def _paths(model: Any) -> dict[str, str]:
    return dict(model.gate_paths)
