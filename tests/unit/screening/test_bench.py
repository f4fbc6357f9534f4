"""FICTIONAL."""

import datetime as dt

import pytest

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, about, saying, sheet
from vacatur.law import pack
from vacatur.law.pack import CALIFORNIA, Pack
from vacatur.records.facts import Facts
from vacatur.records.items import items_of
from vacatur.screening import bench
from vacatur.screening.bench import bench_of
from vacatur.screening.docket import situations
from vacatur.screening.finding import Outcome


def test_a_bench_is_made_once_for_a_day_and_a_choice_of_reliefs() -> None:
    assert bench_of(pack(), DAY, None) is bench_of(pack(), DAY, None)
    assert bench_of(pack(), DAY, ("pc_1203_4",)) is not bench_of(pack(), DAY, None)
    assert bench_of(Pack(CALIFORNIA), DAY, None) is not bench_of(pack(), DAY, None)


def test_benches_kept_stay_within_bounds() -> None:
    for number in range(bench._BENCHES_KEPT + 2):
        bench_of(pack(), DAY - dt.timedelta(days=number), ("pc_1203_4",))

    assert len(bench._BENCHES) <= bench._BENCHES_KEPT


def test_items_alike_share_their_outcomes_under_the_same_facts() -> None:
    twins = [situations(items_of(sheet(CONVICTED.replace(NUMBER, n))), FACTS, DAY)[0] for n in ("5DV03001", "5DV03002")]
    ours = bench_of(pack(), DAY, None)

    assert ours.shared(twins[0]) is ours.shared(twins[1])


def test_other_facts_never_share() -> None:
    ours = bench_of(pack(), DAY, None)
    known = ours.shared(situations(items_of(sheet(CONVICTED)), FACTS, DAY)[0])
    unknown = ours.shared(situations(items_of(sheet(CONVICTED)), Facts(), DAY)[0])
    again = ours.shared(situations(items_of(sheet(CONVICTED)), FACTS, DAY)[0])

    assert known[0].outcome is Outcome.AVAILABLE
    assert unknown[0].outcome is Outcome.NEEDS_FACTS
    assert again == known


def test_an_item_with_facts_of_its_own_never_shares() -> None:
    said = saying(about(direct_result=False))
    ours = bench_of(pack(), DAY, None)

    denied = ours.shared(situations(items_of(sheet(CONVICTED)), said, DAY)[0])

    assert denied[0].outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("relief", ["pc_236_14", "pc_236_15", "pc_1203_4", "pc_851_91"])
def test_what_is_shared_is_what_would_be_found(relief: str) -> None:
    arrest = " | B7735310 | PC | 273.5(a) | | F | 2013-07-19 | | prosecutor_rejected |"
    ours = bench_of(pack(), DAY, (relief,))

    for situation in situations(items_of(sheet(CONVICTED, arrest)), FACTS, DAY):
        assert ours.shared(situation) == ours.outlined(situation)
        assert [one.outcome for one in ours.shared(situation)] == [one.outcome for one in ours.argued(situation)]
