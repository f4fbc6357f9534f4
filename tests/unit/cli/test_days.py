from datetime import date

import pytest

from vacatur.cli import today
from vacatur.cli.days import as_of_option, day_option
from vacatur.kit.errors import InputError


@pytest.fixture(autouse=True)
def _on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "today", lambda: date(2026, 6, 1))


def test_it_reads_a_day() -> None:
    assert day_option("2025-03-14", "--from") == date(2025, 3, 14)


@pytest.mark.parametrize(
    "text", ["2025-02-30", "2025-13-01", "03/14/2025", "20250314", "2025-W11-5", "", "today", "2025-3-14"]
)
def test_it_names_the_option_when_the_day_is_not_one(text: str) -> None:
    with pytest.raises(InputError) as error:
        day_option(text, "--from")

    assert error.value.sentence.startswith("--from takes a day")


def test_today_may_be_asked_about() -> None:
    assert as_of_option("2026-06-01") == date(2026, 6, 1)


def test_tomorrow_may_not_be_asked_about() -> None:
    with pytest.raises(InputError, match="lies in the future"):
        as_of_option("2026-06-02")
