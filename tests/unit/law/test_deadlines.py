import datetime as dt
from collections.abc import Callable

import pytest

from vacatur.kit.errors import InputError
from vacatur.law import LawError, Pack, pack
from vacatur.law.confidence import Confidence
from vacatur.law.deadlines import amount_text, due, known_rule, written
from vacatur.law.parameters import Unit
from vacatur.law.rules import Binds
from vacatur.law.service import Service

Edit = Callable[[str, str, str], Pack]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_45_days_from_october_12_end_on_the_monday_after_thanksgiving() -> None:
    answer = due("prosecutor-response", {"received": day("2026-10-12")}, pack())

    assert answer.day == day("2026-11-30")
    assert answer.raw_day == day("2026-11-26")
    assert answer.conservative_day == day("2026-11-25")
    assert answer.binds is Binds.PROSECUTOR
    assert answer.confirmed
    assert answer.confidence is Confidence.C2
    assert answer.cite == "Pen. Code, § 236.14, subd. (c)"


def test_the_trace_says_each_skipped_day_and_why_and_that_time_runs_from_receipt() -> None:
    trace = due("prosecutor-response", {"received": day("2026-10-12")}, pack()).trace

    assert trace == (
        (
            "Day 0 is Monday 2026-10-12, the day the petition and its documents were received; it is not counted "
            "(Code Civ. Proc., § 12)."
        ),
        "45 calendar days later is Thursday 2026-11-26 (Pen. Code, § 236.14, subd. (c)).",
        "The days run from the date of receipt of service, so none are added for mailing.",
        "Thursday 2026-11-26 is skipped: Thanksgiving Day (Code Civ. Proc., § 135).",
        "Friday 2026-11-27 is skipped: the day after Thanksgiving (Code Civ. Proc., § 135).",
        "Saturday 2026-11-28 is skipped: a Saturday (Code Civ. Proc., § 135).",
        "Sunday 2026-11-29 is skipped: a Sunday (Code Civ. Proc., § 10).",
        "A last day on a closed day moves to the next court day (Code Civ. Proc., § 12a).",
        "Due on Monday 2026-11-30 (Pen. Code, § 236.14, subd. (c)).",
        "For our own planning, count on Wednesday 2026-11-25: the last court day that is not later than the day counted.",
    )


def test_an_open_last_day_is_the_due_day_and_the_careful_day() -> None:
    answer = due("prosecutor-response", {"received": day("2026-01-05")}, pack())

    assert answer.day == answer.conservative_day == answer.raw_day == day("2026-02-19")
    assert not any("skipped" in step for step in answer.trace)


@pytest.mark.parametrize(
    ("rule", "arrest", "order", "sealed"),
    [
        ("seal-236.14", "2014-03-09", "2026-06-01", "2026-08-31"),
        ("seal-236.14", "2026-05-15", "2026-06-01", "2027-05-17"),
        ("seal-236.15", "2014-03-09", "2026-06-01", "2027-06-01"),
        ("seal-236.15", "2024-02-29", "2026-06-01", "2027-06-01"),
        ("seal-236.15", "2024-06-02", "2026-06-01", "2027-06-02"),
    ],
)
def test_sealing_is_due_on_the_later_of_two_days(rule: str, arrest: str, order: str, sealed: str) -> None:
    answer = due(rule, {"arrest": day(arrest), "order": day(order)}, pack())

    assert answer.day == day(sealed)
    assert answer.binds is Binds.AGENCIES
    assert any("the later one counts" in step for step in answer.trace)


def test_destruction_is_due_a_year_after_the_order() -> None:
    assert due("destroy-236.14", {"order": day("2026-07-05")}, pack()).day == day("2027-07-06")


def test_a_leap_day_ends_on_february_28_and_the_trace_says_so() -> None:
    answer = due("destroy-236.14", {"order": day("2024-02-29")}, pack())

    assert answer.day == day("2025-02-28")
    assert any("has no such day in the later year" in step for step in answer.trace)


def test_days_of_notice_run_backward_and_never_end_later_than_counted() -> None:
    answer = due("notice-851.91", {"hearing": day("2026-12-07")}, pack())

    assert answer.raw_day == day("2026-11-22")
    assert answer.day == answer.conservative_day == day("2026-11-20")
    assert answer.binds is Binds.US
    assert any("12c does not say" in step for step in answer.trace)


def test_service_by_mail_is_counted_back_as_well() -> None:
    answer = due("notice-1203.4", {"hearing": day("2026-12-07")}, pack(), Service.MAIL)

    assert answer.raw_day == day("2026-11-17")
    assert any("5 calendar days earlier" in step for step in answer.trace)


def test_court_days_of_service_are_counted_back_over_closed_days() -> None:
    answer = due("motion-notice", {"hearing": day("2026-12-21")}, pack(), Service.ELECTRONIC)
    in_person = due("motion-notice", {"hearing": day("2026-12-21")}, pack(), Service.IN_PERSON)

    assert in_person.day == day("2026-11-25")
    assert answer.day == day("2026-11-23")
    assert "Service in person adds no days." in in_person.trace


def test_a_rule_that_runs_from_receipt_takes_no_days_for_service() -> None:
    with_mail = due("prosecutor-response", {"received": day("2026-10-12")}, pack(), Service.MAIL)

    assert with_mail == due("prosecutor-response", {"received": day("2026-10-12")}, pack())


def test_an_answer_in_a_year_not_yet_published_says_so() -> None:
    answer = due("prosecutor-response", {"received": day("2026-12-01")}, pack())

    assert answer.day == day("2027-01-15")
    assert not answer.confirmed
    assert "The judicial holidays of 2027" in answer.trace[-1]
    assert "confirm this day with the court" in answer.trace[-1]


def test_a_count_of_court_days_through_such_a_year_says_so_too() -> None:
    answer = due("motion-notice", {"hearing": day("2027-01-08")}, pack())

    assert answer.day.year == 2026
    assert not answer.confirmed
    assert "2027" in answer.trace[-1]


def test_a_day_past_the_known_years_is_refused_in_a_sentence() -> None:
    with pytest.raises(LawError) as caught:
        due("prosecutor-response", {"received": day("2027-12-01")}, pack())

    assert caught.value.sentence == (
        "The judicial holidays of 2028 are not in the law data (it has 2024, 2025, 2026, 2027), "
        "so no deadline can be computed there."
    )


def test_an_event_before_the_law_began_is_refused() -> None:
    with pytest.raises(LawError, match="has no value before 2024-01-01"):
        due("prosecutor-response", {"received": day("2023-12-31")}, pack())


def test_an_unknown_rule_is_refused_with_the_rules() -> None:
    with pytest.raises(InputError, match=r"There is no rule 'seal'. The rules are: continuance, .*seal-236.14"):
        known_rule("seal", pack())


@pytest.mark.parametrize(
    "events",
    [
        {},
        {"arrest": "2026-01-01"},
        {"order": "2026-01-01"},
        {"arrest": "2026-01-01", "order": "2026-01-02", "x": "2026-01-03"},
    ],
)
def test_missing_and_unknown_events_are_refused(events: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"seal-236\.14 needs the day of: arrest, order"):
        due("seal-236.14", {name: day(text) for name, text in events.items()}, pack())


def test_an_order_before_its_arrest_is_refused() -> None:
    with pytest.raises(InputError, match="The order cannot come before the arrest"):
        due("seal-236.14", {"arrest": day("2026-06-02"), "order": day("2026-06-01")}, pack())


def test_the_law_of_the_last_event_is_read(edit: Edit) -> None:
    law = edit("parameters/pc_236_14/response_days.toml", "still_valid_on = 2026-06-29", "still_valid_on = 2026-11-01")
    path = law.root / "parameters/pc_236_14/response_days.toml"
    later = '\n[[value]]\nfrom = 2026-10-12\nis = 10\ncite = "pc_236_14(c)"\nconfidence = "M"\n'
    path.write_text(path.read_text(encoding="utf-8") + later, encoding="utf-8")

    before = due("prosecutor-response", {"received": day("2026-10-11")}, Pack(law.root))
    on = due("prosecutor-response", {"received": day("2026-10-12")}, Pack(law.root))

    assert before.raw_day == day("2026-11-25")
    assert on.raw_day == day("2026-10-22")
    assert on.confidence is Confidence.MEMORY


def test_days_and_amounts_are_written_for_people() -> None:
    assert written(day("2026-11-30")) == "Monday 2026-11-30"
    assert amount_text(1, Unit.YEARS) == "1 year"
    assert amount_text(45, Unit.CALENDAR_DAYS) == "45 calendar days"
