"""Releases open what they name to whom they name, until they end or she stops them (S-18)."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.utils import timezone

from demo.pdf import text_pdf
from probono.accounts import gate, services
from probono.accounts.models import Account, Grant
from probono.accounts.roles import Role
from probono.audit.models import Entry
from probono.consent.contact.models import PersonToAvoid
from probono.consent.models import Release
from probono.consent.policies import NotNowError, NotYoursError, latest_day
from probono.consent.selectors import listing_agreed
from probono.consent.services import releases
from probono.matters.models import Matter, RecordUpload
from probono.matters.services.downloads import redeem, ticket
from probono.matters.services.opening import engage, open_matter
from probono.matters.services.record import add_sheet
from probono.matters.services.sheet_taking import take_sheet
from probono.people.models import Client as Person
from probono.people.selectors import client_for
from probono.ui.today import today
from tests.integration.conftest import BEGAN, SHEET

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
A_DAY = dt.timedelta(days=1)


@pytest.fixture
def gale(home: Any) -> Account:
    """A technical assistance attorney at the partner firm."""
    partner = services.add_organisation(name="Thornbury Vale LLP", kind="partner_firm")
    account = services.add_account(email="gale@example.test", name="Gale Amory", is_demo=True)
    services.add_member(account=account, organisation=partner, role=Role.TECHNICAL_ASSISTANCE, starts=BEGAN)
    return account


def _knows(account: Account, matter: Matter) -> bool:
    return client_for(account, matter.client_id) is not None


def _opens(account: Account, matter: Matter) -> set[str]:
    held = Grant.objects.filter(account=account, matter_id=matter.pk, basis="release", until__gt=timezone.now())
    return set(held.values_list("data_class", flat=True))


def _partner(gale: Account) -> Any:
    return gale.memberships.get().organisation


def test_a_paper_opens_nothing_until_it_is_signed(drawn: Any, blair: Account, casey: Account, matter: Matter) -> None:
    engage(by=blair, matter=matter, account=casey, role=Role.VOLUNTEER_ATTORNEY)
    paper = drawn()
    assert not _knows(casey, matter)

    releases.sign(by=blair, release=paper, how="in_person", signed_on=today())

    assert _knows(casey, matter)
    assert paper.is_live


def test_without_a_name_it_holds_for_those_of_the_firm_on_the_team(signed: Any, casey: Account, matter: Matter) -> None:
    signed()

    assert not _knows(casey, matter)
    assert not Grant.objects.filter(account=casey, matter_id=matter.pk).exists()


def test_whoever_comes_onto_the_team_later_has_what_it_opens(
    signed: Any, blair: Account, casey: Account, matter: Matter
) -> None:
    paper = signed(classes=["D2"])

    engage(by=blair, matter=matter, account=casey, role=Role.VOLUNTEER_ATTORNEY)
    engage(by=blair, matter=matter, account=casey, role=Role.PARALEGAL)

    assert _knows(casey, matter)
    assert _opens(casey, matter) == {"D2"}
    paper.refresh_from_db()
    assert len(paper.grant_ids) == 1


def test_somebody_else_of_another_firm_on_the_team_has_nothing_of_it(
    signed: Any, avery: Account, casey: Account, matter: Matter
) -> None:
    before = _opens(avery, matter)

    signed(person=casey)

    assert _opens(avery, matter) == before


def test_its_classes_meet_the_matrix(signed: Any, gale: Account, matter: Matter) -> None:
    """The scope is asked for each class: the role's cells and the release's, and nothing else."""
    signed(organisation=_partner(gale), person=gale, purpose="advise", classes=["D4", "D6"])

    assert _opens(gale, matter) == {"D4", "D6"}
    for data_class in ("D2", "D3", "D5", "D7", "D10", "D18"):
        assert not gate.can(gale, data_class, matter_id=matter.pk, client_id=matter.client_id)


def test_a_role_without_the_cell_gets_nothing(signed: Any, blair: Account, matter: Matter, other_firm: Any) -> None:
    nora = services.add_account(email="nora@example.test", name="Nora Fictional")
    services.add_member(account=nora, organisation=other_firm, role=Role.PARALEGAL, starts=BEGAN)
    engage(by=blair, matter=matter, account=nora, role=Role.PARALEGAL)

    signed(person=nora, classes=["D2", "D3"])

    assert _opens(nora, matter) == set()


def test_a_conflict_check_opens_to_one_person_for_72_hours(signed: Any, other_firm: Any, matter: Matter) -> None:
    kim = services.add_account(email="kim@example.test", name="Kim Fictional")
    services.add_member(account=kim, organisation=other_firm, role=Role.COORDINATOR, starts=BEGAN)

    paper = signed(person=kim, purpose="check_conflicts")

    grant = Grant.objects.get(account=kim, basis="release")
    assert grant.until == paper.signed_at + dt.timedelta(hours=72)


def test_a_coordinator_has_nothing_by_a_release_for_lawyers(signed: Any, other_firm: Any, matter: Matter) -> None:
    kim = services.add_account(email="kim@example.test", name="Kim Fictional")
    services.add_member(account=kim, organisation=other_firm, role=Role.COORDINATOR, starts=BEGAN)

    signed(person=kim)

    assert _opens(kim, matter) == set()


# --- until when ---


@pytest.mark.parametrize(
    ("last_day", "midnight"),
    [
        (dt.date(2026, 12, 31), dt.datetime(2027, 1, 1, 8, tzinfo=dt.UTC)),
        (dt.date(2026, 7, 4), dt.datetime(2026, 7, 5, 7, tzinfo=dt.UTC)),
        (dt.date(2026, 10, 31), dt.datetime(2026, 11, 1, 7, tzinfo=dt.UTC)),
        (dt.date(2026, 11, 1), dt.datetime(2026, 11, 2, 8, tzinfo=dt.UTC)),
        (dt.date(2027, 3, 13), dt.datetime(2027, 3, 14, 8, tzinfo=dt.UTC)),
    ],
)
def test_it_ends_at_midnight_in_los_angeles(last_day: dt.date, midnight: dt.datetime) -> None:
    assert Release(last_day=last_day).ends_at == midnight


def test_a_second_before_midnight_it_opens_and_at_midnight_no_more(
    signed: Any, gale: Account, matter: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = signed(organisation=_partner(gale), person=gale, purpose="advise", classes=["D4"])
    subject = {"matter_id": matter.pk, "client_id": matter.client_id}

    monkeypatch.setattr(timezone, "now", lambda: paper.ends_at - dt.timedelta(seconds=1))
    assert gate.can(gale, "D4", **subject)
    assert paper.state == "live"

    monkeypatch.setattr(timezone, "now", lambda: paper.ends_at)
    assert not gate.can(gale, "D4", **subject)
    assert paper.state == "ended"


def test_ninety_days_are_the_most(drawn: Any) -> None:
    assert latest_day(dt.date(2026, 1, 1)) == dt.date(2026, 3, 31)
    assert drawn(last_day=latest_day(today())).last_day == today() + 89 * A_DAY
    with pytest.raises(NotNowError, match="at most 90 days"):
        drawn(last_day=today() + 90 * A_DAY)


def test_a_day_that_has_passed_is_refused(drawn: Any) -> None:
    with pytest.raises(NotNowError, match="has passed"):
        drawn(last_day=today() - A_DAY)


def test_its_end_hides_no_running_work(signed: Any, avery: Account, matter: Matter) -> None:
    """The engagement goes on: the legal file and what is due stay; only who she is goes."""
    assert _knows(avery, matter)
    Grant.objects.filter(account=avery, basis="release").update(
        starts=timezone.now() - 2 * A_DAY, until=timezone.now() - A_DAY
    )

    assert not _knows(avery, matter)
    for data_class in ("D5", "D10"):
        assert gate.can(avery, data_class, matter_id=matter.pk, client_id=matter.client_id)


# --- stopped ---


def test_stopped_in_one_browser_and_the_other_s_next_request_is_refused(
    as_: Callable[[Any], Client], signed: Any, blair: Account, gale: Account, matter: Matter
) -> None:
    paper = signed(organisation=_partner(gale), person=gale, purpose="advise", classes=["D4"])
    hers, staff, page = as_(gale), as_(blair), f"/matters/{matter.pk}/record/"
    assert hers.get(page).status_code == 200

    staff.post(f"/matters/{matter.pk}/releases/{paper.pk}/stop/")

    assert hers.get(page).status_code == 404
    assert hers.get(page).content == hers.get("/matters/00000000-0000-0000-0000-000000000001/record/").content


def test_a_name_is_gone_with_the_next_request(
    as_: Callable[[Any], Client], avery: Account, blair: Account, matter: Matter
) -> None:
    browser = as_(avery)
    assert "Marisol" in browser.get(f"/matters/{matter.pk}/").content.decode()

    releases.stop(by=blair, release=Release.objects.get())

    assert "Marisol" not in browser.get(f"/matters/{matter.pk}/").content.decode()


def test_stopped_between_a_download_s_ticket_and_its_first_byte(
    signed: Any, gale: Account, blair: Account, avery: Account, matter: Matter
) -> None:
    pdf = text_pdf([["FICTIONAL", *page.splitlines()] for page in SHEET.decode().split("\f")], title="FICTIONAL")
    add_sheet(by=avery, matter=matter, sheet=take_sheet(pdf, "sheet.pdf"))
    paper = signed(organisation=_partner(gale), person=gale, purpose="advise", classes=["D4"])
    upload = RecordUpload.objects.get()
    first, second = (ticket(gale, matter, "sheet", upload.pk) for _ in range(2))
    assert redeem(first).data == pdf

    releases.stop(by=blair, release=paper)

    with pytest.raises(Http404):
        redeem(second)


def test_it_ends_what_it_made_and_nothing_else(signed: Any, gale: Account, blair: Account, matter: Matter) -> None:
    told = {"organisation": _partner(gale), "person": gale, "purpose": "advise"}
    one, _other = signed(classes=["D4", "D6"], **told), signed(classes=["D4"], **told)

    releases.stop(by=blair, release=one)

    assert _opens(gale, matter) == {"D4"}


def test_it_cannot_be_stopped_twice_or_signed_again(signed: Any, blair: Account) -> None:
    paper = signed()
    releases.stop(by=blair, release=paper)

    with pytest.raises(NotNowError, match="has ended already"):
        releases.stop(by=blair, release=paper)
    paper.refresh_from_db()
    with pytest.raises(NotNowError, match="not waiting"):
        releases.sign(by=blair, release=paper, how="in_person", signed_on=today())


def test_her_no_to_a_paper_that_waits_keeps_it_from_being_signed(drawn: Any, blair: Account) -> None:
    paper = drawn()
    releases.stop(by=blair, release=paper)
    paper.refresh_from_db()

    with pytest.raises(NotNowError):
        releases.sign(by=blair, release=paper, how="in_person", signed_on=today())


def test_a_wall_wins_over_a_release(signed: Any, gale: Account, matter: Matter) -> None:
    services.deny(account=gale, data_class="D4", basis="client_no", client_id=matter.client_id)

    signed(organisation=_partner(gale), person=gale, purpose="advise", classes=["D4"])

    assert not gate.can(gale, "D4", matter_id=matter.pk, client_id=matter.client_id)


def test_each_step_is_told(signed: Any, gale: Account, blair: Account) -> None:
    before = Entry.objects.count()
    paper = signed(organisation=_partner(gale), person=gale, purpose="advise", classes=["D4"])
    releases.stop(by=blair, release=paper)

    assert list(Entry.objects.order_by("seq").values_list("action", flat=True)[before:]) == ["grant", "end_grant"]


# --- who may, and what cannot be ---


def test_only_those_who_keep_releases_draw_them_up(drawn: Any, avery: Account, elif_: Account) -> None:
    for who in (avery, elif_):
        with pytest.raises(NotYoursError):
            drawn(by=who)


def test_nor_sign_or_stop_them(drawn: Any, avery: Account) -> None:
    paper = drawn()
    with pytest.raises(NotYoursError):
        releases.sign(by=avery, release=paper, how="in_person", signed_on=today())
    with pytest.raises(NotYoursError):
        releases.stop(by=avery, release=paper)
    with pytest.raises(NotYoursError):
        releases.say_yes(by=avery, release=paper, witness=None)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"purpose": "sell"}, "what the release is for"),
        ({"classes": []}, "what is shared"),
        ({"classes": ["D7"]}, "does not need all of that"),
        ({"classes": ["D2", "D4"]}, "does not need all of that"),
        ({"purpose": "check_conflicts"}, "needs one person"),
        ({"is_minor": True}, "who signs with her"),
        ({"is_minor": True, "guardian": "  "}, "who signs with her"),
        ({"is_minor": True, "guardian": "A parent"}, "Answer first"),
        ({"is_minor": True, "guardian": "A parent", "guardian_is_avoided": True}, "cannot sign for her"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(drawn: Any, told: dict[str, Any], said: str) -> None:
    count = Release.objects.count()
    with pytest.raises(NotNowError, match=said):
        drawn(**told)
    assert Release.objects.count() == count


def test_a_day_of_signature_is_between_the_paper_and_today(drawn: Any, blair: Account) -> None:
    paper = drawn()
    for day, said in ((today() + A_DAY, "has not come"), (today() - A_DAY, "before the paper")):
        with pytest.raises(NotNowError, match=said):
            releases.sign(by=blair, release=paper, how="in_person", signed_on=day)


def test_a_paper_that_ran_out_is_not_signed(drawn: Any, blair: Account) -> None:
    paper = drawn()
    Release.objects.filter(pk=paper.pk).update(last_day=today() - A_DAY)
    paper.refresh_from_db()

    with pytest.raises(NotNowError, match="not waiting"):
        releases.sign(by=blair, release=paper, how="in_person", signed_on=today())


def test_on_paper_needs_the_paper(drawn: Any, blair: Account) -> None:
    with pytest.raises(NotNowError, match="Upload the signed paper"):
        releases.sign(by=blair, release=drawn(), how="paper", signed_on=today())


# --- a minor ---


def test_a_minor_s_is_signed_by_both(drawn: Any, blair: Account) -> None:
    paper = drawn(is_minor=True, guardian="A parent", guardian_is_avoided=False)
    with pytest.raises(NotNowError, match="guardian has signed too"):
        releases.sign(by=blair, release=paper, how="in_person", signed_on=today())

    releases.sign(by=blair, release=paper, how="in_person", signed_on=today(), by_guardian=True)

    assert paper.is_live


def test_the_database_itself_refuses_a_minor_s_with_an_abuser(signed: Any) -> None:
    paper = signed(is_minor=True, guardian="A parent", guardian_is_avoided=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.filter(pk=paper.pk).update(guardian_is_avoided=True)


@pytest.mark.parametrize("guardian", ["Rex Vega", "rex  VEGA", "Réx Vega", "Rex", "Vega, Rex Alan"])
def test_somebody_recorded_as_a_person_to_avoid_never_signs_whatever_was_answered(
    drawn: Any, matter: Matter, guardian: str
) -> None:
    PersonToAvoid.objects.create(matter_id=matter.pk, client_id=matter.client_id, name="Rex Vega")

    with pytest.raises(NotNowError, match="cannot sign for her"):
        drawn(is_minor=True, guardian=guardian, guardian_is_avoided=False)
    assert drawn(is_minor=True, guardian="Rosa Vega", guardian_is_avoided=False).is_minor


def test_who_was_named_in_another_matter_of_hers_signs_in_none(drawn: Any, matter: Matter, frankie: Account) -> None:
    other = open_matter(by=None, client_id=matter.client_id, code_name="Other Stone 12")
    engage(by=None, matter=other, account=frankie, role=Role.COMMUNITY_ADVOCATE)
    PersonToAvoid.objects.create(matter_id=other.pk, client_id=matter.client_id, name="Rex Vega")

    with pytest.raises(NotNowError, match="cannot sign for her"):
        drawn(is_minor=True, guardian="Rex Vega", guardian_is_avoided=False)


def test_nor_when_she_told_of_him_after_the_paper_was_drawn_up(drawn: Any, blair: Account, matter: Matter) -> None:
    paper = drawn(is_minor=True, guardian="Rex Vega", guardian_is_avoided=False)
    PersonToAvoid.objects.create(matter_id=matter.pk, client_id=matter.client_id, name="Rex Vega")

    with pytest.raises(NotNowError, match="cannot sign for her"):
        releases.sign(by=blair, release=paper, how="in_person", signed_on=today(), by_guardian=True)


# --- by voice ---


def test_a_yes_by_voice_is_kept_and_opens_nothing(
    drawn: Any, blair: Account, dana: Account, casey: Account, matter: Matter
) -> None:
    engage(by=blair, matter=matter, account=casey, role=Role.VOLUNTEER_ATTORNEY)
    paper = drawn()

    releases.say_yes(by=blair, release=paper, witness=dana)

    paper.refresh_from_db()
    assert paper.state == "spoken"
    assert not _knows(casey, matter)
    releases.sign(by=blair, release=paper, how="in_person", signed_on=today())
    assert _knows(casey, matter)


def test_a_yes_by_voice_is_heard_by_two(drawn: Any, blair: Account) -> None:
    for witness in (None, blair):
        with pytest.raises(NotNowError, match="second colleague"):
            releases.say_yes(by=blair, release=drawn(), witness=witness)


# --- a listing ---


def test_a_changed_text_of_a_listing_needs_a_new_yes(matter: Matter, blair: Account) -> None:
    words = "A mother of two asks for help with one arrest of 2014."
    told = {"matter_id": matter.pk, "client_id": matter.client_id, "language": "en", "last_day": latest_day(today())}
    paper = releases.draw_up_listing(by=blair, text=words, **told)
    assert not listing_agreed(matter_id=matter.pk, text=words)

    releases.sign(by=blair, release=paper, how="in_person", signed_on=today())

    assert listing_agreed(matter_id=matter.pk, text=words)
    for other in (words + " ", words.lower(), words.replace("2014", "2015"), ""):
        assert not listing_agreed(matter_id=matter.pk, text=other)
    releases.stop(by=blair, release=paper)
    assert not listing_agreed(matter_id=matter.pk, text=words)


def test_the_mark_of_a_listing_means_nothing_elsewhere(matter: Matter, blair: Account) -> None:
    from probono.consent.selectors import listing_mark

    assert listing_mark(matter.pk, "words") != listing_mark(matter.client_id, "words")


def test_nothing_of_her_stands_open_in_the_row(drawn: Any) -> None:
    """The text, who reads aloud and the guardian are sealed."""
    from django.db import connection

    drawn(is_minor=True, guardian="MARKER-GUARDIAN", guardian_is_avoided=False, read_aloud_by="MARKER-ALOUD")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM consent_release")
        rows = str(
            [[bytes(each) if isinstance(each, memoryview) else each for each in row] for row in cursor.fetchall()]
        )
    assert "MARKER" not in rows
    assert "My yes" not in rows
    assert Person.objects.count() == 1
