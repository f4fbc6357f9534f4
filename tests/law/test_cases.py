"""Every worked case of the law data is run, and every one must come out as a lawyer wrote it."""

import pytest

from vacatur.cli.worked_cases import differences
from vacatur.law import pack
from vacatur.law.cases import WorkedCase, load_cases

CASES = load_cases(pack().root)


@pytest.mark.law
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.relief}: {case.name}")
def test_the_law_says_what_the_worked_case_expects(case: WorkedCase) -> None:
    assert differences(case, pack()) == []


def test_no_case_names_a_person() -> None:
    for path in (pack().root / "cases").rglob("*.toml"):
        assert "FICTIONAL" in path.read_text(encoding="utf-8"), path.name
