"""Background jobs: ids only, nothing returned, messages without a client's facts, access checked again when they run."""

import traceback
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django_tasks import task

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import works_on
from probono.matters.services.packet import build_of, fail_build, refuse_build, run_build

if TYPE_CHECKING:
    from probono.accounts.models import Account


class JobError(Exception):
    """A job stopped. It names the kind of error and nothing else."""


def _where(error: BaseException) -> str:
    """The innermost place in the code: a module and a line, never a value."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"in {Path(frame.filename).name}:{frame.lineno}"


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
    failed = ""
    try:
        run_build(by=actor, build=build)
    except Exception as error:  # whatever it is, its words may hold a client's facts
        failed = f"{type(error).__name__} {_where(error)}"
    if failed:
        fail_build(matter_id=matter_id, build_id=build.pk)
        raise JobError(f"building a packet stopped with {failed}")
