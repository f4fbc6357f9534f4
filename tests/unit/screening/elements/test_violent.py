"""FICTIONAL. What the worked cases of the law data do not show: law that is not verified or narrower, and odd neighbors."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, about, asked, ids, keys, reason, saying, sheet
from vacatur.law import Confidence, Pack, pack
from vacatur.law.pack import CALIFORNIA
from vacatur.records.facts import Enhancement, EnhancementStatus
from vacatur.screening.engine import screen
from vacatur.screening.finding import Finding, Outcome

ROBBERY = f"{NUMBER} | | PC | 211 | F | F | 2014-03-09 | 2014-04-02 | convicted |"
ROBBERY_DISMISSED = f"{NUMBER} | | PC | 211 | | F | 2014-03-09 | 2014-04-02 | dismissed |"


def under(law: Pack, *rows: str) -> Finding:
    return screen(sheet(*rows), FACTS, DAY, law, reliefs=("pc_236_14",)).items[0].findings[0]


def remembered() -> Pack:
    """A pack whose violent felony list was never read in a source."""
    law = Pack(CALIFORNIA)
    law.violent_list.all = tuple(
        replace(entry, rules=tuple(replace(rule, confidence=Confidence.MEMORY) for rule in entry.rules))
        for entry in law.violent_list.all
    )
    return law


def narrower() -> Pack:
    """A pack in which a later law took robbery off the entries that bar."""
    law = Pack(CALIFORNIA)
    entries = law.parameter_of("pc_236_14/barring_entries")
    last = entries.values[-1]
    fewer = tuple(entry for entry in last.texts if entry != "09")
    changed = replace(last, value=fewer, from_day=dt.date(2026, 7, 1))
    law._parameters["pc_236_14/barring_entries"] = replace(entries, values=(*entries.values, changed))
    return law


def test_a_list_from_memory_flags_and_a_lawyer_decides() -> None:
    finding = under(remembered(), ROBBERY)

    assert finding.outcome is Outcome.LAWYER_DECIDES
    assert reason(finding, "violent.listed").confidence == "M"
    assert "violent.list_not_verified" in ids(finding)


def test_a_law_that_narrows_the_bar_is_a_change_of_data() -> None:
    assert under(pack(), ROBBERY).outcome is Outcome.BARRED
    assert under(narrower(), ROBBERY).outcome is Outcome.AVAILABLE


def test_a_sheet_that_names_the_entry_says_where_it_stands() -> None:
    listed = reason(asked("pc_236_14", ROBBERY), "violent.listed")

    assert listed.cite == "Pen. Code, § 667.5, subd. (c)(9)"
    assert "robbery" in listed.text.lower()
    assert listed.holds is False


@pytest.mark.parametrize(
    ("neighbor", "outcome"),
    [
        (f"{NUMBER} | | PC | 484(a) | M | F | 2014-03-09 | 2014-04-02 | convicted |", Outcome.LAWYER_DECIDES),
        (f"{NUMBER} | | PC | 487(a) | F | F | 2014-03-09 | 2014-04-02 | convicted |", Outcome.LAWYER_DECIDES),
        (f"{NUMBER} | | PC | 215(a) | F | F | 2014-03-09 | 2014-04-02 | convicted |", Outcome.BARRED),
        (f"{NUMBER} | | PC | 484(a) | | M | 2014-03-09 | 2014-04-02 | dismissed |", Outcome.BARRED),
        (f"{NUMBER} | | | | F | F | 2014-03-09 | 2014-04-02 | convicted |", Outcome.BARRED),
        ("5DV03001 | | PC | 484(a) | M | M | 2014-05-09 | 2014-06-02 | convicted |", Outcome.BARRED),
    ],
)
def test_a_dismissed_violent_charge_is_open_only_beside_a_nonviolent_conviction(
    neighbor: str, outcome: Outcome
) -> None:
    assert asked("pc_236_14", ROBBERY_DISMISSED, neighbor).outcome is outcome


def test_two_things_at_once_are_both_said() -> None:
    stricken = about(
        enhancements=(
            Enhancement("12022.7", EnhancementStatus.DISMISSED),
            Enhancement("12022.53(b)", EnhancementStatus.CHARGED),
        )
    )
    row = f"{NUMBER} | | PC | 245(a)(1) | F | F | 2014-03-09 | 2014-04-02 | convicted |"

    finding = asked("pc_236_14", row, facts=saying(stricken))

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert f"nexus[{NUMBER}/1].enhancements" in keys(finding)
    assert any("stricken or dismissed" in question for question in finding.questions)


def test_an_enhancement_beside_the_charge_counts_only_under_the_penal_code() -> None:
    theft = f"{NUMBER} | | PC | 487(a) | F | F | 2014-03-09 | 2014-04-02 | convicted |"
    other = f"{NUMBER} | | HS | 12022.7 | F | F | 2014-03-09 | 2014-04-02 | convicted |"
    unread = f"{NUMBER} | | PC | | F | F | 2014-03-09 | 2014-04-02 | convicted |"

    assert asked("pc_236_14", theft, other, unread).outcome is Outcome.AVAILABLE


def test_a_sheet_with_an_enhancement_asks_about_it_once() -> None:
    theft = f"{NUMBER} | | PC | 487(a) | F | F | 2014-03-09 | 2014-04-02 | convicted |"
    enhancement = f"{NUMBER} | | PC | 12022.53(b) | F | F | 2014-03-09 | 2014-04-02 | convicted |"

    finding = asked("pc_236_14", theft, enhancement, CONVICTED)

    assert keys(finding).count(f"nexus[{NUMBER}/1].enhancements") == 1


def test_an_arrest_on_a_listed_charge_whose_case_ended_in_a_lesser_conviction_is_for_a_lawyer() -> None:
    arrest = " | B7735310 | PC | 211 | | F | 2014-03-09 | | prosecutor_rejected |"

    assert asked("pc_236_14", arrest).outcome is Outcome.BARRED
    finding = asked("pc_236_14", arrest, CONVICTED)
    assert finding.outcome is Outcome.LAWYER_DECIDES
    assert "violent.charge_lesser_conviction" in ids(finding)
