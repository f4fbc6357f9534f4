from pathlib import Path

import pytest

from tests.unit.cli.conftest import Call
from vacatur.cli import law as law_command
from vacatur.law import Pack
from vacatur.law.pack import CALIFORNIA


def test_check_says_what_was_checked(call: Call) -> None:
    answer = call("law", "check")

    assert answer.code == 0
    assert answer.out.startswith("The law data is in order (version ")
    assert "36  remedies" in answer.out


def test_check_lists_every_problem_and_exits_with_2(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("pack.toml", "sources.toml", "counties.toml"):
        (tmp_path / name).write_bytes((CALIFORNIA / name).read_bytes())
    (tmp_path / "stray.toml").touch()
    monkeypatch.setattr("vacatur.law.pack", lambda: Pack(tmp_path))

    answer = call("law", "check")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("The law data has ")
    assert "- Law data, stray.toml: nothing reads a file there." in answer.err
    assert "- Law data: there are no offenses." in answer.err


def test_one_problem_is_one(call: Call) -> None:
    assert law_command._problems(1) == "1 problem"
    assert law_command._problems(2) == "2 problems"


def test_stale_lists_the_oldest_first_on_the_day_asked_about(call: Call) -> None:
    lines = call("law", "stale", "--as-of", "2027-06-01").out.splitlines()

    assert lines == sorted(lines, key=lambda line: line[:10])
    assert any("parameters/pc_236_14/response_days.toml  (Pen. Code, § 236.14, subd. (c))" in line for line in lines)


def test_stale_can_refuse_law_checked_more_than_twelve_months_ago(call: Call) -> None:
    answer = call("law", "stale", "--as-of", "2028-01-01", "--refuse")

    assert answer.code == 2
    assert "pieces of law were last checked more than 12 months before 2028-01-01." in answer.err
    assert call("law", "stale", "--as-of", "2026-11-24", "--refuse").code == 0


def test_stale_needs_a_day_of_the_calendar(call: Call) -> None:
    assert "--as-of takes a day" in call("law", "stale", "--as-of", "2026-13-01").sentence


def test_show_without_a_name_lists_what_there_is(call: Call) -> None:
    out = call("law", "show").out

    for name in ("pc_236_14", "pc_1473_7", "pc_236_14/response_days", "prosecutor-response", "(not built)"):
        assert name in out


def test_cases_come_out_as_written(call: Call) -> None:
    answer = call("law", "cases")

    assert answer.code == 0
    assert "worked cases come out as written." in answer.out


def test_a_case_that_comes_out_otherwise_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "vacatur.cli.worked_cases.differences", lambda case, pack: ["expected barred, found available."]
    )

    answer = call("law", "cases")

    assert answer.code == 2
    assert "some come out otherwise than expected" in answer.err
    assert "expected barred, found available." in answer.err
