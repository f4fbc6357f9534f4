"""Background jobs: ids only, nothing returned, messages without a client's facts, access checked again when they run."""

from uuid import UUID

from django_tasks import task

from probono.accounts.selectors import account_by_id
from probono.matters.models import PacketBuild
from probono.matters.services.packet import fail_build, run_build


class JobError(Exception):
    """A job stopped. It names the kind of error and nothing else."""


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
        failed = type(error).__name__
    if failed:
        fail_build(build=build)
        raise JobError(f"building a packet stopped with {failed}")
