"""Files on their way to a browser: a ticket for the second origin, and the bytes it stands for, authorised again."""

import io
import json
import secrets
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core import signing
from django.http import Http404

from probono.accounts import entry, gate
from probono.accounts.handles import handle_of
from probono.accounts.selectors import account_by_id
from probono.accounts.walls import acting
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.matters import policies
from probono.matters.models import BuildState, Matter, PacketBuild, Paper, RecordUpload, WordEdit
from probono.matters.models.record import SheetKind
from probono.matters.selectors import subject_of
from probono.matters.services.scans import may_leave
from probono.matters.services.slots import slot_of
from probono.vault import files
from probono.vault.fields import scope_of

if TYPE_CHECKING:
    from probono.accounts.models import Account

TICKET_SECONDS = 60
SALT = "vacatur files"
PDF, TEXT, ZIP = "application/pdf", "text/plain; charset=utf-8", "application/zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Download:
    """What goes out: a neutral name, its kind, its bytes."""

    name: str
    content_type: str
    data: bytes


def ticket(actor: "Account", matter: Matter, kind: str, pk: UUID) -> str:
    """A signed, short-lived ticket for one file of a matter and one person, or "no such page"."""
    model, _make = KINDS.get(kind) or _no_file()
    row = gate.get(actor, model, pk)
    if row.matter_id != matter.pk:
        raise Http404
    _check_leaves(actor, row)
    return signing.dumps({"actor": str(actor.pk), "kind": kind, "file": str(pk)}, salt=SALT)


def redeem(text: str) -> Download:
    """The file of a ticket; who asks and what she may see is looked up anew."""
    try:
        told = signing.loads(text, salt=SALT, max_age=TICKET_SECONDS)
        model, make = KINDS[told["kind"]]
        actor = account_by_id(told["actor"])
    except (signing.BadSignature, KeyError, TypeError):
        _no_file()
    if actor is None:
        raise Http404
    with acting(actor):
        row = gate.get(actor, model, UUID(told["file"]))
        _check_leaves(actor, row)
        download: Download = make(row)
        if subject := subject_of(row.matter_id):
            entry.shown(actor=actor, subject=subject, data_class=row.data_class, route="files:file")
        append(_told(actor, row))
    return download


def _check_leaves(actor: "Account", row: Any) -> None:
    """A sheet goes to whom counsel lets hold it; a file from outside, where files are scanned, only when it was found clean."""
    is_sheet = isinstance(row, RecordUpload)
    if is_sheet and not policies.hold_sheet_can(actor, row.matter):
        raise Http404
    if (is_sheet or isinstance(row, WordEdit)) and not may_leave(actor, row):
        raise Http404
    if isinstance(row, PacketBuild):
        edits = WordEdit.objects.filter(matter_id=row.matter_id)
        if not all(may_leave(actor, edit) for edit in edits):
            raise Http404


def _told(actor: "Account", row: Any) -> Act:
    """The audit row of a file that leaves: before its first byte."""
    return Act(
        Action.DOWNLOAD,
        actor=actor.pk,
        data_class=row.data_class,
        route="files:file",
        handle=handle_of(row.matter_id, row.matter_id),
        part=handle_of(row.matter_id, row.pk),
    )


def _sheet(upload: RecordUpload) -> Download:
    is_pdf = upload.kind == SheetKind.PDF
    return Download(_name("sheet", "pdf" if is_pdf else "txt"), PDF if is_pdf else TEXT, _read(upload, upload.file))


def _pdf(paper: Paper) -> Download:
    return Download(_name(_plain(paper.slot), "pdf"), PDF, _read(paper, paper.pdf))


def _word(paper: Paper) -> Download:
    return Download(_name(_plain(paper.slot), "docx"), WORD, _read(paper, paper.word))


def _other(paper: Paper) -> Download:
    return Download(
        _name(_plain(paper.slot), Path(paper.other_name).suffix.lstrip(".")), TEXT, _read(paper, paper.other)
    )


def _edit(edit: WordEdit) -> Download:
    return Download(_name(f"{_plain(edit.slot)}-edited-{edit.number}", "docx"), WORD, _read(edit, edit.file))


def _packet(build: PacketBuild) -> Download:
    """Everything of a build in one archive, the edited Word files in a folder of their own beside what was built."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in _contents(build):
            archive.writestr(path, data)
    return Download(_name(f"packet-{build.number}", "zip"), ZIP, packed.getvalue())


def _contents(build: PacketBuild) -> list[tuple[str, bytes]]:
    """Every file under the path and hash its manifest tells, then the edited Word files."""
    if build.manifest is None or build.state != BuildState.DONE:
        raise Http404
    papers = {paper.slot: paper for paper in Paper.objects.filter(build=build)}
    found = []
    for path in (each["path"] for each in build.manifest["files"]):
        slot, kind = slot_of(path)
        found.append((path, _read(papers[slot], getattr(papers[slot], kind))))
    edits = WordEdit.objects.filter(matter_id=build.matter_id, slot__in=papers).order_by("slot", "number")
    found += [(f"edited/{edit.slot}-{edit.number}.docx", _read(edit, edit.file)) for edit in edits]
    return [*found, ("manifest.json", json.dumps(build.manifest, indent=2, ensure_ascii=False).encode())]


def _read(row: Any, name: UUID | None) -> bytes:
    if name is None:
        raise Http404
    return files.read(name, scope_of(row))


def _plain(slot: str) -> str:
    return slot.replace("/", "-").replace("_", "-")


def _name(stem: str, suffix: str) -> str:
    """A name that tells what the paper is and never whose; the random end keeps two downloads apart."""
    return f"{stem}-{secrets.token_hex(3)}.{suffix}"


def _no_file() -> Any:
    raise Http404


KINDS: dict[str, tuple[Any, Callable[[Any], Download]]] = {
    "sheet": (RecordUpload, _sheet),
    "pdf": (Paper, _pdf),
    "word": (Paper, _word),
    "other": (Paper, _other),
    "edit": (WordEdit, _edit),
    "packet": (PacketBuild, _packet),
}
