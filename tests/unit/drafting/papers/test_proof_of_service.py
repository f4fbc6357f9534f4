from dataclasses import replace

from tests.unit.drafting.matters import matter, papers, text
from vacatur.drafting.blocks import ServiceBlank, SignatureBlock
from vacatur.drafting.papers.proof_of_service import proofs_of_service
from vacatur.planning.plan import ServiceList

PROOF = "proof-of-service-los-angeles-city-attorney"


def test_there_is_one_proof_for_each_agency() -> None:
    made = matter()
    second = ServiceList("los_angeles_county_district_attorney", "Los Angeles County District Attorney", (1,), False)
    both = replace(made, petition=replace(made.petition, service=(*made.petition.service, second)))
    found = proofs_of_service(both, ())

    assert [paper.id for paper in found] == [PROOF, "proof-of-service-los-angeles-county-district-attorney"]
    assert "the prosecuting agency for item 1." in text(found[1])


def test_it_names_every_paper_that_is_served_and_the_exhibits() -> None:
    words = text(papers()[PROOF])

    for name in ("Verified petition", "Declaration of petitioner", "Confidential identification sheet", "Exhibits"):
        assert f") {name}" in words
    assert "Filing sheet" not in words


def test_it_has_every_element_of_a_proof_by_mail() -> None:
    words = text(papers()[PROOF])

    for element in (
        "over the age of 18 and not a party",
        "a resident of or employed in the county",
        "sealed envelope",
        "postage fully prepaid",
        "Date of deposit:",
        "City and state of deposit:",
        "Addressed to:",
        "under penalty of perjury",
    ):
        assert element in words


def test_what_happens_on_the_day_of_service_is_a_typed_blank() -> None:
    blanks = [block for block in papers()[PROOF].blocks if isinstance(block, ServiceBlank)]

    assert len(blanks) == 3
    assert isinstance(papers()[PROOF].blocks[-1], SignatureBlock)


def test_it_is_completed_later_and_so_neither_filed_nor_served_with_the_packet() -> None:
    paper = papers()[PROOF]

    assert (paper.filed, paper.served, paper.public) == (False, False, True)
