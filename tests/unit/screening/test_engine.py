"""FICTIONAL."""

import datetime as dt

import pytest

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, about, asked, ids, keys, saying, sheet
from vacatur.kit.errors import InputError
from vacatur.law import LawError, pack
from vacatur.records.facts import Facts
from vacatur.records.item import DateIs
from vacatur.records.items import items_of
from vacatur.screening.engine import screen, screen_items
from vacatur.screening.finding import Outcome

ALL = ("pc_236_14", "pc_236_15", "pc_1203_4", "pc_851_91")


def test_every_item_has_a_finding_for_every_relief_that_is_built() -> None:
    screening = screen(sheet(CONVICTED), FACTS, DAY, pack())

    assert [finding.relief for finding in screening.items[0].findings] == list(ALL)
    assert screening.pack == pack().version
    assert screening.as_of == DAY


def test_reliefs_not_built_are_named() -> None:
    screening = screen(sheet(CONVICTED), FACTS, DAY, pack())

    assert "pc_1473_7" in screening.not_screened
    assert not set(ALL) & set(screening.not_screened)


def test_every_finding_carries_its_effect_and_that_its_rule_is_a_draft() -> None:
    for finding in screen(sheet(CONVICTED), FACTS, DAY, pack()).items[0].findings:
        assert finding.effect.text
        assert finding.status == pack().relief(finding.relief).status == "draft"


def test_reliefs_can_be_narrowed() -> None:
    screening = screen(sheet(CONVICTED), FACTS, DAY, pack(), reliefs=("pc_1203_4",))

    assert [finding.relief for finding in screening.items[0].findings] == ["pc_1203_4"]


def test_without_facts_the_findings_ask_for_them() -> None:
    finding = asked("pc_236_14", facts=None)

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert "victimization" in keys(finding)


def test_the_attested_day_of_the_act_becomes_the_item_s_date() -> None:
    said = saying(about(offense_date=dt.date(2014, 3, 8)))

    item = screen(sheet(CONVICTED), said, DAY, pack()).items[0].item

    assert (item.date, item.date_is) == (dt.date(2014, 3, 8), DateIs.OFFENSE)
    assert item.arrest_date == dt.date(2014, 3, 9)


def test_an_entry_that_fits_no_item_is_refused_without_a_fact_of_the_client() -> None:
    said = saying(about(number="7ZZ99999"))

    with pytest.raises(InputError, match="entry 1") as refused:
        screen(sheet(CONVICTED), said, DAY, pack())

    assert "7ZZ99999" not in refused.value.sentence


def test_outcomes_alone_have_no_words() -> None:
    screening = screen(sheet(CONVICTED), FACTS, DAY, pack(), reasons=False)

    assert screening.not_screened == screening.warnings == ()
    for finding in screening.items[0].findings:
        assert finding.reasons == finding.questions == finding.missing == ()


def test_outcomes_alone_are_those_of_the_full_findings() -> None:
    record = sheet(CONVICTED, f"{NUMBER} | | PC | 211 | | F | 2014-03-09 | 2014-04-02 | dismissed")
    for facts in (FACTS, Facts(), saying(about(direct_result=False))):
        short = screen(record, facts, DAY, pack(), reasons=False)
        full = screen(record, facts, DAY, pack())

        for one, other in zip(short.items, full.items, strict=True):
            assert [(f.outcome, f.day) for f in one.findings] == [(f.outcome, f.day) for f in other.findings]


def test_items_already_at_hand_can_be_screened() -> None:
    items = items_of(sheet(CONVICTED))

    findings = screen_items(items, FACTS, DAY, pack())

    assert findings[0].findings == screen(sheet(CONVICTED), FACTS, DAY, pack()).items[0].findings


def test_a_relief_whose_law_data_begins_later_is_a_lawyer_s_to_decide() -> None:
    early = dt.date(2023, 8, 1)

    silent, _, speaking, _ = screen(sheet(CONVICTED), FACTS, early, pack()).items[0].findings

    assert speaking.outcome is Outcome.AVAILABLE
    assert silent.outcome is Outcome.LAWYER_DECIDES
    assert ids(silent) == ["law.silent"]
    assert "2024-01-01" in silent.questions[0]


def test_a_day_of_which_no_law_data_speaks_is_refused() -> None:
    with pytest.raises(LawError, match="nothing can be said of that day"):
        screen(sheet(CONVICTED), FACTS, dt.date(2015, 6, 1), pack())


def test_flags_stand_beside_the_findings() -> None:
    flags = screen(sheet(CONVICTED), FACTS, DAY, pack()).items[0].flags

    assert "cimt" in {flag.ground for flag in flags}
    assert all(flag.source and flag.confidence for flag in flags)


def test_an_empty_record_says_that_there_is_nothing_to_screen() -> None:
    record = sheet(CONVICTED)
    empty = type(record)(record.file, record.person)

    screening = screen(empty, FACTS, DAY, pack())

    assert screening.items == ()
    assert "nothing to screen" in screening.warnings[0]
