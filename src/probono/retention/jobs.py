"""Background jobs of the client's own copy: making it, and removing it when its time is over."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import works_on
from probono.retention.models import CopyState
from probono.retention.services import copies

if TYPE_CHECKING:
    from probono.accounts.models import Account


def _lost(*, actor_id: str, matter_id: str, copy_id: str) -> None:
    """Nothing is made for somebody who may not see the file any more."""
    copies.end(matter_id=UUID(matter_id), copy_id=UUID(copy_id), state=CopyState.ENDED)


def _dropped(*, actor_id: str, matter_id: str, copy_id: str) -> None:
    """What is over goes, whoever may still see the file."""
    copies.drop(matter_id=UUID(matter_id), copy_id=UUID(copy_id), now=timezone.now())


@task()
@works_on(DataClass.RELEASES, lost=_lost)
def make_copy(*, actor: "Account", matter_id: UUID, copy_id: str) -> None:
    """Makes one copy."""
    try:
        copies.make(by=actor, matter_id=matter_id, copy_id=UUID(copy_id))
    except Exception:
        copies.end(matter_id=matter_id, copy_id=UUID(copy_id), state=CopyState.FAILED)
        raise


@task()
@works_on(DataClass.RELEASES, lost=_dropped)
def drop_copy(*, actor: "Account", matter_id: UUID, copy_id: str) -> None:
    """Removes one copy whose time is over."""
    copies.drop(matter_id=matter_id, copy_id=UUID(copy_id), now=timezone.now())
