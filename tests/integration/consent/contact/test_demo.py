"""The demo's clients can be reached by fictional ways, one of them confirmed, and nobody real answers them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account
from probono.consent.contact.known_ways import State, state_of
from probono.consent.contact.models import ContactRoute, PersonToAvoid
from probono.consent.contact.services.demo import load_ways
from probono.matters.models import Matter

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def loaded(matter: Matter, frankie: Account, dana: Account) -> dict[str, ContactRoute]:
    load_ways(matter_id=matter.pk, client_id=matter.client_id, advocate=frankie, second=dana)
    return {route.kind: route for route in ContactRoute.objects.all()}


def test_a_telephone_is_confirmed_and_mail_is_not(loaded: dict[str, ContactRoute]) -> None:
    states = {kind: state_of(route, timezone.now()) for kind, route in loaded.items()}

    assert states == {"phone": State.CONFIRMED, "email": State.UNKNOWN}
    assert PersonToAvoid.objects.count() == 1


def test_nobody_real_answers(loaded: dict[str, ContactRoute]) -> None:
    assert re.fullmatch(r"\(213\) 555-01\d\d", loaded["phone"].value)
    assert re.fullmatch(r"reader1\d\d@mailbox\.example", loaded["email"].value)


def test_the_contact_tab_shows_the_script(
    loaded: dict[str, ContactRoute], as_: Callable[[Account], Client], frankie: Account, urls: Any
) -> None:
    page = as_(frankie).get(f"{urls.matter}contact/").content.decode()

    assert "sewing class" in page
    assert loaded["phone"].value in page
