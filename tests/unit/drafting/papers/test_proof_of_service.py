from dataclasses import replace

import pytest

from tests.unit.drafting.matters import NEXUS, SAID, TRAFFICKED, but, matter, papers, text
from vacatur.drafting.blocks import ServiceBlank, SignatureBlock
from vacatur.drafting.papers.proof_of_service import proofs_of_service
from vacatur.planning.plan import ServiceList
from vacatur.records.facts import Service, ServiceWay

PROOF = "proof-of-service-los-angeles-city-attorney"


def test_there_is_one_proof_for_each_agency() -> None:
    made = matter()
    second = ServiceList("los_angeles_county_district_attorney", "Los Angeles County District Attorney", (1,), False)
    both = replace(made, petition=replace(made.petition, service=(*made.petition.service, second)))
    found = proofs_of_service(both, ())

    assert [paper.id for paper in found] == [PROOF, "proof-of-service-los-angeles-county-district-attorney"]
    assert "the prosecuting agency for item 1." in text(found[1])


def test_it_names_every_paper_that_is_served_and_no_other() -> None:
    everything = papers()
    words = text(everything[PROOF])
    served = [paper.title for paper in everything.values() if paper.served]

    assert [f"({place}) {title}" in words for place, title in enumerate(served, start=1)] == [True] * len(served)
    assert f"({len(served) + 1})" not in words
    assert "Filing sheet" not in words
    assert ") Exhibits" not in words


def test_exhibits_are_a_blank_where_the_petition_names_some_and_nothing_where_it_names_none() -> None:
    declared = ("Declaration of petitioner",)
    facts = but(
        victimizations=(replace(TRAFFICKED, evidence=declared),),
        nexus=tuple(replace(one, evidence=declared) for one in NEXUS),
    )

    assert "With them I served these exhibits" in text(papers()[PROOF])
    assert "Exhibits:" not in text(papers(facts)[PROOF])


@pytest.mark.parametrize(
    ("way", "heading", "labels", "cited"),
    [
        ("personal", "Personal delivery", ("Date and time:", "Received by:"), ""),
        (
            "tracked",
            "Tracked delivery",
            ("Carrier and tracking number:", "Received on, by the signed receipt:"),
            "",
        ),
        ("mail", "Mail", ("Date of deposit:", "City and state of deposit:"), "; Code Civ. Proc., § 1013a)"),
        (
            "electronic",
            "Electronic service",
            ("My electronic service address:", "Encrypted method of the confidential papers:"),
            "; Code Civ. Proc., § 1013b)",
        ),
    ],
)
def test_the_facts_choose_the_way_and_its_address(way: str, heading: str, labels: tuple[str, ...], cited: str) -> None:
    told = Service(
        "los_angeles_city_attorney", ServiceWay(way), ("2 Fiction Way", "Los Angeles"), "serve@city.example", SAID
    )
    paper = papers(but(service=(told,)))[PROOF]
    words = text(paper)
    headings = {"Personal delivery", "Tracked delivery", "Mail", "Electronic service"}

    assert {one for one in headings if f"\n{one}\n" in words} == {heading}
    assert all(label in words for label in labels)
    assert "in the manner stated below" in words
    assert f"subd. (c){cited}" in words
    assert ("Address: 2 Fiction Way, Los Angeles" in words) is (way != "electronic")
    assert ("Electronic service address of the agency: serve@city.example" in words) is (way == "electronic")


def test_an_address_nobody_gave_stays_a_blank() -> None:
    told = Service("los_angeles_city_attorney", ServiceWay.TRACKED)
    blanks = [block for block in papers(but(service=(told,)))[PROOF].blocks if isinstance(block, ServiceBlank)]

    assert "Address:" in blanks[-1].labels


def test_what_is_told_of_another_agency_chooses_nothing() -> None:
    told = Service("los_angeles_district_attorney", ServiceWay.MAIL)

    assert text(papers(but(service=(told,)))[PROOF]) == text(papers()[PROOF])


def test_confidential_papers_go_electronically_only_by_an_encrypted_method() -> None:
    assert "sent by an encrypted method" in text(papers()[PROOF])
    assert "Code Civ. Proc., § 1010.6, subd. (a)(5)" in text(papers()[PROOF])


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

    assert len(blanks) == 6
    assert isinstance(papers()[PROOF].blocks[-1], SignatureBlock)


def test_it_is_completed_later_and_so_neither_filed_nor_served_with_the_packet() -> None:
    paper = papers()[PROOF]

    assert (paper.filed, paper.served, paper.public) == (False, False, True)
