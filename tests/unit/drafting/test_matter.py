import datetime as dt
from dataclasses import replace

from tests.unit.drafting.matters import FACTS, HURT, NEXUS, TRAFFICKED, but, changed, matter
from vacatur.drafting.matter import Period
from vacatur.records.facts import CountResult, Unknown, VictimizationKind


def test_a_period_knows_its_ground_and_its_relief() -> None:
    assert (Period(1, TRAFFICKED).ground, Period(1, TRAFFICKED).relief) == ("human trafficking", "pc_236_14")
    assert (Period(2, HURT).ground, Period(2, HURT).relief) == ("intimate partner violence", "pc_236_15")
    other = replace(HURT, kind=VictimizationKind.SEXUAL_VIOLENCE)
    assert Period(3, other).ground == "sexual violence"


def test_both_ends_of_a_period_count() -> None:
    period = Period(1, TRAFFICKED)

    assert period.holds(dt.date(2012, 1, 1))
    assert period.holds(dt.date(2015, 6, 30))
    assert not period.holds(dt.date(2011, 12, 31))
    assert not period.holds(dt.date(2015, 7, 1))
    assert not period.holds(None)


def test_a_period_without_an_end_goes_on_and_one_without_a_start_holds_nothing() -> None:
    assert Period(1, replace(TRAFFICKED, end=None)).holds(dt.date(2026, 1, 1))
    assert not Period(1, replace(TRAFFICKED, start=None)).holds(dt.date(2014, 1, 1))


def test_a_period_that_ended_on_an_unknown_day_holds_the_days_on_which_it_is_known_to_have_gone_on() -> None:
    start, least = dt.date(2012, 1, 1), dt.date(2014, 1, 31)
    ended = replace(TRAFFICKED, start=start, end=None, ended=Unknown.UNKNOWN)

    assert Period(1, ended).holds(start)
    assert not Period(1, ended).holds(least)
    assert Period(1, replace(ended, at_least_until=least)).holds(least)


def test_a_row_says_what_became_of_it() -> None:
    assert [row.kind for row in matter().rows] == ["arrest", "conviction", "dismissed"]


def test_an_adjudication_of_a_juvenile_court_is_no_conviction() -> None:
    row = matter().rows[1]
    young = replace(row, planned=replace(row.planned, item=replace(row.item, juvenile=True)))

    assert young.kind == "adjudication"


def test_a_count_without_a_disposition_is_open_until_somebody_says_how_it_ended() -> None:
    row = matter().rows[1]
    silent = replace(row, planned=replace(row.planned, item=replace(row.item, dispositions=())))

    assert silent.kind == "open"
    assert replace(silent, told=None).kind == "open"
    assert replace(silent, told=replace(NEXUS[1], result=CountResult.CONVICTED)).kind == "conviction"
    assert replace(silent, told=replace(NEXUS[1], result=CountResult.ACQUITTED)).kind == "dismissed"


def test_the_day_of_the_act_is_only_what_was_attested() -> None:
    rows = matter(but(nexus=NEXUS[:1])).rows

    assert rows[0].act_day == dt.date(2013, 7, 19)
    assert rows[1].act_day is None


def test_a_key_names_the_case_and_an_arrest_goes_by_its_item() -> None:
    arrest, count, _ = matter().rows

    assert count.key("account") == "nexus.5VY07111.1.account"
    assert arrest.key("account") == f"nexus.{arrest.item.id}.1.account"
    assert arrest.facts_key("account") == '[[nexus]] number = "3381207", count = 1: account'


def test_a_juvenile_matter_goes_by_its_item_as_an_arrest_does() -> None:
    young = changed(1, juvenile=True).rows[1]

    assert young.key("account") == f"nexus.{young.item.id}.1.account"


def test_only_periods_of_a_pleaded_relief_are_grounds() -> None:
    both = but(FACTS, victimizations=(TRAFFICKED, HURT))

    assert [period.number for period in matter(both).periods] == [1]
    assert [period.number for period in matter(both, "pc_236_15").periods] == [2]
    assert matter(both, "pc_236_14", "pc_236_15").reliefs == ("pc_236_14", "pc_236_15")


def test_a_row_takes_the_periods_that_hold_its_day_or_all_when_none_does() -> None:
    early = replace(TRAFFICKED, start=dt.date(2001, 1, 1), end=dt.date(2002, 1, 1))
    made = matter(but(victimizations=(early, TRAFFICKED)))
    unknown = matter(but(victimizations=(early, TRAFFICKED), nexus=NEXUS[:1]))

    assert [period.number for period in made.periods_of(made.rows[1])] == [2]
    assert [period.number for period in unknown.periods_of(unknown.rows[1])] == [1, 2]
