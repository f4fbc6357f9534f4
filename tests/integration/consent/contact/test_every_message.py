"""S-20 to S-22, over all there is: every note of every list, in every language, through every door, beside a case full of markers."""

import inspect
import re
from collections.abc import Callable
from typing import Any, get_type_hints

import pytest
from django.core import mail
from django.test import TestCase

from probono.accounts.models import Account
from probono.consent.contact.models import ContactRoute
from probono.consent.contact.services import routes
from probono.consent.contact.services.sending import send
from probono.matters.models import FactSheet, Matter
from probono.matters.services.facts import save_facts
from probono.people.models import Client
from probono.post import services as post
from probono.post.words import WORDS, ClientNote, DeskNote, StaffNote
from tests.integration.consent.contact.conftest import MAIL
from tests.security.markers import Markers, each_said, in_text

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
DOORS: dict[str, type[Any]] = {"to_staff": StaffNote, "to_desk": DeskNote, "to_client": ClientNote}
TEXTS = ("account", "why_now", "why_confidential", "name", "organization", "source")


@pytest.fixture
def marked(with_facts: Matter, avery: Account, frankie: Account) -> Markers:
    """Her name, her words in every fact, what is known of her telephone, and who must not learn of her: all markers."""
    said = Markers()
    client = Client.objects.get(pk=with_facts.client_id)
    client.name, client.also_known_as = said.one(), said.some(2)
    client.save()
    sheet = FactSheet.objects.filter(matter=with_facts).order_by("-number").first()
    assert sheet is not None
    save_facts(by=avery, matter=with_facts, document=_marked(sheet.document, said), based_on=sheet.number)
    whose: dict[str, Any] = {"matter_id": with_facts.pk, "client_id": with_facts.client_id}
    routes.avoid(by=frankie, name=said.one(), about=said.one(), **whose)
    return said


def _marked(value: Any, said: Markers, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _marked(each, said, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_marked(each, said, key) for each in value]
    return said.one() if key in TEXTS and isinstance(value, str) else value


def test_every_door_is_known_here() -> None:
    found = {name: door for name, door in inspect.getmembers(post, inspect.isfunction) if name.startswith("to_")}

    assert set(found) == set(DOORS)
    for name in ("to_staff", "to_desk"):
        assert get_type_hints(found[name])["note"] is DOORS[name]
    assert {note for note, _language in WORDS} == {note for kind in DOORS.values() for note in kind}


def test_no_message_there_is_holds_a_marker_and_all_look_alike(
    marked: Markers, confirmed: Callable[..., ContactRoute], frankie: Account
) -> None:
    languages = [*sorted({language for _note, language in WORDS}), "tl"]
    with TestCase.captureOnCommitCallbacks(execute=True):
        for language in languages:
            route = confirmed(MAIL | {"language": language, "code_word": marked.one(), "who_answers": marked.one()})
            for client_note in ClientNote:
                send(by=frankie, route=route, note=client_note)
            for staff_note in StaffNote:
                post.to_staff(address="staff@example.test", note=staff_note, language=language)
        for desk_note in DeskNote:
            post.to_desk(note=desk_note)

    kept = FactSheet.objects.order_by("-number").first()
    assert kept is not None
    assert len(in_text("\n".join(each_said(kept.document)))) > 5, "the facts are full of markers"
    wires = [re.sub(rb"(?m)^To: .*\n", b"", one.message().as_bytes()) for one in mail.outbox]
    assert len(wires) == len(languages) * (len(ClientNote) + len(StaffNote)) + len(DeskNote)
    assert [word for wire in wires for word in in_text(wire)] == []
    assert len({len(wire) for wire in wires}) == 1
    assert {one.subject for one in mail.outbox} == {words.subject for words in WORDS.values()} - {
        WORDS[note, "es"].subject for note in DeskNote
    }
