"""Holds: two people, a reference, a day; they make destruction raise and open nothing to anybody."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from probono.accounts import gate
from probono.accounts.models import Account, Grant
from probono.matters.models import Matter
from probono.matters.policies import NotNowError, NotYoursError
from probono.matters.services.opening import open_matter
from probono.retention.errors import HeldError
from probono.retention.machine import State
from probono.retention.models import Hold, Keeping
from probono.retention.selectors import untold_acts
from probono.retention.services import hold, keep
from probono.retention.services.shred import shred
from probono.ui.today import today
from probono.vault import keystore

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _place(by: Any, on: Any, **more: Any) -> Hold:
    told = {"reference": "Smith v. Doe, 26STCV00001", "review_on": today() + dt.timedelta(days=90), **more}
    matter_id = on.matter_id if isinstance(on, Keeping) else on.pk
    return hold.place(by=by, matter_id=matter_id, client_id=on.client_id, **told)


def _agree_anew(on: Keeping, dana: Account, pat: Account) -> None:
    keep.approve(by=dana, keeping=on, role="LD")
    keep.approve(by=pat, keeping=on, role="PO")


def test_a_hold_makes_destruction_raise_and_destroys_nothing(ripe: Keeping, dana: Account, pat: Account) -> None:
    hold.agree(by=pat, hold=_place(dana, ripe))

    with pytest.raises(HeldError):
        shred(matter_id=ripe.matter_id)

    assert keystore.fingerprint_of(str(ripe.matter_id))
    assert Matter.objects.filter(pk=ripe.matter_id).exists()


def test_it_raises_even_when_nothing_else_would_stop_it_and_after_a_late_review(
    ripe: Keeping, dana: Account, pat: Account
) -> None:
    hold.agree(by=pat, hold=_place(dana, ripe))
    Hold.objects.update(review_on=today() - dt.timedelta(days=400))

    with pytest.raises(HeldError):
        shred(matter_id=ripe.matter_id)


def test_one_person_alone_holds_it_for_three_days(ripe: Keeping, dana: Account, pat: Account) -> None:
    _place(dana, ripe)
    _agree_anew(ripe, dana, pat)
    with pytest.raises(HeldError):
        shred(matter_id=ripe.matter_id)

    Hold.objects.update(made_at=timezone.now() - dt.timedelta(days=3, minutes=1))
    shred(matter_id=ripe.matter_id)

    assert not Matter.objects.filter(pk=ripe.matter_id).exists()


def test_a_review_keeps_no_hold_that_ended(matter: Matter, dana: Account) -> None:
    found = _place(dana, matter)
    Hold.objects.update(made_at=timezone.now() - dt.timedelta(days=4))

    with pytest.raises(NotNowError, match="in time"):
        hold.review(by=dana, hold=found, review_on=today() + dt.timedelta(days=9))


def test_nobody_agrees_to_her_own(ripe: Keeping, dana: Account) -> None:
    with pytest.raises(NotNowError, match="Another officer"):
        hold.agree(by=dana, hold=_place(dana, ripe))


def test_what_nobody_agreed_to_in_time_is_placed_again(ripe: Keeping, dana: Account, pat: Account) -> None:
    found = _place(dana, ripe)
    Hold.objects.update(made_at=timezone.now() - dt.timedelta(days=4))

    with pytest.raises(NotNowError, match="in time"):
        hold.agree(by=pat, hold=found)


def test_it_is_agreed_to_once(ripe: Keeping, dana: Account, pat: Account) -> None:
    found = _place(dana, ripe)
    hold.agree(by=pat, hold=found)

    with pytest.raises(NotNowError, match="Two people"):
        hold.agree(by=pat, hold=found)


@pytest.mark.parametrize("days", [0, -1, 181])
def test_the_review_is_within_180_days(matter: Matter, dana: Account, days: int) -> None:
    with pytest.raises(NotNowError, match="180 days"):
        _place(dana, matter, review_on=today() + dt.timedelta(days=days))


def test_it_names_what_it_is_for(matter: Matter, dana: Account) -> None:
    with pytest.raises(NotNowError, match="what the hold is for"):
        _place(dana, matter, reference="  ")


@pytest.mark.parametrize("again", ["Smith v. Doe, 26STCV00001", "  SMITH v. Doé: 26-STCV-00001 "])
def test_what_a_matter_is_held_for_is_no_second_hold(matter: Matter, dana: Account, pat: Account, again: str) -> None:
    found = _place(dana, matter)
    with pytest.raises(NotNowError, match="already held for that"):
        _place(pat, matter, reference=again)
    _place(dana, matter, reference="Smith v. Doe, 26STCV00002")

    hold.lift(by=dana, hold=found, why="A slip.")
    _place(pat, matter, reference=again)

    assert Hold.objects.filter(lifted_at=None).count() == 2


def test_the_same_number_holds_another_matter_and_one_whose_hold_ended(
    matter: Matter, dana: Account, pat: Account
) -> None:
    _place(dana, matter)
    second = open_matter(by=None, client_id=matter.client_id, code_name="Teal Harbor 11")
    _place(dana, second)
    Hold.objects.update(made_at=timezone.now() - dt.timedelta(days=4))

    _place(pat, matter)

    assert Hold.objects.count() == 3


def test_only_officers_place_one(matter: Matter, blair: Account) -> None:
    with pytest.raises(NotYoursError):
        _place(blair, matter)


def test_it_opens_the_file_to_nobody(
    matter: Matter, dana: Account, pat: Account, avery: Account, casey: Account
) -> None:
    people = (dana, pat, avery, casey)
    before = [(list(gate.visible(one, Matter)), Grant.objects.filter(account=one).count()) for one in people]

    hold.agree(by=pat, hold=_place(dana, matter))

    assert [(list(gate.visible(one, Matter)), Grant.objects.filter(account=one).count()) for one in people] == before


def test_what_was_agreed_to_before_a_hold_is_agreed_to_no_more(ripe: Keeping, dana: Account, pat: Account) -> None:
    found = _place(dana, ripe)
    hold.agree(by=pat, hold=found)
    assert not hold.lift(by=pat, hold=found, why="The case ended.")
    assert hold.lift(by=dana, hold=found, why="The case ended.")

    with pytest.raises(NotNowError, match="both have to agree"):
        shred(matter_id=ripe.matter_id)
    _agree_anew(ripe, dana, pat)
    shred(matter_id=ripe.matter_id)

    assert not Matter.objects.filter(pk=ripe.matter_id).exists()
    with pytest.raises(Hold.DoesNotExist):
        hold.lift(by=pat, hold=found, why="The case ended.")


def test_each_who_lifts_it_says_why(matter: Matter, dana: Account, pat: Account) -> None:
    found = _place(dana, matter)
    hold.agree(by=pat, hold=found)
    with pytest.raises(NotNowError, match="why the hold is lifted"):
        hold.lift(by=dana, hold=found, why=" ")
    hold.lift(by=dana, hold=found, why="The case ended.")
    hold.review(by=pat, hold=found, review_on=today() + dt.timedelta(days=9))
    found.refresh_from_db()
    assert (found.lift_asked_by, found.lift_asked_why) == (None, None)

    hold.lift(by=pat, hold=found, why="The court said so.")
    assert hold.lift(by=dana, hold=found, why="I read the order.")

    found.refresh_from_db()
    assert (found.lift_asked_why, found.lifted_why) == ("The court said so.", "I read the order.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT lift_asked_why, lifted_why FROM retention_hold")
        raw = b"".join(bytes(one) for one in cursor.fetchone())
    assert b"court" not in raw
    assert b"order" not in raw


def test_two_lift_what_two_placed(matter: Matter, dana: Account, pat: Account) -> None:
    found = _place(dana, matter)
    hold.agree(by=pat, hold=found)
    assert not hold.lift(by=dana, hold=found, why="The case ended.")

    with pytest.raises(NotNowError, match="Another officer has to agree"):
        hold.lift(by=dana, hold=found, why="The case ended.")
    found.refresh_from_db()
    assert found.holds(timezone.now())


def test_another_officer_does_not_lift_alone_what_one_placed(matter: Matter, dana: Account, pat: Account) -> None:
    found = _place(dana, matter)

    assert not hold.lift(by=pat, hold=found, why="The case ended.")
    assert hold.lift(by=dana, hold=found, why="The case ended.")


def test_one_of_two_holds_is_enough(ripe: Keeping, dana: Account, pat: Account) -> None:
    first, second = _place(dana, ripe), _place(dana, ripe, reference="26STCV00002")
    hold.agree(by=pat, hold=second)
    hold.lift(by=dana, hold=first, why="The case ended.")

    with pytest.raises(HeldError):
        shred(matter_id=ripe.matter_id)


def test_a_lifted_hold_is_lifted_once(matter: Matter, dana: Account) -> None:
    found = _place(dana, matter)
    hold.lift(by=dana, hold=found, why="The case ended.")

    for act, more in ((hold.lift, {"why": "The case ended."}), (hold.agree, {}), (hold.told, {"way": "room"})):
        with pytest.raises(NotNowError, match="lifted already"):
            act(by=dana, hold=found, **more)  # type: ignore[operator]


def test_no_act_on_a_hold_touches_a_file_that_is_being_destroyed(ripe: Keeping, dana: Account, pat: Account) -> None:
    placed = _place(dana, ripe)
    Keeping.objects.update(state=State.SHREDDING)
    keystore.shred(str(ripe.matter_id))

    for act in (
        lambda: hold.lift(by=dana, hold=placed, why="The case ended."),
        lambda: hold.agree(by=pat, hold=placed),
        lambda: hold.told(by=dana, hold=placed, way="room"),
    ):
        with pytest.raises(NotNowError, match="is being destroyed"):
            act()


def test_it_comes_too_late_once_destruction_has_begun(ripe: Keeping, dana: Account) -> None:
    Keeping.objects.update(state=State.SHREDDING)

    with pytest.raises(NotNowError, match="too late"):
        _place(dana, ripe)


def test_the_client_is_to_be_told_unless_counsel_says_otherwise(matter: Matter, dana: Account) -> None:
    open_, silent = _place(dana, matter), _place(dana, matter, reference="26STCV00002", may_tell=False)
    assert (open_.told, silent.told) == ("to_tell", "not")

    with pytest.raises(NotNowError, match="no way known to be safe"):
        hold.told(by=dana, hold=open_, way="phone")
    hold.told(by=dana, hold=open_, way="room")
    open_.refresh_from_db()
    assert open_.told == "done"
    with pytest.raises(NotNowError, match="Counsel"):
        hold.told(by=dana, hold=silent, way="room")


def test_once_counsel_says_she_may_be_told_she_is_to_be_told(matter: Matter, dana: Account) -> None:
    silent = _place(dana, matter, may_tell=False)
    assert untold_acts(matter.pk)

    hold.may_tell(by=dana, hold=silent)

    silent.refresh_from_db()
    assert silent.told == "to_tell"
    assert not untold_acts(matter.pk)
    with pytest.raises(NotNowError, match="Nothing says"):
        hold.may_tell(by=dana, hold=silent)
    hold.told(by=dana, hold=silent, way="room")
    with pytest.raises(NotNowError, match="told already"):
        hold.told(by=dana, hold=silent, way="room")


def test_a_review_moves_the_day(matter: Matter, dana: Account) -> None:
    found = _place(dana, matter)
    hold.review(by=dana, hold=found, review_on=today() + dt.timedelta(days=180))

    found.refresh_from_db()
    assert found.review_on == today() + dt.timedelta(days=180)


def test_an_open_matter_is_held_too(with_facts: Matter, dana: Account, pat: Account) -> None:
    hold.agree(by=pat, hold=_place(dana, with_facts))
    row = keep.erase(by=dana, matter_id=with_facts.pk, written_on=today(), way="room", copies=True, asked=True)
    Keeping.objects.update(requested_at=timezone.now() - dt.timedelta(days=15))
    keep.approve(by=dana, keeping=row, role="LD")
    keep.approve(by=pat, keeping=row, role="PO")

    with pytest.raises(HeldError):
        shred(matter_id=with_facts.pk)
