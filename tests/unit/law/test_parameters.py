import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import LawError, pack
from vacatur.law.confidence import Confidence
from vacatur.law.parameters import Parameter, Unit, load_parameter

Write = Callable[[str, str], Path]
HEAD = 'id = "a/b"\nlabel = "Days"\nunit = "calendar days"\nstill_valid_on = 2026-01-01\n'
VALUE = '[[value]]\nfrom = 2020-01-01\nis = 10\ncite = "pc_1(a)"\nconfidence = "C1"\n'
LATER = '[[value]]\nfrom = 2024-06-01\nis = 20\ncite = "pc_1(b)"\nconfidence = "C2"\nnote = "Raised."\n'


def load(write: Write, text: str) -> Parameter:
    return load_parameter(write("parameters/a/b.toml", text), "a/b", lambda cite: f"Cite {cite}")


@pytest.mark.parametrize(
    ("day", "number"),
    [("2020-01-01", 10), ("2024-05-31", 10), ("2024-06-01", 20), ("2030-01-01", 20)],
)
def test_a_value_holds_from_its_day_until_the_next_one(write: Write, day: str, number: int) -> None:
    assert load(write, HEAD + VALUE + LATER).at(dt.date.fromisoformat(day)).number == number


def test_before_the_first_value_there_is_nothing_to_say(write: Write) -> None:
    with pytest.raises(LawError, match=r"a/b.toml \(Cite pc_1\(a\)\): it has no value before 2020-01-01"):
        load(write, HEAD + VALUE).at(dt.date(2019, 12, 31))


def test_a_value_carries_its_citation_mark_day_and_note(write: Write) -> None:
    value = load(write, HEAD + VALUE + LATER).at(dt.date(2025, 1, 1))

    assert (value.cite, value.confidence, value.from_day) == ("Cite pc_1(b)", Confidence.C2, dt.date(2024, 6, 1))
    assert (value.note, value.source, value.parameter) == ("Raised.", "pc_1(b)", "a/b")


def test_a_repealed_number_is_no_number(write: Write) -> None:
    gone = VALUE.replace("from = 2020-01-01\nis = 10", "from = 2025-01-01\nrepealed = true")
    value = load(write, HEAD + VALUE + gone).at(dt.date(2025, 1, 1))

    assert value.value is None
    with pytest.raises(LawError, match="it is not a number"):
        _ = value.number
    with pytest.raises(LawError, match="it is not a list"):
        _ = value.texts


@pytest.mark.parametrize(
    ("unit", "is_", "held"),
    [("sections", '["PC 187"]', ("PC 187",)), ("words", '"clear"', "clear"), ("yes or no", "false", False)],
)
def test_each_unit_holds_its_kind_of_value(write: Write, unit: str, is_: str, held: object) -> None:
    text = (HEAD + VALUE).replace("calendar days", unit).replace("is = 10", f"is = {is_}")

    assert load(write, text).at(dt.date(2026, 1, 1)).value == held


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('id = "a/b"', 'id = "a/c"', "its id must be 'a/b'"),
        ("still_valid_on = 2026-01-01\n", "", "the key 'still_valid_on' is missing"),
        ("still_valid_on = 2026-01-01", "still_valid_on = 2019-01-01", "earlier than its last value"),
        ("calendar days", "fortnights", "'unit' must be one of"),
        ("is = 10", 'is = "10"', "'is' must be a whole number"),
        ("is = 10", "is = true", "'is' must be a whole number"),
        ("is = 10", "is = -1", "must not be negative"),
        ("is = 10", "is = 10\nrepealed = true", "must be true and stand alone"),
        ("is = 10", "repealed = false", "must be true and stand alone"),
        ('cite = "pc_1(a)"\n', "", "the key 'cite' is missing"),
        ('confidence = "C1"', 'confidence = "sure"', "'confidence' must be one of"),
        ("from = 2020", "until = 2021-01-01\nfrom = 2020", "the key 'until' is not known here"),
        (VALUE, "", "it has no value"),
        (VALUE, VALUE + VALUE, "not in the order of their days"),
        (VALUE, LATER + VALUE, "not in the order of their days"),
    ],
)
def test_a_broken_file_is_refused(write: Write, old: str, new: str, sentence: str) -> None:
    text = HEAD + VALUE
    assert old in text

    with pytest.raises(LawError, match=sentence):
        load(write, text.replace(old, new))


def test_units_are_told_as_a_person_would() -> None:
    assert Unit.CALENDAR_DAYS == "calendar days"


def test_the_prosecutor_has_45_days_from_receipt() -> None:
    value = pack().parameter("pc_236_14/response_days", dt.date(2026, 11, 24))

    assert (value.number, value.cite, value.confidence) == (45, "Pen. Code, § 236.14, subd. (c)", Confidence.C2)
