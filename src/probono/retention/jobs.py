"""Background jobs of the client's own copy: making it, and removing it when its time is over."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import works_on
from probono.retention.models import ClientCopy, CopyState
from probono.retention.services import copy_ends, copy_making

if TYPE_CHECKING:
    from probono.accounts.models import Account


def _lost(*, actor_id: str, matter_id: str, copy_id: str) -> None:
    """Nothing is made for somebody who may not see the file any more."""
    copy_ends.end(matter_id=UUID(matter_id), copy_id=UUID(copy_id), state=CopyState.ENDED)


def _dropped(*, actor_id: str, matter_id: str, copy_id: str) -> None:
    """What is over goes, whoever may still see the file."""
    copy_ends.drop(matter_id=UUID(matter_id), copy_id=UUID(copy_id), now=timezone.now())


@task()
@works_on(DataClass.RELEASES, lost=_lost)
def make_copy(*, actor: "Account", matter_id: UUID, copy_id: str) -> None:
    """Makes one copy."""
    try:
        made = copy_making.make(matter_id=matter_id, copy_id=UUID(copy_id))
    except Exception:
        copy_ends.end(matter_id=matter_id, copy_id=UUID(copy_id), state=CopyState.FAILED)
        raise
    if made is not None:
        drop_later(by=actor, row=made)


@task()
@works_on(DataClass.RELEASES, lost=_dropped)
def drop_copy(*, actor: "Account", matter_id: UUID, copy_id: str) -> None:
    """Removes one copy whose time is over."""
    copy_ends.drop(matter_id=matter_id, copy_id=UUID(copy_id), now=timezone.now())


def drop_later(*, by: "Account", row: ClientCopy) -> None:
    """Where jobs can wait, one removes the archive when its time is over; the operator's runs do so everywhere."""
    if drop_copy.get_backend().supports_defer:
        later = drop_copy.using(run_after=row.until)
        later.enqueue(actor_id=str(by.pk), matter_id=str(row.matter_id), copy_id=str(row.pk))
