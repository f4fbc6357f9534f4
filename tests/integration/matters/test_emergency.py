"""Opening a file in an emergency: an hour, a reason, two officers who see it, and never across a wall."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts import services
from probono.accounts.data_classes import ANY
from probono.accounts.models import Grant
from probono.accounts.models.access import Basis
from probono.accounts.roles import Role
from probono.audit.models import Entry
from probono.matters.models import EmergencyOpening, Matter
from tests.integration.accounts.conftest import confirm
from tests.integration.conftest import _person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
FORM = "/matters/emergency/"
LIST = "/matters/emergencies/"


@pytest.fixture
def gale(home: Any) -> Any:
    """A community advocate of the home organisation who is on no team."""
    return _person("Gale Ferreira", home, Role.COMMUNITY_ADVOCATE)


@pytest.fixture
def pat(home: Any) -> Any:
    return _person("Pat Holloway", home, Role.PRIVACY_OFFICER)


@pytest.fixture
def opened(as_: Callable[[Any], Client], gale: Any, matter: Matter) -> Client:
    browser = as_(gale)
    confirm(browser)
    answer = browser.post(FORM, {"code_name": matter.code_name, "reason": "safety"})
    assert answer.status_code == 302, answer.content
    return browser


def test_it_opens_one_matter_for_an_hour(opened: Client, gale: Any, matter: Matter) -> None:
    page = opened.get(f"/matters/{matter.pk}/").content.decode()

    assert "Marisol Aranda Vega" in page
    grants = Grant.objects.filter(account=gale, basis=Basis.BREAK_GLASS)
    assert {grant.data_class for grant in grants} == {"D2", "D3", "D10"}
    assert {grant.verb for grant in grants} == {"read"}
    assert all(dt.timedelta(minutes=59) < grant.until - timezone.now() <= dt.timedelta(minutes=60) for grant in grants)  # type: ignore[operator]


def test_it_opens_nothing_else(opened: Client, gale: Any, matter: Matter) -> None:
    for part in ("record", "findings", "facts", "packet"):
        assert opened.get(f"/matters/{matter.pk}/{part}/").status_code == 404


def test_it_ends(opened: Client, gale: Any, matter: Matter) -> None:
    Grant.objects.filter(account=gale, basis=Basis.BREAK_GLASS).update(
        starts=timezone.now() - dt.timedelta(hours=2), until=timezone.now() - dt.timedelta(hours=1)
    )

    assert opened.get(f"/matters/{matter.pk}/").status_code == 404


def test_it_is_told_with_its_reason(opened: Client, gale: Any) -> None:
    told = Entry.objects.filter(action="break_glass").get()

    assert (told.actor, told.reason) == (gale.pk, "safety")


@pytest.mark.parametrize("whose", ["matter_id", "client_id"])
def test_a_wall_is_never_crossed_and_looks_like_no_such_file(
    as_: Callable[[Any], Client], gale: Any, matter: Matter, whose: str
) -> None:
    subject = matter.pk if whose == "matter_id" else matter.client_id
    services.deny(account=gale, data_class="D8", basis=Basis.CLIENT_NO, **{whose: subject})  # type: ignore[arg-type]
    browser = as_(gale)
    confirm(browser)

    walled = browser.post(FORM, {"code_name": matter.code_name, "reason": "safety"})
    absent = browser.post(FORM, {"code_name": "Cedar Lantern 99", "reason": "safety"})

    assert (walled.status_code, absent.status_code) == (422, 422)
    sentence = "No file can be opened under that name."
    assert sentence in walled.content.decode()
    assert sentence in absent.content.decode()
    assert not EmergencyOpening.objects.exists()


def test_a_wall_put_up_afterwards_ends_it(opened: Client, gale: Any, matter: Matter) -> None:
    services.deny(account=gale, data_class=ANY, basis=Basis.WALL, matter_id=matter.pk)

    assert opened.get(f"/matters/{matter.pk}/").status_code == 404


@pytest.mark.parametrize("person", ["avery", "casey", "blair"])
def test_whose_role_opens_nothing_finds_no_such_page(
    as_: Callable[[Any], Client], request: pytest.FixtureRequest, matter: Matter, person: str
) -> None:
    browser = as_(request.getfixturevalue(person))
    confirm(browser)

    assert browser.get(FORM).status_code == 404
    assert browser.post(FORM, {"code_name": matter.code_name, "reason": "safety"}).status_code == 404
    assert not EmergencyOpening.objects.exists()


@pytest.mark.parametrize(
    "told",
    [
        {"code_name": "", "reason": "safety"},
        {"code_name": "x", "reason": ""},
        {"code_name": "x", "reason": "curiosity"},
    ],
)
def test_it_wants_a_name_and_a_reason_of_the_list(
    as_: Callable[[Any], Client], gale: Any, told: dict[str, str]
) -> None:
    browser = as_(gale)
    confirm(browser)

    assert browser.post(FORM, told).status_code == 422


def test_it_wants_a_fresh_proof(as_: Callable[[Any], Client], gale: Any, matter: Matter) -> None:
    answer = as_(gale).post(FORM, {"code_name": matter.code_name, "reason": "safety"})

    assert answer.headers["Location"].startswith("/account/confirm/")
    assert not EmergencyOpening.objects.exists()


def test_both_officers_see_it_and_one_reviews_it(
    as_: Callable[[Any], Client], opened: Client, dana: Any, pat: Any, matter: Matter, gale: Any
) -> None:
    for officer in (dana, pat):
        page = as_(officer).get(LIST).content.decode()
        assert "Gale Ferreira" in page
        assert matter.code_name in page
    opening = EmergencyOpening.objects.get()

    as_(pat).post(f"{LIST}{opening.pk}/", {"finding": "justified"})

    opening.refresh_from_db()
    assert (opening.reviewed_by, opening.justified) == (pat, True)
    assert Grant.objects.filter(account=gale, basis=Basis.BREAK_GLASS, until__gt=timezone.now()).exists()


def test_what_was_not_justified_ends_at_once(
    as_: Callable[[Any], Client], opened: Client, dana: Any, matter: Matter
) -> None:
    as_(dana).post(f"{LIST}{EmergencyOpening.objects.get().pk}/", {"finding": "not"})

    assert opened.get(f"/matters/{matter.pk}/").status_code == 404


def test_a_finding_is_given_once(as_: Callable[[Any], Client], opened: Client, dana: Any, pat: Any) -> None:
    opening = EmergencyOpening.objects.get()
    as_(dana).post(f"{LIST}{opening.pk}/", {"finding": "justified"})
    as_(pat).post(f"{LIST}{opening.pk}/", {"finding": "not"})

    opening.refresh_from_db()
    assert (opening.reviewed_by, opening.justified) == (dana, True)


def test_nobody_reviews_her_own(as_: Callable[[Any], Client], gale: Any, home: Any, opened: Client) -> None:
    services.add_member(account=gale, organisation=home, role=Role.PRIVACY_OFFICER, starts=dt.date(2026, 1, 5))

    as_(gale).post(f"{LIST}{EmergencyOpening.objects.get().pk}/", {"finding": "justified"})

    assert EmergencyOpening.objects.get().reviewed_by is None


def test_only_officers_see_the_list(as_: Callable[[Any], Client], opened: Client, blair: Any, avery: Any) -> None:
    for person in (blair, avery):
        assert as_(person).get(LIST).status_code == 404
        assert as_(person).post(f"{LIST}{EmergencyOpening.objects.get().pk}/").status_code == 404


def test_a_late_review_is_marked(as_: Callable[[Any], Client], opened: Client, dana: Any) -> None:
    EmergencyOpening.objects.update(made_at=timezone.now() - dt.timedelta(hours=73))

    assert "tag--stop" in as_(dana).get(LIST).content.decode()
