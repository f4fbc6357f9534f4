"""A demand holds the one matter it names; she is told by a safe way alone; two officers lift its hold."""

import datetime as dt
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from probono.accounts import gate
from probono.accounts.handles import handle_of
from probono.accounts.models import Account, Grant
from probono.audit.models import Entry
from probono.consent.contact.services import holds as safety
from probono.matters.models import Matter
from probono.matters.policies import NotNowError, NotYoursError
from probono.retention.errors import HeldError
from probono.retention.legal.models import Demand
from probono.retention.legal.services import demands, giving
from probono.retention.models import Hold, Keeping
from probono.retention.policies import safe_ways
from probono.retention.services import hold as holds
from probono.retention.services import keep
from probono.retention.services.shred import shred
from probono.ui.today import today
from tests.integration.consent.contact.conftest import PHONE
from tests.integration.retention.legal.conftest import said

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Taking = Callable[..., Demand]
LINE = {"given_class": "D4", "form": "sealed", "count": 3}


def test_it_holds_the_matter_it_names_and_no_other(taken_in: Taking, matter: Matter, other: Matter) -> None:
    row = taken_in()

    held = Hold.objects.get()
    assert (row.hold, held.matter_id, held.reference) == (held, matter.pk, "Superior Court, 26STCV00001")
    assert held.holds(timezone.now())
    assert not Hold.objects.filter(matter_id=other.pk).exists()


def test_it_is_destroyed_by_nobody_once_a_second_officer_has_agreed(ripe: Keeping, dana: Account, pat: Account) -> None:
    row = demands.take_in(by=dana, matter_id=ripe.matter_id, client_id=ripe.client_id, **said())
    holds.agree(by=pat, hold=row.hold)
    Hold.objects.update(made_at=timezone.now() - dt.timedelta(days=30))

    with pytest.raises(HeldError):
        shred(matter_id=ripe.matter_id)

    demands.close(by=pat, demand=row, outcome="withdrawn")
    with pytest.raises(HeldError):
        shred(matter_id=ripe.matter_id)
    for officer in (pat, dana):
        holds.lift(by=officer, hold=row.hold, why="The case ended.")
    with pytest.raises(NotNowError, match="both have to agree"):
        shred(matter_id=ripe.matter_id)
    keep.approve(by=dana, keeping=ripe, role="LD")
    keep.approve(by=pat, keeping=ripe, role="PO")
    shred(matter_id=ripe.matter_id)

    assert not Matter.objects.filter(pk=ripe.matter_id).exists()
    assert not Demand.objects.exists()


def test_a_destruction_that_has_begun_takes_no_demand_in(ripe: Keeping, dana: Account) -> None:
    Keeping.objects.update(state="shredding")

    with pytest.raises(NotNowError, match="too late"):
        demands.take_in(by=dana, matter_id=ripe.matter_id, client_id=ripe.client_id, **said())

    assert not Demand.objects.exists()


def test_it_opens_nothing_to_anybody(taken_in: Taking, dana: Account, pat: Account, avery: Account) -> None:
    people = (dana, pat, avery)
    before = [(list(gate.visible(one, Matter)), Grant.objects.filter(account=one).count()) for one in people]

    taken_in()

    assert [(list(gate.visible(one, Matter)), Grant.objects.filter(account=one).count()) for one in people] == before


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"asked_by": " "}, "who asks"),
        ({"reference": " "}, "the court or office"),
        ({"served_on": today() + dt.timedelta(days=1)}, "in the future"),
        ({"due_on": today() - dt.timedelta(days=3)}, "before the day it was served"),
        ({"review_on": today()}, "180 days"),
        ({"review_on": today() + dt.timedelta(days=181)}, "180 days"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(taken_in: Taking, more: dict[str, Any], says: str) -> None:
    with pytest.raises(NotNowError, match=says):
        taken_in(**more)

    assert not Demand.objects.exists()
    assert not Hold.objects.exists()


def test_the_same_demand_is_not_taken_in_twice(taken_in: Taking, other: Matter, dana: Account, matter: Matter) -> None:
    taken_in()
    with pytest.raises(NotNowError, match="already held for that"):
        taken_in(reference="superior court 26STCV00001")

    taken_in(on=other)
    taken_in(reference="Superior Court, 26STCV00001, second subpoena")

    assert Demand.objects.filter(matter_id=matter.pk).count() == 2


def test_only_officers_take_one_in_or_do_anything_with_it(taken_in: Taking, blair: Account, matter: Matter) -> None:
    row = taken_in()

    with pytest.raises(NotYoursError):
        demands.take_in(by=blair, matter_id=matter.pk, client_id=matter.client_id, **said())
    for act, more in (
        (demands.told, {"way": "room"}),
        (demands.close, {"outcome": "withdrawn"}),
        (demands.hold_again, {"review_on": today() + dt.timedelta(days=9)}),
        (giving.given, {"given_by": blair, "given_on": today(), **LINE}),
    ):
        with pytest.raises(NotYoursError):
            act(by=blair, demand=row, **more)


@pytest.mark.parametrize(
    ("kind", "signed", "is_"),
    [
        ("order", "yes", True),
        ("warrant", "yes", True),
        ("subpoena", "yes", True),
        ("subpoena", "no", False),
        ("warrant", "unclear", False),
        ("agency", "yes", False),
        ("informal", "yes", False),
        ("officer", "no", False),
        ("officer", "unclear", False),
    ],
)
def test_only_a_court_s_paper_that_a_judge_signed_compels(taken_in: Taking, kind: str, signed: str, is_: bool) -> None:
    assert taken_in(kind=kind, signed=signed).is_compelling is is_


def test_a_paper_of_an_immigration_agency_compels_nothing_whatever_is_written_down(taken_in: Taking) -> None:
    row = taken_in(kind="officer")
    Demand.objects.update(signed="yes")

    row.refresh_from_db()
    assert (row.is_compelling, row.is_administrative) == (False, True)


def test_a_judge_s_warrant_is_no_paper_of_an_agency_s_officer(taken_in: Taking) -> None:
    with pytest.raises(NotNowError, match=r"a judge of a court signed yours, choose “Search warrant”"):
        taken_in(kind="officer", signed="yes")

    assert not Demand.objects.exists()
    assert not Hold.objects.exists()


def test_words_are_sealed_with_the_matter_s_key(taken_in: Taking) -> None:
    row = taken_in()

    with connection.cursor() as cursor:
        cursor.execute("SELECT asked_by, reference, wants FROM legal_demand")
        raw = b"".join(bytes(one) for one in cursor.fetchone())
    assert b"Rex" not in raw
    assert b"26STCV00001" not in raw
    assert Demand.objects.get(pk=row.pk).wants == "All records of the named person."


def test_without_a_safe_way_she_is_told_in_the_room_alone(taken_in: Taking, dana: Account) -> None:
    row = taken_in()
    assert [kind for kind, _said in safe_ways(row.matter_id, row.client_id)] == ["room"]

    with pytest.raises(NotNowError, match="no way known to be safe"):
        demands.told(by=dana, demand=row, way="phone")
    demands.told(by=dana, demand=row, way="room")

    row.refresh_from_db()
    assert (row.told_way, row.told_by, Hold.objects.get().told) == ("room", dana, "done")
    with pytest.raises(NotNowError, match="told already"):
        demands.told(by=dana, demand=row, way="room")


def test_a_confirmed_way_is_offered_until_it_ends_and_never_under_a_safety_hold(
    taken_in: Taking, confirmed: Any, dana: Account, pat: Account, frankie: Account, matter: Matter, at: Any
) -> None:
    row = taken_in()
    confirmed(PHONE, days=14)
    for officer in (dana, pat):
        assert [kind for kind, _said in safe_ways(row.matter_id, row.client_id)] == ["room", "phone"], officer

    now = timezone.now()
    at(now + dt.timedelta(days=15))
    assert [kind for kind, _said in safe_ways(row.matter_id, row.client_id)] == ["room"]
    at(now)
    safety.hold(by=frankie, matter_id=matter.pk, client_id=matter.client_id)

    with pytest.raises(NotNowError, match="no way known to be safe"):
        demands.told(by=dana, demand=row, way="phone")


def test_a_way_nobody_confirmed_is_not_offered(taken_in: Taking, taken: Any) -> None:
    taken(PHONE)
    row = taken_in()

    assert [kind for kind, _said in safe_ways(row.matter_id, row.client_id)] == ["room"]


def test_counsel_s_no_stands(taken_in: Taking, dana: Account) -> None:
    with pytest.raises(NotNowError, match="Counsel"):
        demands.told(by=dana, demand=taken_in(may_tell=False), way="room")


def test_an_open_demand_holds_though_nobody_agreed_in_three_days(ripe: Keeping, dana: Account) -> None:
    demands.take_in(by=dana, matter_id=ripe.matter_id, client_id=ripe.client_id, **said())
    Hold.objects.update(made_at=timezone.now() - dt.timedelta(days=30))

    with pytest.raises(HeldError):
        shred(matter_id=ripe.matter_id)


def test_closing_lifts_no_hold_and_one_officer_alone_lifts_none_of_a_demand(
    taken_in: Taking, dana: Account, pat: Account
) -> None:
    row = taken_in()
    demands.close(by=dana, demand=row, outcome="quashed")
    row.refresh_from_db()
    assert (row.outcome, row.closed_by, row.hold.lifted_at) == ("quashed", dana, None)

    assert not holds.lift(by=dana, hold=row.hold, why="The case ended.")
    assert holds.lift(by=pat, hold=row.hold, why="The case ended.")


def test_how_it_ended_fits_what_was_given(told_of: Taking, dana: Account) -> None:
    row = told_of(signed="yes")
    with pytest.raises(NotNowError, match="nothing was given"):
        demands.close(by=dana, demand=row, outcome="answered")

    giving.given(by=dana, demand=row, given_by=dana, given_on=today(), **LINE)
    with pytest.raises(NotNowError, match="something was given"):
        demands.close(by=dana, demand=row, outcome="nothing")
    demands.close(by=dana, demand=row, outcome="answered")


def test_a_closed_demand_stays_as_it_is(taken_in: Taking, dana: Account) -> None:
    row = taken_in()
    demands.close(by=dana, demand=row, outcome="nothing")

    for act, more in (
        (demands.close, {"outcome": "withdrawn"}),
        (demands.hold_again, {"review_on": today() + dt.timedelta(days=9)}),
        (giving.given, {"given_by": dana, "given_on": today(), **LINE}),
    ):
        with pytest.raises(NotNowError, match="closed"):
            act(by=dana, demand=row, **more)


def test_a_hold_that_was_lifted_elsewhere_is_placed_again_and_closing_does_not_trip(
    taken_in: Taking, dana: Account, pat: Account
) -> None:
    row = taken_in(may_tell=False)
    again = today() + dt.timedelta(days=60)
    with pytest.raises(NotNowError, match="stands"):
        demands.hold_again(by=dana, demand=row, review_on=again)
    for officer in (dana, pat):
        holds.lift(by=officer, hold=row.hold, why="The case ended.")

    demands.hold_again(by=dana, demand=row, review_on=again)

    row.refresh_from_db()
    assert (row.hold.review_on, row.hold.told, row.hold.holds(timezone.now())) == (again, "not", True)
    for officer in (dana, pat):
        holds.lift(by=officer, hold=row.hold, why="The case ended.")
    demands.close(by=dana, demand=row, outcome="refused")
    assert not Hold.objects.filter(lifted_at=None).exists()


def test_what_was_given_was_not_refused(told_of: Taking, dana: Account) -> None:
    row = told_of(signed="yes")
    giving.given(by=dana, demand=row, given_by=dana, given_on=today(), **LINE)

    with pytest.raises(NotNowError, match="so it was not refused"):
        demands.close(by=dana, demand=row, outcome="refused")


def test_every_act_is_in_the_audit_log(taken_in: Taking, dana: Account, matter: Matter) -> None:
    row = taken_in(signed="yes")
    demands.told(by=dana, demand=row, way="room")
    giving.given(by=dana, demand=row, given_by=dana, given_on=today(), **LINE)
    demands.close(by=dana, demand=row, outcome="answered")

    told = Entry.objects.filter(action="produce", actor=dana.pk).order_by("seq")
    mine = handle_of(matter.pk, matter.pk)
    assert [(one.handle, one.data_class) for one in told] == [(mine, ""), (mine, ""), (mine, "D4"), (mine, "")]
    assert not Entry.objects.filter(action="lift", handle=mine).exists()


def test_the_hold_of_a_demand_that_was_open_before_lasts_too(taken_in: Taking, dana: Account) -> None:
    row, over = taken_in(), taken_in(reference="26STCV00002")
    Hold.objects.update(lasts=False)
    Demand.objects.filter(pk=over.pk).update(closed_at=timezone.now())

    import_module("probono.retention.legal.migrations.0002_open_demands_hold").let_them_last(apps, None)

    assert Hold.objects.get(pk=row.hold_id).lasts
    assert not Hold.objects.get(pk=over.hold_id).lasts
