"""How a client's own copy ends: its time is over, its job stopped, or somebody ended it. The archive goes with it."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from probono.accounts.walls import machinery
from probono.retention import selectors
from probono.retention.models import ClientCopy, CopyState
from probono.vault import files


def end(*, matter_id: UUID, copy_id: UUID, state: CopyState) -> None:
    """Ends one whose job stopped, whoever may still see it."""
    with machinery(matter_id):
        row = ClientCopy.objects.select_for_update().filter(pk=copy_id, state=CopyState.MAKING).first()
        if row is not None:
            finish(row, state)


def drop(*, matter_id: UUID, copy_id: UUID, now: dt.datetime) -> None:
    """Removes one archive whose time is over, whoever may still see its row: for the worker."""
    with machinery(matter_id):
        _over(copy_id, now)


def drop_old(now: dt.datetime) -> int:
    """Removes every archive whose time is over, and ends what nobody answered: for the operator's runs. Gives how many."""
    return sum(_over(pk, now) for pk in list(selectors.old_copies(now).values_list("pk", flat=True)))


@transaction.atomic
def _over(pk: UUID, now: dt.datetime) -> bool:
    """Whether it was still over once nobody else could change it: it may have been taken, or have become ready, meanwhile."""
    row = selectors.old_copies(now).select_for_update().filter(pk=pk).first()
    if row is None:
        return False
    finish(row, CopyState.TAKEN if row.state == CopyState.TAKEN else CopyState.ENDED)
    return True


def finish(row: ClientCopy, state: CopyState) -> None:
    """The row first: a crash in between leaves a file that no row names, and the janitor removes it."""
    name, row.file, row.state = row.file, None, state
    row.save()
    if name is not None:
        transaction.on_commit(lambda: files.remove(name))
