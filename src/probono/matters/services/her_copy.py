"""What of a matter goes into the client's own copy: the sheets as they came, the papers, what she has told.

The lawyers' work on it (findings, questions for counsel, plans and lists) stays theirs; `left_out` says so in words.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from probono.accounts.walls import machinery
from probono.matters.models import (
    BuildState,
    CopyRule,
    FactSheet,
    Holders,
    ImmigrationSheet,
    Matter,
    PacketBuild,
    Paper,
    RecordUpload,
    WordEdit,
)
from probono.matters.models.matter import SideState
from probono.vault.fields import scope_of
from probono.vault.uploads.verdicts import may_go
from probono.vault.zipped import Member

COUNSELS = ("filing-sheet",)
"""Papers of a packet that are written for counsel and never filed."""
NOT_HERS = ("counsel",)
"""Parts of the facts that are about her lawyers."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the copy, with what it is, in the language that is active."""

    title: str
    member: Member


@dataclass(frozen=True, slots=True)
class Pieces:
    """What goes in, by kind, and what does not, each as a sentence."""

    sheets: list[Piece]
    papers: list[Piece]
    told: list[Piece]
    left_out: list[str]


def matter_of(matter_id: UUID) -> Matter | None:
    """The matter a copy is made of, for its job."""
    with machinery(matter_id):
        return Matter.objects.filter(pk=matter_id).first()


def is_on_safety_hold(matter_id: UUID) -> bool:
    """Whether the matter rests because of her safety."""
    matter = matter_of(matter_id)
    return matter is not None and matter.side_state == SideState.SAFETY_HOLD


def pieces_of(matter_id: UUID, *, immigration: bool) -> Pieces:
    """Everything of a matter that is hers. The immigration file's facts only where she asked for them."""
    with machinery(matter_id):
        sheets, papers = _sheets(matter_id), [*_papers(matter_id), *_edits(matter_id)]
        told = list(_told(matter_id, immigration=immigration))
        left_out = list(_left_out(matter_id, immigration=immigration))
    return Pieces(sheets, papers, told, left_out)


def _sheets(matter_id: UUID) -> list[Piece]:
    if _held_by_nobody(matter_id):
        return []
    rows = [row for row in RecordUpload.objects.filter(matter_id=matter_id).order_by("made_at") if may_go(row.scan)]
    return [
        Piece(
            _("Your criminal record sheet, as we got it (%(number)s)") % {"number": number},
            _sealed(f"record/sheet-{number}.{'pdf' if row.kind == 'pdf' else 'txt'}", row, row.file),
        )
        for number, row in enumerate(rows, start=1)
    ]


def _papers(matter_id: UUID) -> Iterator[Piece]:
    """The newest finished packet, without what was written for counsel."""
    build = _newest_build(matter_id)
    for paper in Paper.objects.filter(build=build).order_by("position") if build else ():
        if Path(paper.slot).name in COUNSELS:
            continue
        for name, suffix in ((paper.pdf, "pdf"), (paper.word, "docx")):
            if name is not None:
                yield Piece(_titled(paper.title, suffix), _sealed(f"papers/{paper.slot}.{suffix}", paper, name))


def _edits(matter_id: UUID) -> Iterator[Piece]:
    for row in WordEdit.objects.filter(matter_id=matter_id).order_by("slot", "number"):
        if may_go(row.scan) and Path(row.slot).name not in COUNSELS:
            title = _("%(paper)s, changed by hand (%(number)s)") % {"paper": row.title, "number": row.number}
            yield Piece(title, _sealed(f"papers-edited/{row.slot}-{row.number}.docx", row, row.file))


def _told(matter_id: UUID, *, immigration: bool) -> Iterator[Piece]:
    """What she has told, as text; the words of the entries are those of the facts file."""
    sheet = FactSheet.objects.filter(matter_id=matter_id).order_by("-number").first()
    if sheet is not None:
        hers = {key: value for key, value in sheet.document.items() if key not in NOT_HERS}
        yield Piece(_("What you have told us"), Member("what-you-told-us.txt", _lines(hers)))
    other = ImmigrationSheet.objects.filter(matter_id=matter_id).order_by("-number").first() if immigration else None
    if other is not None:
        yield Piece(_("What you have told us about immigration"), Member("immigration.txt", _lines(other.document)))


def _left_out(matter_id: UUID, *, immigration: bool) -> Iterator[str]:
    yield _(
        "Your lawyers' own work: what they think the law allows, their questions, plans and lists. Ask them about it."
    )
    yield _("Your advocate's own notes and your safety plan. Ask your advocate: they are yours to ask for.")
    yield _("How we may reach you, and whom you want to avoid: so that nobody who finds this copy learns it.")
    if not immigration and ImmigrationSheet.objects.filter(matter_id=matter_id).exists():
        yield _("The immigration file, because you did not ask for it. You can ask at any time.")
    if _held_by_nobody(matter_id):
        yield _(
            "Your criminal record sheet: your lawyer decided that nobody holds a copy. You can ask the state for your own."
        )
    elif any(not may_go(row.scan) for row in RecordUpload.objects.filter(matter_id=matter_id)):
        yield _("A record sheet that was not found free of viruses. Ask us for it.")
    if any(not may_go(row.scan) for row in WordEdit.objects.filter(matter_id=matter_id)):
        yield _("A Word file that was not found free of viruses. Ask us for it.")
    if PacketBuild.objects.filter(matter_id=matter_id, state=BuildState.DONE).count() > 1:
        yield _("Earlier drafts of the papers. The newest ones are here.")


def _newest_build(matter_id: UUID) -> PacketBuild | None:
    return PacketBuild.objects.filter(matter_id=matter_id, state=BuildState.DONE).order_by("-number").first()


def _held_by_nobody(matter_id: UUID) -> bool:
    rule = CopyRule.objects.filter(matter_id=matter_id).order_by("-number").first()
    return rule is not None and rule.holders == Holders.NOBODY


def _sealed(path: str, row: Any, name: UUID) -> Member:
    return Member(path, file=name, scope=scope_of(row))


def _titled(title: str, suffix: str) -> str:
    return f"{title} ({'PDF' if suffix == 'pdf' else 'Word'})"


def _lines(document: Any) -> bytes:
    return ("\n".join(_written(document, 0)) + "\n").encode()


def _written(value: Any, depth: int) -> Iterator[str]:
    """A document of plain values as indented lines."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value, start=1)
    for key, inner in pairs:
        name = f"{'  ' * depth}{str(key).replace('_', ' ')}:"
        if isinstance(inner, dict | list):
            yield name
            yield from _written(inner, depth + 1)
        else:
            yield f"{name} {inner if isinstance(inner, str) else json.dumps(inner)}"
