"""The state machine: each move from each state, who may, and what it does to the rest of the site."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client

from probono.accounts import gate, services
from probono.accounts.data_classes import DataClass
from probono.accounts.handles import handle_of
from probono.accounts.models import Account, Membership, Seal
from probono.accounts.roles import Role
from probono.audit.models import Entry
from probono.matters.models import Matter
from probono.matters.policies import NotNowError, NotYoursError, add_sheet_can
from probono.matters.services.opening import open_matter
from probono.people.models import Client as Person
from probono.retention.machine import MOVES, Move, State, can_move
from probono.retention.models import Keeping
from probono.retention.services import keep
from probono.retention.services.shred import shred
from probono.ui.today import today
from tests.integration.consent.contact.conftest import PHONE, at, confirmed, sasha, taken, written
from tests.integration.retention.conftest import pass_days
from tests.integration.retention.legal.conftest import other

__all__ = ["at", "confirmed", "other", "sasha", "taken", "written"]

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_every_state_leads_on() -> None:
    """Nothing is ever stuck: from each state there is a move, and from each a way to the end."""
    reached = {State.SHREDDING}
    for _ in State:
        reached |= {state for state in State for move in MOVES if can_move(state, move) and MOVES[move][1] in reached}

    assert reached == set(State)


def test_closing_is_the_end_of_changes(dana: Account, avery: Account, matter: Matter) -> None:
    row = keep.close(by=dana, matter_id=matter.pk)

    matter.refresh_from_db()
    assert (matter.state, row.state, row.code_name) == ("closed", "closed", "Cedar Lantern 42")
    with pytest.raises(NotNowError):
        keep.close(by=dana, matter_id=matter.pk)


def test_the_legal_director_opens_a_closed_file_again_where_it_stood(
    dana: Account, pat: Account, avery: Account, with_facts: Matter
) -> None:
    Matter.objects.update(state="draft")
    row = keep.close(by=pat, matter_id=with_facts.pk)
    for person in (pat, avery):
        with pytest.raises(NotYoursError):
            keep.reopen(by=person, keeping=row, reason="mistake")
    keep.reopen(by=dana, keeping=row, reason="mistake")

    with_facts.refresh_from_db()
    assert (with_facts.state, Keeping.objects.exists()) == ("draft", False)
    assert add_sheet_can(avery, with_facts)
    entry = Entry.objects.latest("seq")
    assert (entry.action, entry.actor, entry.reason) == ("reopen", dana.pk, "mistake")
    assert entry.handle == handle_of(with_facts.pk, with_facts.pk)
    again = keep.close(by=pat, matter_id=with_facts.pk)
    Keeping.objects.update(matter_state="")  # as one that was closed before it was kept
    keep.reopen(by=dana, keeping=again, reason="work_left")
    with_facts.refresh_from_db()
    assert with_facts.state == "records"


def test_a_file_is_not_opened_again_once_it_is_sealed_or_she_has_said_what_becomes_of_it(
    dana: Account, matter: Matter, other: Matter
) -> None:
    row, sealed = keep.close(by=dana, matter_id=matter.pk), keep.close(by=dana, matter_id=other.pk)
    keep.seal(by=dana, keeping=sealed)
    with pytest.raises(NotNowError, match="closed, and not sealed yet"):
        keep.reopen(by=dana, keeping=sealed, reason="mistake")
    keep.instruct(by=dana, keeping=row, wish="order", written_on=today(), way="room")
    with pytest.raises(NotNowError, match="so it stays closed"):
        keep.reopen(by=dana, keeping=row, reason="mistake")

    assert set(Keeping.objects.values_list("state", flat=True)) == {"closed", "sealed"}


def test_only_officers_keep(blair: Account, avery: Account, matter: Matter) -> None:
    for person in (blair, avery):
        with pytest.raises(NotYoursError):
            keep.close(by=person, matter_id=matter.pk)


def test_an_officer_behind_a_wall_finds_no_such_matter(dana: Account, matter: Matter) -> None:
    services.deny(account=dana, data_class="D*", basis="wall", matter_id=matter.pk)

    with pytest.raises(Http404):
        keep.close(by=dana, matter_id=matter.pk)


def test_a_sealed_matter_is_out_of_every_list_and_page(
    as_: Callable[[Any], Client], dana: Account, pat: Account, blair: Account, avery: Account, with_sheet: Matter
) -> None:
    browsers = [as_(person) for person in (dana, pat, blair, avery)]
    assert "Cedar Lantern 42" in browsers[0].get("/matters/").content.decode()
    keep.seal(by=dana, keeping=keep.close(by=dana, matter_id=with_sheet.pk))

    for browser in browsers:
        assert "Cedar Lantern 42" not in browser.get("/matters/").content.decode()
        for part in ("", "record/", "findings/", "facts/", "packet/", "opened/"):
            assert browser.get(f"/matters/{with_sheet.pk}/{part}").status_code == 404
    assert not gate.visible(dana, Person).exists()


def test_the_client_of_another_open_matter_stays_in_sight(dana: Account, matter: Matter) -> None:
    open_matter(by=None, client_id=matter.client_id, code_name="Teal Harbor 11")
    keep.seal(by=dana, keeping=keep.close(by=dana, matter_id=matter.pk))

    assert gate.visible(dana, Person).exists()
    assert list(gate.visible(dana, Matter).values_list("code_name", flat=True)) == ["Teal Harbor 11"]


def test_a_client_is_sealed_with_the_last_of_her_matters(dana: Account, matter: Matter) -> None:
    second = open_matter(by=None, client_id=matter.client_id, code_name="Teal Harbor 11")
    for one in (matter, second):
        keep.seal(by=dana, keeping=keep.close(by=dana, matter_id=one.pk))

    assert not gate.visible(dana, Person).exists()


def test_a_client_who_comes_back_is_found_again(dana: Account, matter: Matter) -> None:
    keep.seal(by=dana, keeping=keep.close(by=dana, matter_id=matter.pk))
    open_matter(by=None, client_id=matter.client_id, code_name="Teal Harbor 11")

    assert gate.visible(dana, Person).exists()
    assert not Seal.objects.filter(client_id=matter.client_id).exists()


def test_an_emergency_opens_no_sealed_file(
    proved: Callable[[Any], Client], dana: Account, frankie: Account, matter: Matter
) -> None:
    keep.seal(by=dana, keeping=keep.close(by=dana, matter_id=matter.pk))

    answer = proved(frankie).post("/matters/emergency/", {"code_name": "Cedar Lantern 42", "reason": "safety"})

    assert "No file can be opened under that name." in answer.content.decode()


def test_without_her_word_it_stays_sealed(dana: Account, matter: Matter) -> None:
    row = keep.close(by=dana, matter_id=matter.pk)
    keep.seal(by=dana, keeping=row)

    with pytest.raises(NotNowError, match="has not said in writing"):
        keep.request(by=dana, keeping=row, copies=True, asked=True)


@pytest.mark.parametrize(("copies", "asked"), [(False, True), (True, False), (False, False)])
def test_an_attorney_answers_two_questions_first(dana: Account, matter: Matter, copies: bool, asked: bool) -> None:
    row = keep.close(by=dana, matter_id=matter.pk)
    keep.seal(by=dana, keeping=row)
    keep.instruct(by=dana, keeping=row, wish="all", written_on=today(), way="room")

    with pytest.raises(NotNowError, match="certified copies"):
        keep.request(by=dana, keeping=row, copies=copies, asked=asked)


def test_the_privacy_officer_is_no_attorney(dana: Account, pat: Account, matter: Matter) -> None:
    row = keep.close(by=pat, matter_id=matter.pk)
    keep.seal(by=pat, keeping=row)
    keep.instruct(by=pat, keeping=row, wish="all", written_on=today(), way="room")

    with pytest.raises(NotYoursError):
        keep.request(by=pat, keeping=row, copies=True, asked=True)


def test_she_may_keep_it_until_a_day(dana: Account, matter: Matter) -> None:
    row = keep.close(by=dana, matter_id=matter.pk)
    keep.seal(by=dana, keeping=row)
    day = today() + dt.timedelta(days=30)
    keep.instruct(by=dana, keeping=row, wish="until", written_on=today(), way="room", keep_until=day)

    with pytest.raises(NotNowError, match="until a later day"):
        keep.request(by=dana, keeping=row, copies=True, asked=True)

    Keeping.objects.update(keep_until=today())
    keep.request(by=dana, keeping=row, copies=True, asked=True)


@pytest.mark.parametrize("days", [0, -1, None])
def test_such_a_day_is_after_today(dana: Account, matter: Matter, days: int | None) -> None:
    row = keep.close(by=dana, matter_id=matter.pk)
    day = None if days is None else today() + dt.timedelta(days=days)

    with pytest.raises(NotNowError):
        keep.instruct(by=dana, keeping=row, wish="until", written_on=today(), way="room", keep_until=day)


def test_she_may_have_it_erased_from_wherever_it_stands(dana: Account, matter: Matter) -> None:
    row = keep.erase(by=dana, matter_id=matter.pk, written_on=today(), way="room", copies=True, asked=True)

    assert (row.state, row.wish) == ("requested", "erase")
    assert Seal.objects.filter(matter_id=matter.pk).exists()


def test_calling_it_back_takes_the_agreements_with_it(asked_for: Keeping, dana: Account, pat: Account) -> None:
    keep.approve(by=dana, keeping=asked_for, role="LD")
    keep.approve(by=pat, keeping=asked_for, role="PO")
    keep.cancel(by=dana, keeping=asked_for, way="room")

    row = Keeping.objects.get()
    assert (row.state, row.wish, row.is_approved) == ("sealed", "", False)


def test_what_she_asks_for_says_by_which_safe_way_she_told_us(
    dana: Account, pat: Account, matter: Matter, confirmed: Any
) -> None:
    confirmed(PHONE)
    row = keep.erase(by=dana, matter_id=matter.pk, written_on=today(), way="phone", copies=True, asked=True)
    assert (row.wish, row.wish_way) == ("erase", "phone")

    keep.cancel(by=pat, keeping=row, way="room")

    row.refresh_from_db()
    assert (row.wish_way, row.called_back_way, row.called_back_by) == ("", "room", pat)
    keep.instruct(by=pat, keeping=row, wish="order", written_on=today(), way="phone")
    row.refresh_from_db()
    assert (row.wish, row.wish_way, row.wish_taken_by) == ("order", "phone", pat)


def test_a_word_that_came_by_no_safe_way_moves_nothing(asked_for: Keeping, dana: Account, other: Matter) -> None:
    sealed = keep.close(by=dana, matter_id=other.pk)
    for work in (
        lambda: keep.cancel(by=dana, keeping=asked_for, way="email"),
        lambda: keep.instruct(by=dana, keeping=sealed, wish="all", written_on=today(), way="phone"),
        lambda: keep.erase(by=dana, matter_id=other.pk, written_on=today(), way="post", copies=True, asked=True),
    ):
        with pytest.raises(NotNowError, match="may not be her own word"):
            work()

    assert set(Keeping.objects.values_list("state", flat=True)) == {"requested", "closed"}
    assert not Keeping.objects.get(pk=sealed.pk).wish


def test_nobody_agrees_twice(asked_for: Keeping, dana: Account, home: Any) -> None:
    services.add_member(account=dana, organisation=home, role=Role.PRIVACY_OFFICER, starts=dt.date(2026, 1, 5))
    keep.approve(by=dana, keeping=asked_for, role="LD")

    with pytest.raises(NotNowError, match="agreed already"):
        keep.approve(by=dana, keeping=asked_for, role="PO")


def test_nobody_agrees_in_a_role_she_does_not_hold(asked_for: Keeping, dana: Account, blair: Account) -> None:
    with pytest.raises(NotYoursError):
        keep.approve(by=dana, keeping=asked_for, role="PO")
    with pytest.raises(NotYoursError):
        keep.approve(by=blair, keeping=asked_for, role="PM")


def test_whoever_is_an_officer_no_more_has_not_agreed(ripe: Keeping, pat: Account) -> None:
    services.end_member(membership=Membership.objects.get(account=pat), on=today())

    with pytest.raises(NotNowError, match="both have to agree"):
        shred(matter_id=ripe.matter_id)


def test_nothing_is_destroyed_within_14_days(asked_for: Keeping, dana: Account, pat: Account) -> None:
    keep.approve(by=dana, keeping=asked_for, role="LD")
    keep.approve(by=pat, keeping=asked_for, role="PO")
    pass_days(13)

    with pytest.raises(NotNowError, match="14 days"):
        shred(matter_id=asked_for.matter_id)


def test_every_move_is_told(ripe: Keeping, dana: Account) -> None:
    told = list(Entry.objects.filter(action__in=["close", "seal", "wish", "request", "approve"]).order_by("seq"))

    assert [entry.action for entry in told] == ["close", "seal", "wish", "request", "approve", "approve"]
    assert all(entry.handle and entry.actor for entry in told)


@pytest.mark.parametrize("move", list(Move))
def test_a_move_from_a_state_it_does_not_lead_from_is_refused_in_a_sentence(
    asked_for: Keeping, dana: Account, move: Move
) -> None:
    acts: dict[Move, Callable[[], Any]] = {
        Move.CLOSE: lambda: keep.close(by=dana, matter_id=asked_for.matter_id),
        Move.REOPEN: lambda: keep.reopen(by=dana, keeping=asked_for, reason="mistake"),
        Move.SEAL: lambda: keep.seal(by=dana, keeping=asked_for),
        Move.REQUEST: lambda: keep.request(by=dana, keeping=asked_for, copies=True, asked=True),
        Move.ERASE: lambda: keep.erase(
            by=dana, matter_id=asked_for.matter_id, written_on=today(), way="room", copies=True, asked=True
        ),
    }
    if move not in acts:
        assert can_move(State.REQUESTED, move)
        return
    with pytest.raises((NotNowError, Http404)):
        acts[move]()


def test_the_ledger_of_a_sealed_file_stays_with_those_who_keep_it(
    asked_for: Keeping, avery: Account, pat: Account
) -> None:
    assert gate.visible(pat, Keeping).exists()
    assert not gate.visible(avery, Keeping).exists()
    assert not gate.can(pat, DataClass.RELEASES, client_id=asked_for.client_id, matter_id=asked_for.matter_id)
