"""Making the archive of a client's own copy: a job's work."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from probono.matters.policies import NotNowError
from probono.retention import copy_rules
from probono.retention.copy_index import members_of
from probono.retention.models import ClientCopy, CopyState
from probono.retention.models.copy import LIVES
from probono.retention.services.copy_ends import end
from probono.vault import files
from probono.vault.fields import scope_of
from probono.vault.zipped import zipped


def make(*, matter_id: UUID, copy_id: UUID) -> ClientCopy | None:
    """The archive, sealed while it is made; gives the row when it is ready. Nothing when there is nothing to make any more."""
    row = ClientCopy.objects.select_related("asked_by", "agreed_by").filter(matter_id=matter_id, pk=copy_id).first()
    if row is None or row.state != CopyState.MAKING:
        return None
    try:
        copy_rules.check_make(row, timezone.now())
    except NotNowError:
        end(matter_id=matter_id, copy_id=copy_id, state=CopyState.ENDED)
        return None
    members, size = members_of(row), 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for part in zipped(members):
            size += len(part)
            yield part

    name = files.store_parts(counted(), scope_of(row))
    until = timezone.now() + LIVES
    try:
        with transaction.atomic():
            changed = ClientCopy.objects.filter(pk=row.pk, state=CopyState.MAKING)
            kept = changed.update(file=name, size=size, until=until, state=CopyState.READY)
    except BaseException:
        files.remove(name)
        raise
    if not kept:  # it was called off meanwhile
        files.remove(name)
        return None
    row.until = until
    return row
