from dataclasses import replace
from pathlib import Path

from vacatur.law import pack
from vacatur.law.cases import Side, WorkedCase, load_cases
from vacatur.law.checks.code import texts_in
from vacatur.law.checks.coverage import outcomes, thresholds
from vacatur.law.checks.run import LIBRARY

TEXT = """relief = "pc_851_91"
[[case]]
name = "An arrest"
as_of = 2026-01-01
counts = '''
code | arrest
PC | 2020-01-01
'''
[[case.expect]]
outcome = "needs_facts"
"""


def case(tmp_path: Path) -> WorkedCase:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/pc_851_91.toml").write_text(TEXT, encoding="utf-8")
    (found,) = load_cases(tmp_path)
    return found


def test_an_outcome_without_a_case_is_found(tmp_path: Path) -> None:
    found = [text for text in outcomes(pack(), (case(tmp_path),)) if "pc_851_91" in text]

    assert any("no case comes out as available" in text for text in found)
    assert not any("needs_facts" in text for text in found)


def test_each_line_needs_a_case_before_on_and_after_it(tmp_path: Path) -> None:
    screening = texts_in([LIBRARY / "screening"])
    one = replace(case(tmp_path), threshold="pc_851_91/pattern_years", side=Side.ON)

    found = [text for text in thresholds(pack(), (one,), screening) if "pattern_years" in text]

    assert [side for side in Side if any(f"'{side}'" in text for text in found)] == [Side.BEFORE, Side.AFTER]


def test_a_case_may_only_name_a_line_that_exists(tmp_path: Path) -> None:
    one = replace(case(tmp_path), threshold="pc_1/none", side=Side.ON)

    assert any("which is no parameter" in text for text in thresholds(pack(), (one,), texts_in([])))
