"""Packets: asking for one, building it in a job, and keeping the Word files people give back."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

import vacatur
from probono.accounts.walls import machinery
from probono.matters import policies
from probono.matters.models import BuildState, FactSheet, Matter, PacketBuild, Paper, RecordVersion, WordEdit
from probono.matters.models.packet import OPEN_STATES, STUCK_AFTER
from probono.matters.policies import NotNowError
from probono.matters.services.facts_document import empty_document, facts_of
from probono.matters.services.library import InputError, law, refused, screen
from probono.matters.services.record import record_of
from probono.matters.services.slots import slot_of
from probono.ui.today import today
from probono.vault import files
from probono.vault.fields import scope_of
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.kinds import Kind
from probono.vault.uploads.opened import look_at
from probono.vault.uploads.refusal import RefusedError, Why
from probono.vault.uploads.sniff import sniff
from probono.vault.uploads.verdicts import scanned
from probono.vault.workshop import workshop
from vacatur.filing.as_json import missing_json
from vacatur.filing.missing import IncompleteError
from vacatur.planning.plan import Plan
from vacatur.records.items import items_of

if TYPE_CHECKING:
    from probono.accounts.models import Account


class _ClosedError(Exception):
    """The build was closed while it was being made: nothing of it is kept."""


PLAIN_DATA = "screening.json"
"""Not kept with a packet: the findings have their own place, where the immigration flags are apart."""


def ask_for_packet(*, by: "Account", matter: Matter, filing: bool) -> PacketBuild:
    """A new build, waiting for the job. One at a time; a build whose worker died is closed first."""
    from probono.matters.jobs import build_packet  # the job module calls this one

    _close_stuck(matter)
    policies.check_build(by, matter)
    try:
        with transaction.atomic():
            top = PacketBuild.objects.filter(matter=matter).aggregate(top=Max("number"))["top"] or 0
            build = PacketBuild.objects.create(matter=matter, made_by=by, number=top + 1, filing=filing)
            build_packet.enqueue(actor_id=str(by.pk), matter_id=str(matter.pk), build_id=str(build.pk))
    except IntegrityError as error:
        raise NotNowError(_("A packet is being built right now. Wait until it is ready, then build again.")) from error
    build.refresh_from_db()
    return build


def build_of(*, matter_id: UUID, build_id: UUID) -> PacketBuild | None:
    """A build of a matter, for its job."""
    return PacketBuild.objects.select_related("matter").filter(matter_id=matter_id, pk=build_id).first()


def run_build(*, by: "Account", build: PacketBuild) -> None:
    """The job's work: papers written in memory, sealed, then shown together. A refusal is kept as a sentence."""
    if build.state not in OPEN_STATES:
        return
    try:
        _run(by, build)
    except _ClosedError:
        return


def fail_build(*, matter_id: UUID, build_id: UUID) -> None:
    """Closes a build that an error stopped. What went wrong stays out of it."""
    said = _("Something went wrong while the packet was built. Nothing was lost; build it again.")
    _close(matter_id, build_id, BuildState.FAILED, said)


def refuse_build(*, matter_id: UUID, build_id: UUID) -> None:
    """Closes a build whose person may not build any more."""
    _close(matter_id, build_id, BuildState.REFUSED, _lost())


@dataclass(frozen=True, slots=True)
class TakenWord:
    """An edited Word file that was looked at."""

    data: bytes
    name: str
    scan: Verdict


def take_word(data: bytes, name: str) -> TakenWord:
    """Looks at a Word file, behind walls. InputError when it is none, cannot be opened safely, or holds anything that acts by
    itself. Nothing is kept, and no database is asked.
    """
    with refused(_("This is not a Word document (.docx). Save it as .docx and try again.")):
        kind = sniff(data, name, accepted={Kind.WORD})
        scan = scanned(data)
        if look_at(data, kind).marks:
            raise RefusedError(Why.ACTIVE)
        return TakenWord(data, name, scan)


def keep_word(*, by: "Account", matter: Matter, paper: Paper, word: TakenWord) -> WordEdit:
    """Keeps an edited Word file as the next version of its paper. Nothing is ever written over it. InputError when it is
    another paper's.
    """
    policies.check_give_word(by, matter, paper.build)
    _check_paper(paper, word.data)
    top = WordEdit.objects.filter(matter=matter, slot=paper.slot).aggregate(top=Max("number"))["top"] or 0
    edit = WordEdit(
        matter=matter,
        made_by=by,
        slot=paper.slot,
        number=top + 1,
        title=paper.title,
        name=word.name,
        size=len(word.data),
        scan=word.scan,
        based_on=paper.build,
    )
    edit.file = files.store(word.data, scope_of(edit))
    try:
        edit.save()
    except BaseException:
        files.remove(edit.file)
        raise
    return edit


_TITLE = re.compile(rb"<dc:title>(.*?)</dc:title>", re.DOTALL)


def _check_paper(paper: Paper, data: bytes) -> None:
    """InputError when the file carries the title of another paper of the packet."""
    mine = _word_title(files.read(paper.word, scope_of(paper))) if paper.word else b""
    given = _word_title(data)
    if not given or given == mine:
        return
    others = Paper.objects.filter(build=paper.build, word__isnull=False).exclude(pk=paper.pk)
    if any(_word_title(files.read(other.word, scope_of(other))) == given for other in others if other.word):
        raise InputError(
            _(
                "This file is another paper of the packet. Nothing was kept: choose the file of this paper, or go to the other one."
            )
        )


def _word_title(data: bytes) -> bytes:
    """The title a Word file says it has; nothing where it says none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            told = _TITLE.search(archive.read("docProps/core.xml"))
    except (KeyError, zipfile.BadZipFile):
        return b""
    return told.group(1) if told else b""


def _run(by: "Account", build: PacketBuild) -> None:
    try:
        policies.check_change_packet(by, build.matter)
        manifest, papers = _made(build)
    except InputError as error:
        _end(build, BuildState.REFUSED, message=str(error))
    except (policies.NotYoursError, NotNowError):
        _end(build, BuildState.REFUSED, message=_lost())
    else:
        _keep(build, manifest, papers)


def _made(build: PacketBuild) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
    """The packet's manifest and files, by the library, in a private folder that is gone afterwards."""
    progress = _progress(build)
    progress("read", 10)
    version = RecordVersion.objects.filter(matter=build.matter).order_by("-number").select_related("upload").first()
    sheet = FactSheet.objects.filter(matter=build.matter).order_by("-number").first()
    if version is None:
        raise InputError(_("There is no RAP sheet to build a packet from."))
    record = record_of(version)
    facts = facts_of(sheet.document if sheet else empty_document(), {}, items_of(record))
    build.record, build.facts, build.as_of = version, sheet, today()
    progress("screen", 25)
    screening = screen(record, facts, build.as_of)
    progress("plan", 35)
    plan = vacatur.plan(record, screening, facts, law())
    progress("write", 45)
    with workshop() as folder:
        try:
            vacatur.bundle(plan, facts, record, screening, folder / "packet", law(), build.filing)
        except IncompleteError as error:
            build.manifest = {"missing": _with_items(missing_json(error.asked)["missing"], plan)}
            raise
        progress("keep", 90)
        return _gathered(folder / "packet", plan)


def _gathered(folder: Path, plan: Plan) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"] = [each for each in manifest["files"] if Path(each["path"]).name != PLAIN_DATA]
    manifest["missing"] = _with_items(json.loads((folder / "missing.json").read_bytes())["missing"], plan)
    return manifest, [(each["path"], (folder / each["path"]).read_bytes()) for each in manifest["files"]]


def _with_items(missing: list[dict[str, Any]], plan: Plan) -> list[dict[str, Any]]:
    """What is missing, each with the id of its item: the library counts items by their rows in a petition."""
    ids = {(petition.id, each.row): each.item.id for petition in plan.petitions for each in petition.items}
    return [each | {"item_id": ids.get((each["petition"], each["item"]))} for each in missing]


def _keep(build: PacketBuild, manifest: dict[str, Any], contents: Iterable[tuple[str, bytes]]) -> None:
    """Seals the files, then keeps papers and state in one transaction; a failure leaves no file behind."""
    stored: list[UUID] = []
    try:
        papers = _papers(build, contents, stored)
        with transaction.atomic():
            _check_still_open(build)
            Paper.objects.bulk_create(papers)
            build.manifest, build.pack = manifest, manifest["pack"]
            _end(build, BuildState.DONE, message=None)
    except BaseException:
        for name in stored:
            files.remove(name)
        raise


def _papers(build: PacketBuild, contents: Iterable[tuple[str, bytes]], stored: list[UUID]) -> list[Paper]:
    """One paper per name, its PDF and Word together; anything else is a paper of its own."""
    found: dict[str, Paper] = {}
    for path, data in contents:
        slot, kind = slot_of(path)
        paper = found.setdefault(
            slot,
            Paper(matter_id=build.matter_id, made_by_id=build.made_by_id, build=build, position=len(found), slot=slot),
        )
        paper.title = _title(slot)
        name = files.store(data, scope_of(paper))
        stored.append(name)
        setattr(paper, kind, name)
        if kind == "other":
            paper.other_name = Path(path).name
    return list(found.values())


def _title(slot: str) -> str:
    return slot.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ").capitalize()


def _lost() -> str:
    return _("The packet was not built: the person who asked may not build it any more.")


def _close(matter_id: UUID, build_id: UUID, state: BuildState, message: str) -> None:
    """Whoever asked for it, and whether she may still see it."""
    with machinery(matter_id):
        build = PacketBuild.objects.filter(matter_id=matter_id, pk=build_id, state__in=OPEN_STATES).first()
        if build is not None:
            _end(build, state, message=message)


def _progress(build: PacketBuild) -> Callable[[str, int], None]:
    def tell(step: str, percent: int) -> None:
        with transaction.atomic():
            _check_still_open(build)
            build.state, build.step, build.progress = BuildState.RUNNING, step, percent
            build.save()

    return tell


def _check_still_open(build: PacketBuild) -> None:
    """Another build may have taken this one's worker for dead, and closed it. Out of the person's sight, it fails by itself."""
    row = PacketBuild.objects.select_for_update().filter(pk=build.pk).first()
    if row is not None and row.state not in OPEN_STATES:
        raise _ClosedError


def _end(build: PacketBuild, state: BuildState, *, message: str | None) -> None:
    build.state, build.message, build.finished_at = state, message, timezone.now()
    build.progress = 100 if state == BuildState.DONE else build.progress
    build.save()


def _close_stuck(matter: Matter) -> None:
    before = timezone.now() - STUCK_AFTER
    for build in PacketBuild.objects.filter(matter=matter, state__in=OPEN_STATES, moved_at__lt=before):
        fail_build(matter_id=matter.pk, build_id=build.pk)
