"""Sheets that differ in one thing. FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.architecture.tree import ROOT
from vacatur.law.case_table import read_rows, record_of
from vacatur.reading import read_file, read_text
from vacatur.records.record import Record, UnreadLine
from vacatur.tracking import compare
from vacatur.tracking.comparison import title

HEAD = "case | booking | count | code | section | level | arrest | court | disposition | sentence\n"
FIRST = "5VY02034 | | 1 | PC | 647(b) | M | 2014-03-09 | 2014-04-02 | convicted | 36 months probation\n"
SECOND = "5VY02034 | | 2 | PC | 148.9(a) | M | 2014-03-09 | 2014-04-02 | dismissed |\n"
ARREST = " | 3381207 | | PC | 653.22(a) | M | 2013-07-19 | | prosecutor_rejected |\n"
SHEET = ROOT / "demo" / "readme" / "sheet.txt"


def sheet(*rows: str) -> Record:
    return record_of(read_rows(HEAD + "".join(rows), "sheet"))


OLD = sheet(FIRST, SECOND, ARREST)


def test_a_second_reading_of_one_sheet_is_no_change() -> None:
    record = read_file(SHEET)
    found = compare(record, record)

    assert (found.gone, found.new, found.changed) == ((), (), ())
    assert len(found.same) == 5


def test_page_breaks_indents_and_spaces_are_no_change() -> None:
    text = SHEET.read_text(encoding="utf-8")
    moved = text.replace("- - - -", "\n\n\f\n- - - -").replace("CASC MC VAN NUYS", "CASC  MC VAN NUYS")

    found = compare(read_text(text, "a"), read_text(moved, "b"))

    assert (found.gone, found.new, found.changed) == ((), (), ())


def test_what_was_vacated_is_gone() -> None:
    found = compare(OLD, sheet(ARREST))

    assert [gone.item.section for gone in found.gone] == ["647(b)", "148.9(a)"]
    assert not any(gone.doubtful for gone in found.gone)
    assert len(found.same) == 1


def test_what_appeared_is_new() -> None:
    found = compare(sheet(FIRST), sheet(FIRST, ARREST))

    assert [item.section for item in found.new] == ["653.22(a)"]
    assert found.gone == ()


@pytest.mark.parametrize(
    ("old", "new", "what", "before", "after"),
    [
        ("| M | 2014-03-09", "| F | 2014-03-09", "level", "M", "F"),
        ("647(b)", "647(a)", "charge", "PC 647(b)", "PC 647(a)"),
        ("36 months", "24 months", "sentence", "36 months probation", "24 months probation"),
        ("2014-03-09", "2014-03-10", "arrest date", "2014-03-09", "2014-03-10"),
    ],
)
def test_what_changed_is_told(old: str, new: str, what: str, before: str, after: str) -> None:
    (changed,) = compare(sheet(FIRST), sheet(FIRST.replace(old, new, 1))).changed

    assert (what, before, after) in [(one.what, one.before, one.after) for one in changed.changes]


def test_a_later_disposition_is_an_addition() -> None:
    later = sheet(FIRST.replace("| convicted |", "| convicted; dismissed_1203_4 2018-05-01 |"))

    (changed,) = compare(sheet(FIRST), later).changed

    assert [(one.what, one.before, one.after) for one in changed.changes] == [
        ("disposition", None, "dismissed 1203 4 2018-05-01")
    ]


def test_an_arrest_that_was_filed_since_is_not_simply_gone() -> None:
    filed = "4CP07715 | | 1 | PC | 484(a) | M | 2013-07-19 | 2013-09-01 | convicted |\n"
    (gone,) = compare(sheet(ARREST), sheet(filed)).gone

    assert "Charges were filed from this arrest" in (gone.doubtful or "")
    assert [item.case for item in gone.filed_as] == ["4CP07715"]


def test_what_may_only_be_unread_is_doubtful() -> None:
    later = replace(sheet(ARREST), unread=(UnreadLine(1, 7, "CNT:01 #5VY02034 ?????"),))
    found = compare(OLD, later)

    assert all("unread lines" in (gone.doubtful or "") for gone in found.gone)
    assert "1 lines of the later sheet were not understood: an item may stand there." in found.cautions


def test_sheets_of_two_people_are_cautioned_about() -> None:
    other = replace(OLD, person=replace(OLD.person, cii="A11111111"))

    assert "different CII numbers" in compare(OLD, other).cautions[0]


def test_a_consolidated_number_is_the_same_person() -> None:
    other = replace(OLD, person=replace(OLD.person, cii="A11111111", other_cii=("A00000000",)))

    assert compare(OLD, other).cautions == ()


def test_an_empty_later_sheet_is_cautioned_about() -> None:
    assert "no cycles at all" in compare(OLD, replace(OLD, cycles=())).cautions[-1]


def test_twins_are_paired_without_a_change() -> None:
    twins = sheet(ARREST, ARREST.replace("3381207", "3381208"))

    assert compare(twins, twins).changed == ()


def test_an_item_is_told_in_one_line_without_a_name() -> None:
    count, _, arrest = (one for one in compare(OLD, OLD).same)

    assert title(count) == "5VY02034, count 1: PC 647(b), CASC LOS ANGELES, 2014-03-09"
    assert title(arrest) == "arrest 3381207: PC 653.22(a), CAPD LOS ANGELES, 2013-07-19"


def test_the_day_of_the_reading_does_not_matter() -> None:
    text = SHEET.read_text(encoding="utf-8")
    early = read_text(text, "a", today=dt.date(2016, 1, 1))

    assert compare(early, read_text(text, "a")).changed == ()
