"""Of age from the birthday on; the number is the law data's."""

import dataclasses
import datetime as dt

import pytest

from vacatur.law.confidence import Confidence
from vacatur.law.errors import LawError
from vacatur.law.majority import YEARS, is_minor
from vacatur.law.pack import Pack, pack


@pytest.mark.parametrize(
    ("born", "day", "minor"),
    [
        ("2008-11-25", "2026-11-24", True),
        ("2008-11-24", "2026-11-24", False),
        ("2008-11-23", "2026-11-24", False),
        ("2008-02-29", "2026-02-28", True),
        ("2008-02-29", "2026-03-01", False),
        ("2027-01-01", "2026-11-24", True),
    ],
)
def test_one_is_of_age_from_the_birthday_on(born: str, day: str, minor: bool) -> None:
    assert is_minor(dt.date.fromisoformat(born), dt.date.fromisoformat(day), pack()) is minor


def test_what_is_not_sure_does_not_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    real, day = pack(), dt.date(2026, 11, 24)
    unsure = dataclasses.replace(real.parameter(YEARS, day), confidence=Confidence.MEMORY)
    monkeypatch.setattr(Pack, "parameter", lambda *args: unsure)

    assert is_minor(dt.date(2010, 1, 1), day, real) is None


def test_before_the_law_data_begins_nothing_is_said() -> None:
    with pytest.raises(LawError):
        is_minor(dt.date(1980, 1, 1), dt.date(1993, 12, 31), pack())
