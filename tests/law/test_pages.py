"""The two pages of the documentation that are made from the law data are the ones it makes now."""

import pytest

from tests.architecture.tree import ROOT
from vacatur.cli.law_pages import law_page
from vacatur.law import pack
from vacatur.law.case_pages import cases_page
from vacatur.law.cases import load_cases

ANEW = "write it anew: vacatur law {} --markdown > docs/reference/{}"


@pytest.mark.law
def test_the_page_of_the_law_is_as_the_data_says() -> None:
    page = ROOT / "docs" / "reference" / "law.md"

    assert page.read_text(encoding="utf-8") == law_page(), ANEW.format("show", page.name)


@pytest.mark.law
def test_the_page_of_worked_cases_is_as_the_data_says() -> None:
    page = ROOT / "docs" / "reference" / "cases.md"

    assert page.read_text(encoding="utf-8") == cases_page(load_cases(pack().root), pack()), ANEW.format(
        "cases", page.name
    )
