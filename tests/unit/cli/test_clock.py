import json

import pytest

from tests.unit.cli.conftest import Call


def test_it_counts_one_event_from_its_day(call: Call) -> None:
    answer = call("clock", "prosecutor-response", "--from", "2026-10-12")

    assert answer.code == 0
    assert "due Monday 2026-11-30" in answer.out
    assert "Thursday 2026-11-26 is skipped: Thanksgiving Day" in answer.out


def test_the_event_can_be_named_instead(call: Call) -> None:
    by_name = call("clock", "prosecutor-response", "--received", "2026-10-12")

    assert by_name == call("clock", "prosecutor-response", "--from", "2026-10-12")


def test_it_counts_two_events(call: Call) -> None:
    answer = call("clock", "seal-236.14", "--arrest", "2014-03-09", "--order", "2026-10-12", "--json")
    data = json.loads(answer.out)

    assert (data["schema"], data["rule"], data["day"]) == ("vacatur.clock/1", "seal-236.14", "2027-01-11")
    assert data["events"] == {"arrest": "2014-03-09", "order": "2026-10-12"}
    assert (data["binds"], data["confirmed"], data["conservative_day"]) == ("agencies", False, "2027-01-08")
    assert any("the later one counts" in step for step in data["trace"])


def test_it_counts_back_from_a_hearing_with_the_days_of_service(call: Call) -> None:
    answer = call("clock", "notice-1203.4", "--from", "2026-12-07", "--service", "mail", "--json")

    assert json.loads(answer.out)["raw_day"] == "2026-11-17"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["seal", "--from", "2026-01-01"], "There is no rule 'seal'. The rules are: continuance,"),
        (["seal-236.14", "--from", "2026-01-01"], "counted from more than one day: give --arrest and --order."),
        (
            ["seal-236.14", "--arrest", "2014-03-09"],
            "seal-236.14 is counted from --arrest and --order. --order is missing.",
        ),
        (["prosecutor-response"], "prosecutor-response is counted from one day. Give that day with --from."),
        (["prosecutor-response", "--from", "tomorrow"], "--from takes a day of the calendar"),
        (["prosecutor-response", "--from", "2026-02-30"], "--from takes a day of the calendar"),
        (["prosecutor-response", "--from", "2028-01-01"], "The judicial holidays of 2028 are not in the law data"),
        (["prosecutor-response", "--from", "2020-01-01"], "it has no value before 2024-01-01"),
        (["prosecutor-response", "--from", "2026-01-01", "--order", "2026-01-01"], "Give each of them, and no other."),
        (["notice-1203.4", "--from", "2026-12-07", "--service", "pigeon"], "--service takes one of: in_person, mail"),
        (["seal-236.14", "--arrest", "2026-03-09", "--order", "2026-01-12"], "The order cannot come before the arrest"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_one_sentence(call: Call, words: list[str], sentence: str) -> None:
    assert sentence in call("clock", *words).sentence
