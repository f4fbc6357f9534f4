"""Facts as a document, and back."""

import datetime as dt

from probono.matters.services.facts_document import document_of, empty_document, facts_of
from vacatur.records.facts import (
    AgencyName,
    Attestation,
    Enhancement,
    EnhancementStatus,
    Facts,
    Never,
    Nexus,
    Petitioner,
    ProbationOutcome,
    Service,
    ServiceWay,
    Status,
    Victimization,
    VictimizationKind,
)
from vacatur.records.item import Item, ItemKind
from vacatur.records.record import Level
from vacatur.records.source import Source

ITEM = Item(id="abc", kind=ItemKind.COUNT, source=Source(1, 1), number="5VY00001", count=2)
NEXUS = Nexus(
    number="5VY00001",
    count=2,
    offense_date=dt.date(2014, 3, 9),
    direct_result=False,
    conviction_level=Level.MISDEMEANOR,
    enhancements=(Enhancement("12022.7", EnhancementStatus.STRICKEN),),
    probation_outcome=ProbationOutcome.FULFILLED,
    attested=Attestation("Client", True),
)
FACTS = Facts(
    petitioner=Petitioner(name="Ana Fictional", also_known_as=("A. F.",), birth_date=dt.date(1990, 1, 2)),
    status=Status(noncitizen=True, charged=False),
    victimizations=(
        Victimization(VictimizationKind.TRAFFICKING, dt.date(2012, 1, 1), dt.date(2015, 6, 30), dt.date(2016, 3, 1)),
        Victimization(VictimizationKind.SEXUAL_VIOLENCE, dt.date(2019, 1, 1), None, Never.NEVER, evidence=("Letter",)),
    ),
    nexus=(NEXUS,),
    agencies=(AgencyName("CAPD NOWHERE", "Nowhere Police Department", Attestation("Call of 2026-02-11")),),
    service=(
        Service("ca_los_angeles_da", ServiceWay.MAIL, ("1 Main Street", "Los Angeles"), attested=Attestation("Office")),
    ),
)


def test_facts_come_back_as_they_were() -> None:
    document, immigration = document_of(FACTS, {"abc": NEXUS})

    assert facts_of(document, immigration, [ITEM]) == FACTS


def test_the_immigration_fact_is_set_apart() -> None:
    document, immigration = document_of(FACTS, {})

    assert immigration == {"noncitizen": True}
    assert document["status"] == {"charged": False}


def test_an_answer_whose_item_is_gone_is_left_out() -> None:
    document, _ = document_of(FACTS, {"gone": NEXUS})

    assert facts_of(document, {}, [ITEM]).nexus == ()


def test_twins_under_one_number_are_answered_once() -> None:
    document, _ = document_of(FACTS, {"abc": NEXUS, "twin": NEXUS})
    twin = Item(id="twin", kind=ItemKind.COUNT, source=Source(1, 2), number="5VY00001", count=2)

    assert len(facts_of(document, {}, [ITEM, twin]).nexus) == 1


def test_an_empty_document_knows_nothing() -> None:
    assert facts_of(empty_document(), {}, [ITEM]) == Facts()
