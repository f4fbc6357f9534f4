"""What the client has signed, for her own copy of the file: the text she was given, and the signed paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from probono.accounts.walls import machinery
from probono.consent.models import Release
from probono.consent.pages import card
from probono.vault.fields import scope_of
from probono.vault.uploads.verdicts import may_go
from probono.vault.zipped import Member

SUFFIX = {"pdf": "pdf", "jpeg": "jpg", "png": "png"}


@dataclass(frozen=True, slots=True)
class Paper:
    """One file, with what it is, in the language that is active."""

    title: str
    member: Member


def papers_of(matter_id: UUID, language: str) -> list[Paper]:
    """Every release she signed, in the order in which they were drawn up."""
    with machinery(matter_id):
        rows = Release.objects.filter(matter_id=matter_id, signed_at__isnull=False)
        rows = rows.select_related("organisation", "person").order_by("made_at", "id")
        return [one for number, row in enumerate(rows, start=1) for one in _papers(number, row, language)]


def left_out_of(matter_id: UUID) -> list[str]:
    """What she signed and does not get, as sentences in the language that is active."""
    with machinery(matter_id):
        rows = Release.objects.filter(matter_id=matter_id, copy__isnull=False)
        if all(may_go(row.copy_scan) for row in rows):
            return []
    return [_("A signed paper that was not found free of viruses. Ask us for it.")]


def is_of_a_minor(matter_id: UUID) -> bool:
    """Whether any paper of the matter was drawn up for somebody who is not of age."""
    with machinery(matter_id):
        return Release.objects.filter(matter_id=matter_id, is_minor=True).exists()


def _papers(number: int, row: Release, language: str) -> Iterator[Paper]:
    who = card(row, language).recipient or _("The exact words of a listing")
    yield Paper(_("What you said yes to: %(who)s") % {"who": who}, Member(f"agreed/{number}.txt", _text(row).encode()))
    if row.copy is not None and may_go(row.copy_scan):
        member = Member(f"agreed/{number}-signed.{SUFFIX[row.copy_kind]}", file=row.copy, scope=scope_of(row))
        yield Paper(_("The paper you signed: %(who)s") % {"who": who}, member)


def _text(row: Release) -> str:
    """The exact text she was given."""
    said = [row.document["title"]]
    for part in row.document["parts"]:
        said.append(f"\n{part['heading']}")
        for line in part["lines"]:
            said += (
                [f"- {one}" for one in line["list"]]
                if line.get("list")
                else [line.get("exact") or line.get("text", "")]
            )
    return "\n".join(said) + "\n"
