"""The words the writers add."""

import pytest

from vacatur.drafting.writers.labels import labels, locale


@pytest.mark.parametrize(
    ("language", "dated"), [("en", "Dated:"), ("en-US", "Dated:"), ("es", "Fecha:"), ("es-MX", "Fecha:")]
)
def test_blanks_are_labelled_in_the_papers_language(language: str, dated: str) -> None:
    assert labels(language).dated == dated


def test_a_language_without_its_own_words_gets_english() -> None:
    assert labels("vi") == labels("en")


def test_a_bare_language_is_completed_with_the_country() -> None:
    assert locale("es") == "es-US"
    assert locale("es-MX") == "es-MX"
