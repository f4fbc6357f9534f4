"""S-12: whatever else a form is sent with, nothing changes but what the form asks for.

Every registered address is sent its form twice by everybody: as it is, and with a field for every column of every table beside
it. What the tables hold afterwards is the same.
"""

import datetime as dt
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import (
    AutoField,
    BooleanField,
    DateField,
    DateTimeField,
    Field,
    IntegerField,
    JSONField,
    UUIDField,
)
from django.test import Client

from probono.accounts.data_classes import ANY
from probono.accounts.models import Account
from probono.matters.models import Matter
from probono.ui.today import today
from tests.integration.accounts.conftest import confirm
from tests.integration.conftest import SHEET
from tests.integration.matters.test_facts import PERIOD
from tests.security.test_every_cell import World, addresses, undone, world

__all__ = ["world"]
pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BY_ITSELF = {"audit", "OpenSession", "Attempt", "HeldForm", "SessionChoice"}
"""What every request writes, and what a form keeps of its own words."""
NEVER_SENT = {"file"}
"""A file is a file, not a field of text."""


def _docx() -> SimpleUploadedFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        archive.writestr(zipfile.ZipInfo("word/document.xml"), "<document>FICTIONAL</document>")
    return SimpleUploadedFile("mine.docx", out.getvalue())


def bodies(world: World, avery: Account, casey: Account) -> dict[str, dict[str, Any]]:
    """A form that is kept, for each address that has one."""
    newest = {"based_on": "2"}
    paper = {"language": "en", "last_day": today().isoformat(), "is_minor": "no"}
    firm = avery.memberships.get().organisation_id
    rows = {"enhancements-TOTAL_FORMS": "0", "enhancements-INITIAL_FORMS": "0"}
    return {
        "matters:facts-part": newest | {"legal_name": "Marisol Aranda", "source": "Client"},
        "matters:facts-new-period": PERIOD | newest,
        "matters:facts-period": PERIOD | newest,
        "matters:facts-remove-period": newest,
        "matters:facts-bring-back": newest,
        "matters:facts-item": newest | rows | {"source": "Client, interview of 2026-03-04"},
        "matters:agency": newest | {"name": "Los Angeles Police Department", "source": "Its website, 2026-03-04"},
        "matters:service": newest | {"way": "mail", "address": "1 FICTIONAL Street"},
        "matters:facts-immigration": {"based_on": "1"} | {"noncitizen": "no"},
        "matters:record": {"file": SimpleUploadedFile("sheet.txt", SHEET)},
        "matters:record-holders": {"holders": "counsel"},
        "matters:screen": {"again": "yes"},
        "matters:build": {"mode": "draft"},
        "matters:give-word": {"file": _docx()},
        "matters:team-add": {"person": str(casey.pk)},
        "matters:team-end": {"yes": "yes"},
        "matters:wall-add": {"person": str(avery.pk), "basis": "client_no", "data_class": "D6"},
        "matters:wall-end": {"yes": "yes"},
        "matters:window": {"language": "en"},
        "matters:emergency": {"code_name": world.matter.code_name, "reason": "safety"},
        "consent:new": paper | {"organisation": str(firm), "purpose": "represent", "classes": ["D2"]},
        "consent:new-listing": paper | {"text": "A mother of two asks for help."},
        "consent:stop": {"yes": "yes"},
        "matters:contact-avoid": {"name": "Rex FICTIONAL", "about": "A voice."},
        "accounts:recover": {"person": str(casey.pk)},
        "accounts:invite": {"name": "Robin Ash", "email": "robin@example.test", "role": "TR"},
        "accounts:add-organization": {"name": "Foxglove Legal", "kind": "firm"},
    }


@pytest.fixture
def extras(world: World, dana: Account) -> dict[str, str]:
    """A field for every column there is, with a value that would tell if it were taken."""
    found: dict[str, str] = {}
    for model in _tables():
        for field in model._meta.concrete_fields:
            for name in (field.name, field.attname):
                found.setdefault(name, _hostile(field, world, dana))
    return found | {
        "data_class": ANY,
        "verb": "write",
        "actor": str(dana.pk),
        "by": str(dana.pk),
        "client_id": str(world.other.client_id),
    }


def _hostile(field: Field, world: World, dana: Account) -> str:
    if field.name == "matter":
        return str(world.other.pk)
    if field.related_model is not None or isinstance(field, UUIDField):
        return str(dana.pk if field.related_model is Account else world.other.pk)
    if isinstance(field, BooleanField):
        return "on"
    if isinstance(field, DateTimeField):
        return "2031-05-05T05:05"
    if isinstance(field, DateField):
        return "2031-05-05"
    if isinstance(field, IntegerField):
        return "77"
    return '{"planted": true}' if isinstance(field, JSONField) else "planted"


def _tables() -> list[Any]:
    models = (model for model in apps.get_models() if model.__module__.startswith("probono."))
    return [one for one in models if not {one.__name__, one._meta.app_label} & BY_ITSELF]


def _held(known: frozenset[Any]) -> Counter[str]:
    """Every row of every table, apart from what is new with each: its own id, times, and names of files."""

    def said(row: Any, field: Any) -> Any:
        value = getattr(row, field.attname)
        if isinstance(value, UUID) and value not in known:
            return "new"
        return (
            "some day" if isinstance(value, dt.date) and field.name in ("made_at", "starts", "until", "at") else value
        )

    return Counter(
        repr((model.__name__, [(one.attname, said(row, one)) for one in model._meta.concrete_fields if _tells(one)]))
        for model in _tables()
        for row in model._default_manager.all()
    )


def _tells(field: Any) -> bool:
    return not isinstance(field, AutoField) and not field.name.endswith(("_at", "mark", "hash"))


def _ids() -> frozenset[Any]:
    return frozenset(row.pk for model in _tables() for row in model._default_manager.all())


def _after(browser: Client, path: str, body: dict[str, Any], known: frozenset[Any]) -> Counter[str]:
    kept = browser.cookies.copy()
    with undone():
        for value in body.values():
            if hasattr(value, "seek"):
                value.seek(0)
        answer = browser.post(path, body)
        assert answer.status_code < 500
        found = _held(known)
    browser.cookies = kept
    return found


def test_no_field_but_those_of_the_form_is_taken(
    world: World, extras: dict[str, str], as_: Callable[[Any], Client], avery: Account, blair: Account, casey: Account,
    dana: Account, elif_: Account, frankie: Account,
) -> None:  # fmt: skip
    forms, known, before = bodies(world, avery, casey), _ids(), _held(_ids())
    changed, wrong = set(), []
    for person in (avery, blair, dana, elif_, frankie):
        browser = as_(person)
        confirm(browser)
        for address in addresses(world):
            body, path = forms.get(address.name, {}), address.at(world.matter.pk)
            asked = set(re.findall(r'name="([^"]+)"', browser.get(path).content.decode(errors="replace")))
            more = {name: value for name, value in extras.items() if name not in asked | NEVER_SENT}
            plain, planted = _after(browser, path, body, known), _after(browser, path, more | body, known)
            changed |= {address.name} if plain != before else set()
            if planted != plain:
                wrong.append(f"{person.name}, {address.name}: {planted - plain} instead of {plain - planted}")

    assert not wrong, "\n".join(wrong)
    assert set(forms) <= changed, f"These forms changed nothing, so they prove nothing: {set(forms) - changed}"


@pytest.mark.parametrize("change", [{"state": "closed"}, {"code_name": "planted"}, {"opened_by": "dana"}])
def test_a_column_that_was_taken_would_be_seen(world: World, dana: Account, change: dict[str, Any]) -> None:
    known, before = _ids(), _held(_ids())

    Matter.objects.filter(pk=world.matter.pk).update(
        **{name: dana if value == "dana" else value for name, value in change.items()}
    )

    assert _held(known) != before
