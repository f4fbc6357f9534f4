"""The access tab: who is on the team, and the walls."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.accounts.models import Deny, Grant
from probono.matters.models import Matter, MatterState
from tests.integration.accounts.conftest import confirm

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def tab(urls: SimpleNamespace) -> str:
    return f"{urls.matter}access/"


def test_it_lists_the_team_with_what_each_holds_and_why(as_: Callable[[Any], Client], blair: Any, tab: str) -> None:
    page = as_(blair).get(tab).content.decode()

    assert "Avery Lindqvist" in page
    assert "Represents the client" in page
    assert "The client&#x27;s release" in page
    assert "No wall stands around this matter." in page


def test_the_volunteer_does_not_see_it(as_: Callable[[Any], Client], avery: Any, tab: str) -> None:
    assert as_(avery).get(tab).status_code == 404


def test_the_manager_puts_somebody_on_the_team(
    as_: Callable[[Any], Client], blair: Any, casey: Any, matter: Matter, tab: str
) -> None:
    browser = as_(blair)
    confirm(browser)
    answer = browser.post(f"{tab}team/", {"person": str(casey.pk)}, follow=True)

    assert "The person is on the team now." in answer.content.decode()
    assert as_(casey).get(f"/matters/{matter.pk}/facts/").status_code == 200
    assert "Marisol" not in as_(casey).get(f"/matters/{matter.pk}/").content.decode()


def test_and_takes_her_off(as_: Callable[[Any], Client], blair: Any, avery: Any, matter: Matter, tab: str) -> None:
    browser = as_(avery)
    assert browser.get(f"/matters/{matter.pk}/").status_code == 200

    as_(blair).post(f"{tab}team/{avery.pk}/end/")

    assert browser.get(f"/matters/{matter.pk}/").status_code == 404


def test_who_works_on_no_team_is_not_offered(
    as_: Callable[[Any], Client], blair: Any, dana: Any, matter: Matter, tab: str
) -> None:
    browser = as_(blair)
    confirm(browser)
    answer = browser.post(f"{tab}team/", {"person": str(dana.pk)})

    assert answer.status_code == 422
    assert not Grant.objects.filter(account=dana, matter_id=matter.pk).exists()


def test_the_advocate_writes_down_the_client_s_no(
    as_: Callable[[Any], Client], frankie: Any, avery: Any, matter: Matter, tab: str
) -> None:
    """She keeps the client's releases; a no covers everything of the client."""
    as_(frankie).post(f"{tab}walls/", {"person": str(avery.pk), "basis": "client_no", "data_class": "D*"})

    wall = Deny.objects.get()
    assert (wall.client_id, wall.matter_id, wall.basis) == (matter.client_id, None, "client_no")
    assert as_(avery).get(f"/matters/{matter.pk}/").status_code == 404


def test_the_advocate_puts_up_no_ethical_wall_and_changes_no_team(
    as_: Callable[[Any], Client], frankie: Any, avery: Any, matter: Matter, tab: str
) -> None:
    browser = as_(frankie)
    told = {"person": str(avery.pk), "basis": "wall", "data_class": "D*"}

    assert browser.post(f"{tab}walls/", told).status_code == 404
    assert browser.post(f"{tab}team/{avery.pk}/end/").status_code == 404
    assert not Deny.objects.exists()


def test_only_an_officer_takes_a_wall_down(
    as_: Callable[[Any], Client], blair: Any, dana: Any, avery: Any, matter: Matter, tab: str
) -> None:
    as_(blair).post(f"{tab}walls/", {"person": str(avery.pk), "basis": "wall", "data_class": "D5"})
    wall = Deny.objects.get()
    assert as_(avery).get(f"/matters/{matter.pk}/packet/").status_code == 404

    manager, officer = as_(blair), as_(dana)
    confirm(manager)
    confirm(officer)

    assert manager.post(f"{tab}walls/{wall.pk}/end/").status_code == 404
    assert officer.post(f"{tab}walls/{wall.pk}/end/").status_code == 302

    assert as_(avery).get(f"/matters/{matter.pk}/packet/").status_code == 200


def test_a_wall_of_another_matter_is_not_taken_down_from_here(
    as_: Callable[[Any], Client], dana: Any, avery: Any, matter: Matter, tab: str
) -> None:
    other = Matter.objects.create(client_id=matter.client_id, code_name="Teal Harbor 1")
    as_(dana).post(f"/matters/{other.pk}/access/walls/", {"person": str(avery.pk), "basis": "wall", "data_class": "D5"})

    browser = as_(dana)
    confirm(browser)
    page = browser.post(f"{tab}walls/{Deny.objects.get().pk}/end/", follow=True).content.decode()

    assert "That wall does not stand any more." in page
    assert Deny.objects.get().until is None


def test_a_closed_matter_takes_nobody_in(
    as_: Callable[[Any], Client], blair: Any, casey: Any, matter: Matter, tab: str
) -> None:
    matter.state = MatterState.CLOSED
    matter.save()

    browser = as_(blair)
    confirm(browser)
    page = browser.post(f"{tab}team/", {"person": str(casey.pk)}, follow=True).content.decode()

    assert "This matter is closed." in page
