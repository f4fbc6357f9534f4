"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

from tests.unit.nexus.items import ARRESTED, item
from vacatur.nexus import act_day
from vacatur.nexus.act import with_act_day
from vacatur.records.facts import Nexus
from vacatur.records.item import DateIs

SAID = Nexus("9AR04417", offense_date=dt.date(2014, 3, 8))


def test_the_attested_day_is_exact() -> None:
    act = act_day(item(), SAID)

    assert (act.day, act.date_is, act.exact) == (dt.date(2014, 3, 8), DateIs.OFFENSE, True)


def test_without_it_the_sheet_s_date_stands_in() -> None:
    for nexus in (None, Nexus("9AR04417")):
        act = act_day(item(), nexus)
        assert (act.day, act.date_is, act.exact) == (ARRESTED, DateIs.ARREST, False)


def test_no_day_at_all_is_never_exact() -> None:
    act = act_day(replace(item(), date=None, date_is=DateIs.OFFENSE), None)

    assert act.day is None
    assert not act.exact


def test_the_item_takes_the_attested_day_and_keeps_its_arrest() -> None:
    dated = with_act_day(item(), SAID)

    assert (dated.date, dated.date_is, dated.arrest_date) == (dt.date(2014, 3, 8), DateIs.OFFENSE, ARRESTED)


def test_an_item_about_which_nothing_was_said_stays_as_it_is() -> None:
    same = item()

    assert with_act_day(same, None) is same
    assert with_act_day(same, Nexus("9AR04417")) is same
