from dataclasses import replace

from vacatur.cli.worked_cases import differences
from vacatur.law import pack
from vacatur.law.cases import Expectation, WorkedCase, load_cases
from vacatur.law.reliefs import OutcomeName


def case() -> WorkedCase:
    return next(
        one
        for one in load_cases(pack().root)
        if one.relief == "pc_236_14" and len(one.rows) == 1 and one.expects[0].outcome is OutcomeName.AVAILABLE
    )


def told(expected: Expectation) -> str:
    return "\n".join(differences(replace(case(), expects=(expected,)), pack()))


def test_a_case_that_comes_out_as_written_has_no_difference() -> None:
    assert differences(case(), pack()) == []


def test_another_outcome_is_told_with_the_reasons_found() -> None:
    assert "expected barred, found available (" in told(Expectation(OutcomeName.BARRED))


def test_another_day_is_told() -> None:
    assert "expected the day 2026-01-01, found None" in told(
        Expectation(OutcomeName.AVAILABLE, day=case().as_of.replace(year=2026, month=1, day=1))
    )


def test_a_reason_a_fact_and_words_that_do_not_stand_there_are_told() -> None:
    found = told(
        Expectation(OutcomeName.AVAILABLE, reasons=("no.such",), missing=("no_fact",), says=("No such words",))
    )

    assert "the reason no.such does not stand in the tree" in found
    assert "the fact no_fact is not asked for" in found
    assert "nothing says 'No such words'" in found


def test_an_item_that_is_not_there_is_told() -> None:
    assert "NOWHERE, count 7: 0 items of the record fit" in told(
        Expectation(OutcomeName.AVAILABLE, number="NOWHERE", count=7)
    )
