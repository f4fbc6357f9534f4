"""FICTIONAL."""

import pytest

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, about, saying, sheet
from vacatur.records.facts import Facts
from vacatur.records.items import items_of
from vacatur.records.record import DispositionKind, Level
from vacatur.screening.docket import situations
from vacatur.screening.situation import Situation, conviction_of, kinds_of, nexus_key

ARREST = " | B7735310 | PC | 653.22(a) | | M | 2013-07-19 | | prosecutor_rejected |"


def of(*rows: str, facts: Facts = FACTS) -> Situation:
    return situations(items_of(sheet(*rows)), facts, DAY)[0]


def test_a_fact_is_named_by_number_and_count_or_by_the_item_s_id() -> None:
    item = of(CONVICTED).item
    nameless = of(" | | PC | 484(a) | | M | 2013-07-19 | | prosecutor_rejected |").item

    assert nexus_key(item, "offense_date") == f"nexus[{NUMBER}/1].offense_date"
    assert nexus_key(nameless, "account") == f"nexus[{nameless.id}/1].account"


def test_the_level_that_counts_is_that_of_conviction_before_any_reduction() -> None:
    reduced = of(CONVICTED.replace("| M | M |", "| F | F |").replace("convicted", "convicted; reduced 2016-01-11 M"))

    assert reduced.level_that_counts is Level.FELONY
    assert reduced.item.level is Level.MISDEMEANOR
    assert reduced.reduced


def test_a_fact_gives_the_level_only_where_the_sheet_has_none() -> None:
    unknown = CONVICTED.replace("| M | M |", "| | F |")

    assert of(unknown).level_that_counts is None
    assert of(unknown, facts=saying(about(conviction_level=Level.FELONY))).level_that_counts is Level.FELONY


def test_what_never_became_a_conviction_counts_at_the_level_charged() -> None:
    assert of(ARREST).level_that_counts is Level.MISDEMEANOR
    assert not of(ARREST).convicted


@pytest.mark.parametrize(
    ("end", "undecided"), [("", True), ("sentence_modified", True), ("convicted", False), ("dismissed", False)]
)
def test_a_count_is_undecided_until_the_sheet_shows_an_end(end: str, undecided: bool) -> None:
    assert of(CONVICTED.replace("convicted", end)).undecided is undecided


def test_an_arrest_is_never_undecided() -> None:
    assert not of(ARREST.replace("prosecutor_rejected", "")).undecided


def test_a_charge_under_the_united_states_code_is_federal() -> None:
    assert of(CONVICTED.replace("PC | 647(b)", "US 18 | 371")).federal
    assert not of(CONVICTED).federal
    assert not of(CONVICTED.replace("PC | 647(b)", " | ")).federal


def test_the_section_of_the_complaint_completes_that_of_the_sheet() -> None:
    assert of(CONVICTED).section == "647(b)"
    assert of(CONVICTED, facts=saying(about(section="647(b)(2)"))).section == "647(b)(2)"
    assert of(CONVICTED.replace("647(b)", ""), facts=saying(about(section="647(b)"))).section is None


def test_what_became_of_an_item_is_told_in_order_with_its_first_conviction() -> None:
    item = of(CONVICTED.replace("convicted", "convicted; vacated 2019-01-01")).item

    assert kinds_of(item) == (DispositionKind.CONVICTED, DispositionKind.VACATED)
    conviction = conviction_of(item)
    assert conviction is not None
    assert conviction.kind is DispositionKind.CONVICTED
    assert conviction_of(of(ARREST).item) is None
