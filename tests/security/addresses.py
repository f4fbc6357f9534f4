"""Every registered address with values that lead somewhere, so that a test meets each page with its work before it."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import docx
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter

from probono.accounts.entry import Route
from probono.accounts.registry import registered
from probono.matters.models import ItemRow, Matter, PacketBuild, Paper, RecordUpload, WordEdit
from tests.integration.conftest import SHEET


@dataclass(frozen=True)
class Address:
    """One address: its name, its path and what it opens."""

    name: str
    path: str
    route: Route

    def is_told(self, method: str) -> bool:
        """Whether a request to it leaves a row: all but looking at one's own account."""
        return bool(self.route.data_class) or method not in ("GET", "HEAD")


class Addresses:
    """The addresses for one matter that has a sheet, facts, a packet and an edited file.

    `member` is on its team, `other` is somebody who might be.
    """

    def __init__(self, matter: Matter, *, member: Any, other: Any) -> None:
        build = PacketBuild.objects.filter(matter=matter).latest("number")
        self.matter = matter
        self.paper = Paper.objects.filter(build=build, word__isnull=False).order_by("position")[0]
        self.files: list[tuple[str, Any]] = [
            ("sheet", RecordUpload.objects.get(matter=matter).pk),
            ("packet", build.pk),
            ("edit", WordEdit.objects.get(matter=matter).pk),
        ]
        for paper in Paper.objects.filter(build=build):
            kinds = [kind for kind in ("pdf", "word", "other") if getattr(paper, kind)]
            self.files += [(kind, paper.pk) for kind in kinds]
        self._there: dict[str, Any] = {
            "matter_id": matter.pk,
            "item_key": ItemRow.objects.filter(matter=matter).order_by("position")[0].item_key,
            "name": "petitioner",
            "mark": "capd_los_angeles",
            "office": "los_angeles_district_attorney",
            "kind": "pdf",
            "page": 1,
            "place": 1,
            "number": build.number,
            "key": 1,
            "person": member.pk,
        }
        self._person = str(other.pk)
        self._of = {"matters:give-word": {"pk": self.paper.pk}, "matters:download": {"pk": self.paper.pk}}
        self._of |= {name: {"number": 1} for name in ("matters:facts-version", "matters:facts-bring-back")}
        self._of |= {"accounts:keep-out": {"person": uuid4()}, "accounts:let-back": {"person": uuid4()}}

    def __iter__(self) -> Iterator[Address]:
        for name, route in sorted(registered().items()):
            yield self.one(name, route)

    def one(self, name: str, route: Route | None = None) -> Address:
        """One address by its name."""
        found = {key: self._value(name, key, converter) for key, converter in _parts(name).items()}
        return Address(name, reverse(name, kwargs=found), route or registered()[name])

    def downloads(self) -> list[str]:
        """The path of every file there is: the sheet, each paper in each form, the edited file, the whole packet."""
        return [
            reverse("matters:download", kwargs={"matter_id": self.matter.pk, "kind": kind, "pk": pk})
            for kind, pk in self.files
        ]

    def body(self, name: str, say: str = "Nadia") -> dict[str, Any]:
        """A form for an address that it would keep; every text in it is `say`."""
        chosen = {"person": self._person} if name in ("matters:team-add", "matters:wall-add") else {}
        return {**_BODIES.get(name, {}), **_said(name, say), **chosen}

    def _value(self, name: str, key: str, converter: Any) -> Any:
        known = self._there | self._of.get(name, {})
        if key in known:
            return known[key]
        if isinstance(converter, UUIDConverter):
            return uuid4()
        return 1 if isinstance(converter, IntConverter) else "sample"


def sheet_with(words: Iterable[str]) -> bytes:
    """The README's sheet with a line for each word that the reader keeps as unread, and each as a place of arrest."""
    lines = "".join(f"COM: SEEN AT {word}\n" for word in words)
    return SHEET + f"\n{lines}".encode()


def word_with(text: str) -> bytes:
    """A Word file that says these lines."""
    document, packed = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(packed)
    return packed.getvalue()


def _parts(name: str) -> dict[str, Any]:
    """The changing parts of an address, with their converters."""
    resolver: Any = get_resolver(settings.ROOT_URLCONF)
    *spaces, last = name.split(":")
    for space in spaces:
        resolver = resolver.namespace_dict[space][1]
    _possibilities, _pattern, _defaults, converters = resolver.reverse_dict.getlist(last)[0]
    return dict(converters)


_BODIES: dict[str, dict[str, Any]] = {
    "matters:facts-part": {"based_on": "1", "language": "es", "initials": "N.F."},
    "matters:facts-new-period": {"based_on": "1", "kind": "trafficking", "start": "2011-02-03", "end": "2011-05-06"},
    "matters:facts-period": {"based_on": "1", "kind": "trafficking", "start": "2011-02-03", "end": "2011-05-06"},
    "matters:facts-remove-period": {"based_on": "1"},
    "matters:facts-bring-back": {"based_on": "1"},
    "matters:agency": {"based_on": "1", "name": "Nobody's Police Department", "source": "A call"},
    "matters:service": {"based_on": "1", "way": "mail", "address": "1 FICTIONAL Street"},
    "matters:facts-item": {
        "based_on": "1",
        "enhancements-TOTAL_FORMS": "1",
        "enhancements-INITIAL_FORMS": "0",
        "enhancements-0-status": "charged",
    },
    "matters:facts-immigration": {"based_on": "1", "noncitizen": "yes"},
    "matters:build": {"mode": "draft"},
    "matters:wall-add": {"basis": "wall", "data_class": "D*"},
    "matters:emergency": {"reason": "safety"},
    "accounts:invite": {"role": "VA"},
    "accounts:add-organization": {"new-kind": "firm"},
}


def _said(name: str, say: str) -> dict[str, Any]:
    """The texts and files of a form, by the address it belongs to."""
    texts = dict.fromkeys(_TEXTS.get(name, ()), say)
    if name == "matters:record":
        return {"file": SimpleUploadedFile(f"{say}.txt", sheet_with([say]), "text/plain")}
    if name == "matters:give-word":
        return {"file": SimpleUploadedFile(f"{say}.docx", word_with(say))}
    if name == "accounts:invite":
        texts["email"] = f"{say.lower()}@example.test"
    return texts


_TEXTS = {
    "matters:facts-part": ("name", "also_known_as", "source"),
    "matters:facts-new-period": ("account", "why_now", "why_confidential", "evidence", "source"),
    "matters:facts-period": ("account", "why_now", "why_confidential", "evidence", "source"),
    "matters:agency": ("name", "source"),
    "matters:service": ("address", "source"),
    "matters:facts-item": ("account", "evidence", "source", "enhancements-0-section"),
    "matters:emergency": ("code_name",),
    "accounts:invite": ("name",),
    "accounts:add-organization": ("new-name",),
    "accounts:name-passkey": ("name",),
    "accounts:prove": ("code",),
}
