"""S-20 to S-22: with a case full of marker strings, no message that leaves holds one, and all have one length."""

import re
import secrets
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.db import transaction
from django.test import TestCase
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.consent.contact.models import ContactRoute, SafetyHold
from probono.consent.contact.services import holds, routes
from probono.consent.contact.services.sending import send
from probono.matters.models import Matter
from probono.people.models import Client
from probono.post import services as post
from probono.post.words import ClientNote, DeskNote, StaffNote
from tests.integration.consent.contact.conftest import ALWAYS

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
ROLES = {word for role in Role for word in re.findall(r"[a-z]{5,}", str(role.label).lower())}


def _markers(around: str) -> Callable[[str], str]:
    """A marker for each field, with anything around it."""
    return lambda field: f"{around}{field}{secrets.token_hex(6)}{around}"


@profile(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(around=texts, note=st.sampled_from(list(ClientNote)), language=st.sampled_from(["en", "es", "tl"]))
def test_no_message_holds_anything_of_a_case(
    around: str, note: ClientNote, language: str,
    confirmed: Callable[..., ContactRoute], matter: Matter, frankie: Account, dana: Account,
) -> None:  # fmt: skip
    said = _markers(around)
    planted = {name: said(name) for name in ("code_word", "who_answers", "name", "about", "client")}
    with transaction.atomic(), TestCase.captureOnCommitCallbacks(execute=True):
        client = Client.objects.get(pk=matter.client_id)
        client.name, client.also_known_as = planted["client"], [planted["client"]]
        client.save()
        way = {"kind": "email", "value": "her@example.test", "hours": ALWAYS, "may_send": True, "language": language}
        route = confirmed(way | {name: planted[name] for name in ("code_word", "who_answers")})
        whose = {"matter_id": matter.pk, "client_id": matter.client_id}
        routes.avoid(by=frankie, name=planted["name"], about=planted["about"], **whose)
        send(by=frankie, route=route, note=note)
    with transaction.atomic(), TestCase.captureOnCommitCallbacks(execute=True):
        holds.hold(by=frankie, **whose)
        post.to_desk(note=DeskNote.MESSAGE)
        post.to_staff(address="staff@example.test", note=StaffNote.UPDATE, language=language)
    sent = [(_to(one), _rest(one)) for one in mail.outbox]
    mail.outbox.clear()
    SafetyHold.objects.all().delete()

    assert sorted(to for to, _rest in sent) == sorted(
        [dana.email, "her@example.test", "staff@example.test", settings.PROGRAM.contact.email]
    )
    for _to_whom, rest in sent:
        assert not [one for one in planted.values() if one in rest or re.sub(r"\W", "", one) in rest]
        assert not [one for one in planted if one.encode().hex() in rest]
        assert not [one for one in ROLES if one in rest.lower()]
        assert matter.code_name not in rest
        assert not any(str(pk) in rest or pk.hex in rest for pk in (matter.pk, matter.client_id, route.pk))
        assert not [word for word in _names() if re.search(rf"\b{word}\b", rest.lower())]
    assert len({len(rest) for _to_whom, rest in sent}) == 1


def _names() -> set[str]:
    program = settings.PROGRAM
    return {
        word
        for name in (program.name, program.organization, program.partner_firm, program.contact.name)
        for word in re.findall(r"\w{4,}", name.lower())
    }


def _to(message: Any) -> str:
    return str(message.to[0])


def _rest(message: Any) -> str:
    """All of a message on the wire but the address it goes to."""
    wire = message.message().as_bytes().decode("ascii")
    return re.sub(r"^To: .*\n", "", wire, flags=re.MULTILINE)
