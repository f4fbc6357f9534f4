"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.screening.asked import DAY, TRAFFICKED
from vacatur.records.facts import Facts, Never, Victimization, VictimizationKind
from vacatur.screening.attested import Attested, Opening, Timing

KINDS = frozenset({VictimizationKind.TRAFFICKING})
OTHER = frozenset({VictimizationKind.SEXUAL_VIOLENCE})
EARLIER = replace(TRAFFICKED, start=dt.date(2006, 1, 1), end=dt.date(2007, 1, 1), sought_services=dt.date(2008, 1, 1))


def opening(*periods: Victimization, as_of: dt.date = DAY) -> Opening:
    return Attested(Facts(victimizations=periods), as_of).opening(KINDS)


def test_periods_keep_their_place_in_the_facts() -> None:
    violence = replace(TRAFFICKED, kind=VictimizationKind.SEXUAL_VIOLENCE)
    attested = Attested(Facts(victimizations=(violence, TRAFFICKED)), DAY)

    assert [period.place for period in attested.periods(KINDS)] == [2]
    assert [period.place for period in attested.periods(OTHER)] == [1]


def test_it_opens_on_the_later_of_the_end_and_the_seeking_of_services() -> None:
    late_services = opening(TRAFFICKED)
    late_end = opening(replace(TRAFFICKED, sought_services=dt.date(2013, 1, 1)))

    assert (late_services.timing, late_services.opened) == (Timing.OPEN, dt.date(2016, 3, 1))
    assert (late_end.timing, late_end.opened) == (Timing.OPEN, dt.date(2015, 6, 30))


@pytest.mark.parametrize(
    ("day", "timing"),
    [(dt.date(2016, 2, 29), Timing.NOT_OPEN), (dt.date(2016, 3, 1), Timing.OPEN), (dt.date(2016, 3, 2), Timing.OPEN)],
)
def test_it_is_open_from_that_day_on(day: dt.date, timing: Timing) -> None:
    assert opening(TRAFFICKED, as_of=day).timing is timing


def test_it_waits_while_any_period_goes_on() -> None:
    assert opening(EARLIER, replace(TRAFFICKED, end=None)).timing is Timing.GOES_ON


def test_of_several_periods_the_last_end_and_the_last_services_count() -> None:
    found = opening(EARLIER, TRAFFICKED)

    assert (found.ceased, found.sought) == (dt.date(2015, 6, 30), dt.date(2016, 3, 1))


def test_services_sought_for_one_period_are_known_even_when_another_is_silent() -> None:
    assert opening(replace(EARLIER, sought_services=None), TRAFFICKED).timing is Timing.OPEN


def test_not_asked_for_one_and_never_for_another_is_not_known() -> None:
    found = opening(replace(EARLIER, sought_services=Never.NEVER), replace(TRAFFICKED, sought_services=None))

    assert found.timing is Timing.NOT_ASKED


def test_never_for_every_period_is_never() -> None:
    never = [replace(one, sought_services=Never.NEVER) for one in (EARLIER, TRAFFICKED)]

    assert opening(*never) == Opening(Timing.NEVER_SOUGHT, dt.date(2015, 6, 30))


def test_an_end_after_the_day_asked_about_is_not_over() -> None:
    found = opening(replace(TRAFFICKED, sought_services=None), as_of=dt.date(2015, 6, 29))

    assert found.timing is Timing.NOT_OVER


def test_without_a_period_there_is_no_timing() -> None:
    assert opening().timing is Timing.NO_PERIOD


def test_answers_are_kept() -> None:
    attested = Attested(Facts(victimizations=(TRAFFICKED,)), DAY)

    assert attested.opening(KINDS) is attested.opening(KINDS)
    assert attested.periods(KINDS) is attested.periods(KINDS)
