"""The access tab: who is on the team, and the walls."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.accounts.models import Deny, Grant
from probono.accounts.selectors import outside_organisations
from probono.consent.services import releases
from probono.matters.models import Matter, MatterState
from probono.ui.today import today
from tests.integration.accounts.conftest import confirm

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def tab(urls: SimpleNamespace) -> str:
    return f"{urls.matter}access/"


def test_it_lists_the_team_with_what_each_holds_and_why(as_: Callable[[Any], Client], blair: Any, tab: str) -> None:
    page = as_(blair).get(tab).content.decode()

    assert "Avery Lindqvist" in page
    assert "Represents the client" in page
    assert "Works with the client as her advocate" in page
    advocate = page[page.index("Frankie Delgado") :].split("</section>")[0]
    assert "Represents the client" not in advocate
    assert "The client&#x27;s release" in page
    assert "No wall stands around this matter." in page


def test_the_volunteer_does_not_see_it(as_: Callable[[Any], Client], avery: Any, tab: str) -> None:
    assert as_(avery).get(tab).status_code == 404


def _yes_to(person: Any, matter: Matter, by: Any, *, purpose: str, classes: tuple[str, ...]) -> Any:
    """A signed release for somebody of another organization."""
    paper = releases.draw_up(
        by=by, matter_id=matter.pk, client_id=matter.client_id, organisation=outside_organisations(person)[0], person=person,
        purpose=purpose, classes=classes, language="en", last_day=today(),
    )  # fmt: skip
    releases.sign(by=by, release=paper, how="in_person", signed_on=today())
    return paper


def test_the_manager_puts_somebody_on_the_team(
    as_: Callable[[Any], Client], blair: Any, casey: Any, matter: Matter, tab: str
) -> None:
    _yes_to(casey, matter, blair, purpose="represent", classes=("D3",))
    browser = as_(blair)
    confirm(browser)
    answer = browser.post(f"{tab}team/", {"person": str(casey.pk)}, follow=True)

    assert "The person is on the team now." in answer.content.decode()
    assert as_(casey).get(f"/matters/{matter.pk}/facts/").status_code == 200
    assert "Marisol" not in as_(casey).get(f"/matters/{matter.pk}/").content.decode()


@pytest.mark.parametrize("purpose", [None, "check_conflicts"])
def test_nobody_of_another_organization_comes_onto_the_team_before_the_client_said_yes(
    as_: Callable[[Any], Client], blair: Any, casey: Any, matter: Matter, tab: str, purpose: str | None
) -> None:
    if purpose:
        _yes_to(casey, matter, blair, purpose=purpose, classes=("D2",))
    browser = as_(blair)
    confirm(browser)
    answer = browser.post(f"{tab}team/", {"person": str(casey.pk)}, follow=True)

    assert "The client has not said yes to this person" in answer.content.decode()
    assert as_(casey).get(f"/matters/{matter.pk}/facts/").status_code == 404


def test_a_stop_asks_whoever_keeps_releases_for_a_handover_until_there_is_one(
    as_: Callable[[Any], Client], blair: Any, frankie: Any, casey: Any, matter: Matter, tab: str
) -> None:
    paper = _yes_to(casey, matter, blair, purpose="represent", classes=("D3",))
    confirm(browser := as_(blair))
    browser.post(f"{tab}team/", {"person": str(casey.pk)})
    asks, page = "She stopped a release: who goes on?", f"/matters/{matter.pk}/"
    assert asks not in browser.get(page).content.decode()

    browser.post(f"{page}releases/{paper.pk}/stop/", {"ends_work": "yes"})
    assert asks in browser.get(page).content.decode()
    assert asks in as_(frankie).get(page).content.decode()
    assert asks not in as_(casey).get(page).content.decode()
    told = browser.get(f"{page}releases/{paper.pk}/").content.decode()
    assert "She wants the work of her lawyers there to end too." in told

    browser.post(f"{tab}team/{casey.pk}/end/")
    assert asks not in browser.get(page).content.decode()


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
