"""Background jobs: ids only, nothing returned, messages without a client's facts, access checked again when they run."""

from typing import TYPE_CHECKING
from uuid import UUID

from django_tasks import task

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import works_on
from probono.matters.services.packet import build_of, fail_build, refuse_build, run_build

if TYPE_CHECKING:
    from probono.accounts.models import Account


def _close(*, actor_id: str, matter_id: str, build_id: str) -> None:
    """A build whose person lost her access does not stay open."""
    refuse_build(matter_id=UUID(matter_id), build_id=UUID(build_id))


@task()
@works_on(DataClass.LEGAL_FILE, lost=_close)
def build_packet(*, actor: "Account", matter_id: UUID, build_id: str) -> None:
    """Builds one packet for one person."""
    build = build_of(matter_id=matter_id, build_id=UUID(build_id))
    if build is None:
        return
    try:
        run_build(by=actor, build=build)
    except Exception:
        fail_build(matter_id=matter_id, build_id=build.pk)
        raise
