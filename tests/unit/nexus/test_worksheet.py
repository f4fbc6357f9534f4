"""FICTIONAL."""

import datetime as dt

from tests.unit.nexus.items import item
from vacatur.nexus import WeakPoint, Where, worksheet
from vacatur.records.facts import Attestation, Facts, Nexus, Victimization, VictimizationKind

PERIOD = Victimization(VictimizationKind.TRAFFICKING, dt.date(2012, 1, 1), dt.date(2015, 6, 30))
FULL = Nexus(
    "9AR04417",
    1,
    offense_date=dt.date(2014, 3, 8),
    direct_result=True,
    account="He drove me there.",
    evidence=("Declaration of petitioner",),
    attested=Attestation(approved=True),
)


def test_a_complete_entry_has_no_weak_point() -> None:
    sheet = worksheet(item(), FULL, Facts(victimizations=(PERIOD,)))

    assert sheet.weak_points == ()
    assert sheet.account == "He drove me there."
    assert sheet.windows[0][1].where is Where.INSIDE


def test_nothing_said_shows_everything_that_is_missing() -> None:
    sheet = worksheet(item(), None, Facts(victimizations=(PERIOD,)))

    assert sheet.weak_points == (
        WeakPoint.NO_ACT_DAY,
        WeakPoint.NO_DIRECT_RESULT_ASKED,
        WeakPoint.NO_ACCOUNT,
        WeakPoint.NO_EVIDENCE,
    )


def test_an_act_outside_every_period_is_a_weak_point() -> None:
    late = Nexus("9AR04417", offense_date=dt.date(2011, 3, 8))

    assert WeakPoint.ACT_OUTSIDE in worksheet(item(), late, Facts(victimizations=(PERIOD,))).weak_points
    assert WeakPoint.ACT_OUTSIDE not in worksheet(item(), late, Facts()).weak_points


def test_a_no_to_direct_result_and_words_not_approved_are_weak_points() -> None:
    said = Nexus("9AR04417", direct_result=False, account="I was there.")

    points = worksheet(item(), said, Facts()).weak_points

    assert WeakPoint.NO_DIRECT_RESULT in points
    assert WeakPoint.NOT_APPROVED in points


def test_an_item_without_a_number_has_a_worksheet_too() -> None:
    assert worksheet(item(None, case=None), None, Facts()).direct_result is None
