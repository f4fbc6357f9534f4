from dataclasses import replace

from tests.unit.drafting.matters import NEXUS, TRAFFICKED, but, mixed, papers, text
from vacatur.drafting.blocks import HearingBlank
from vacatur.drafting.papers.notice import notice


def test_the_hearing_is_a_typed_blank() -> None:
    blanks = [block for block in papers()["notice"].blocks if isinstance(block, HearingBlank)]

    assert blanks == [HearingBlank(("Date:", "Time:", "Department:"))]


def test_it_is_addressed_to_the_court_and_to_the_prosecuting_agency() -> None:
    assert "TO THE COURT AND TO THE LOS ANGELES CITY ATTORNEY:" in text(papers()["notice"])


def test_it_tells_the_agency_its_time_from_receipt() -> None:
    assert "within 45 days from the date on which it received service" in text(papers()["notice"])


def test_each_ground_is_told_of_its_own_items() -> None:
    found = text(notice(mixed()))

    assert (
        "of human trafficking when the acts of items 1 and 2 were done, and of intimate partner violence when" in found
    )


def test_no_exhibits_are_named_where_there_are_none() -> None:
    only = ("Declaration of petitioner",)
    facts = but(
        victimizations=(replace(TRAFFICKED, evidence=only),), nexus=tuple(replace(one, evidence=only) for one in NEXUS)
    )

    assert "exhibits" not in text(papers(facts)["notice"])
    assert "the exhibits" in text(papers()["notice"])
