import datetime as dt

import pytest

from tests.unit.drafting.matters import FACTS, record
from vacatur.drafting.redaction import FullName, Suppressed, folded, suppressed

SOUGHT = suppressed(FACTS, record())


@pytest.mark.parametrize(
    "text",
    [
        "OFELIA BRIGHTWATER CANTO",
        "Canto, Ofelia",
        "Ofélia M. Brightwater",
        "brightwater-canto\nofelia",
        "Ofi Canto",
        "Ofelia de la Canto",
    ],
)
def test_the_full_name_is_found_in_any_order_case_and_spelling(text: str) -> None:
    assert SOUGHT.found_in(f"Then {text} came.") == ("name",)


@pytest.mark.parametrize(
    "text", ["Ofelia came.", "The Canto bridge", "O.B.C.", "Ofelia was there. We went. He was at home with Canto"]
)
def test_a_part_of_the_name_alone_is_not_the_full_name(text: str) -> None:
    assert SOUGHT.found_in(text) == ()


@pytest.mark.parametrize(
    "text", ["1988-02-29", "02/29/1988", "2/29/1988", "19880229", "February 29, 1988", "29 Feb 1988", "02/29/88"]
)
def test_the_birth_date_is_found_in_any_form(text: str) -> None:
    assert SOUGHT.found_in(f"born {text}") == ("birth date",)


@pytest.mark.parametrize("text", ["CII A99077001", "a99077001", "FBI/999077001", "booking 3381207", "#3894410"])
def test_identifying_and_booking_numbers_are_found(text: str) -> None:
    assert SOUGHT.found_in(text) == ("number",)


def test_a_case_number_may_stand_in_public() -> None:
    assert SOUGHT.found_in("Case No. 5VY07111") == ()


def test_an_alias_of_one_word_is_found_as_a_word() -> None:
    sought = Suppressed(names=(FullName(frozenset({"luciernaga"}), frozenset()),))

    assert sought.found_in("They called me Luciérnaga.") == ("name",)
    assert sought.found_in("luciernagas") == ()


def test_small_words_of_a_name_never_count_as_names() -> None:
    from vacatur.drafting.redaction import _names

    assert list(_names("ANGELES,MARIA DE LOS")) == [FullName(frozenset({"maria"}), frozenset({"angeles"}))]


def test_words_are_folded_to_letters_and_figures() -> None:
    assert folded("Muñoz-Peña, José_2") == ("munoz", "pena", "jose", "2")


def test_nothing_is_sought_when_nothing_is_known() -> None:
    assert Suppressed().found_in("Ofelia Brightwater Canto, 1988-02-29") == ()


def test_every_birth_date_of_the_record_is_sought() -> None:
    assert ("april", "17", "1991") not in SOUGHT.days
    assert (dt.date(1988, 2, 29).strftime("%Y%m%d"),) in SOUGHT.days
