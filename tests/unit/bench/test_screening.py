"""The bench of screening measures what it says."""

from bench.screening import DAY, FACTS, ITEMS, PEER_MEDIAN, line, rates, records, results
from vacatur.law import pack
from vacatur.screening.engine import screen
from vacatur.screening.finding import Outcome


def test_every_record_has_twelve_items_and_no_two_are_alike() -> None:
    found = records(5)

    assert [len(screen(record, FACTS, DAY, pack()).items) for record in found] == [ITEMS] * 5
    assert len({record.cycles for record in found}) == 5


def test_the_records_bring_up_most_outcomes() -> None:
    outcomes = {
        finding.outcome
        for record in records(20)
        for item in screen(record, FACTS, DAY, pack()).items
        for finding in item.findings
    }

    assert {Outcome.AVAILABLE, Outcome.NEEDS_FACTS, Outcome.NOT_APPLICABLE, Outcome.BARRED} <= outcomes


def test_a_rate_is_measured_for_each_round_after_one_to_warm_up() -> None:
    seen: list[int] = []

    assert len(rates(seen.append, [1, 2], rounds=3)) == 3
    assert seen == [1, 2] * 4


def test_a_line_compares_with_the_peer_where_there_is_one() -> None:
    assert line("x", [PEER_MEDIAN * 2], peer="p", peer_median=PEER_MEDIAN)["ratio"] == 2.0
    assert line("x", [1.0])["ratio"] is None


def test_every_line_has_the_promised_keys() -> None:
    for result in results(count=2, rounds=1):
        assert list(result) == ["name", "unit", "median", "min", "max", "n", "peer", "peer_median", "ratio"]
        assert result["median"] > 0
