from tests.unit.drafting.matters import papers, text
from vacatur.drafting.blocks import HearingBlank


def test_the_hearing_is_a_typed_blank() -> None:
    blanks = [block for block in papers()["notice"].blocks if isinstance(block, HearingBlank)]

    assert blanks == [HearingBlank(("Date:", "Time:", "Department:"))]


def test_it_is_addressed_to_the_court_and_to_the_prosecuting_agency() -> None:
    assert "TO THE COURT AND TO THE LOS ANGELES CITY ATTORNEY:" in text(papers()["notice"])


def test_it_tells_the_agency_its_time_from_receipt() -> None:
    assert "within 45 days from the date on which it received service" in text(papers()["notice"])
