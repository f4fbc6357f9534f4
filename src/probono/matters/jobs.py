"""Background jobs: ids only, nothing returned, messages without a client's facts, access checked again when they run."""

import traceback
from pathlib import Path
from uuid import UUID

from django_tasks import task

from probono.accounts.selectors import account_by_id
from probono.matters.models import PacketBuild
from probono.matters.services.packet import fail_build, run_build


class JobError(Exception):
    """A job stopped. It names the kind of error and nothing else."""


def _where(error: BaseException) -> str:
    """The innermost place in the code: a module and a line, never a value."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"in {Path(frame.filename).name}:{frame.lineno}"


@task()
def build_packet(build_id: str, actor_id: str) -> None:
    """Builds one packet for one person."""
    build = PacketBuild.objects.select_related("matter").filter(pk=UUID(build_id)).first()
    if build is None:
        return
    failed = ""
    try:
        actor = account_by_id(actor_id)
        if actor is None:
            fail_build(build=build)
            return
        run_build(by=actor, build=build)
    except Exception as error:  # whatever it is, its words may hold a client's facts
        failed = f"{type(error).__name__} {_where(error)}"
    if failed:
        fail_build(build=build)
        raise JobError(f"building a packet stopped with {failed}")
