"""FICTIONAL."""

from dataclasses import replace

import pytest

from tests.unit.planning.planned import (
    ABUSED,
    ARREST,
    FACTS,
    NOWHERE,
    ORANGE,
    TRAFFICKED,
    VAN_NUYS,
    VAN_NUYS_SAID,
    planned,
    saying,
)
from vacatur.planning.plan import Gap
from vacatur.records.facts import Attestation, Counsel, Enhancement, EnhancementStatus, Facts, Never, Petitioner

ROW = "nexus.9AR04417.1"


def gaps(*rows: str, facts: Facts = FACTS) -> dict[str, Gap]:
    return {gap.key: gap for gap in planned(*(rows or (VAN_NUYS,)), facts=facts).gaps}


def test_a_complete_matter_has_no_gap() -> None:
    assert gaps(facts=saying(VAN_NUYS_SAID)) == {}


@pytest.mark.parametrize("name", ["name", "initials", "birth_date"])
def test_the_petitioner_s_papers_are_needed(name: str) -> None:
    facts = saying(VAN_NUYS_SAID, petitioner=replace(FACTS.petitioner, **{name: None}))

    assert list(gaps(facts=facts)) == [f"petitioner.{name}"]


@pytest.mark.parametrize("name", ["name", "bar_number", "address", "phone", "email"])
def test_counsel_s_lines_are_needed(name: str) -> None:
    nothing = () if name == "address" else None
    facts = saying(VAN_NUYS_SAID, counsel=replace(FACTS.counsel, **{name: nothing}))

    assert list(gaps(facts=facts)) == [f"counsel.{name}"]


def test_a_period_needs_an_account_that_was_approved() -> None:
    silent = saying(VAN_NUYS_SAID, victimizations=(replace(TRAFFICKED, account=None),))
    unapproved = saying(VAN_NUYS_SAID, victimizations=(replace(TRAFFICKED, attested=Attestation("x")),))

    assert list(gaps(facts=silent)) == ["victimization.1.account"]
    assert list(gaps(facts=unapproved)) == ["victimization.1.approved"]


def test_a_period_of_violence_needs_why_the_petition_comes_now() -> None:
    silent = saying(VAN_NUYS_SAID, victimizations=(replace(ABUSED, why_now=None),))

    assert list(gaps(facts=silent)) == ["victimization.1.why_now"]


def test_a_period_that_no_pleaded_section_rests_on_needs_nothing() -> None:
    violent_elsewhere = replace(ABUSED, start=None, end=TRAFFICKED.start, account=None)
    before = replace(violent_elsewhere, start=TRAFFICKED.start, why_now=None)

    assert gaps(facts=saying(VAN_NUYS_SAID, victimizations=(TRAFFICKED, before))) == {}


def test_a_row_about_which_nothing_was_said_asks_for_everything() -> None:
    found = gaps()

    assert list(found) == [f"{ROW}.{name}" for name in ("offense_date", "direct_result", "account")]
    assert {(gap.row, gap.petition) for gap in found.values()} == {(1, "los_angeles")}


def test_words_that_were_not_approved_are_a_gap() -> None:
    facts = saying(replace(VAN_NUYS_SAID, attested=Attestation("Client")))

    assert list(gaps(facts=facts)) == [f"{ROW}.approved"]


def test_every_table_a_paper_rests_on_needs_its_source() -> None:
    said, period = (
        replace(VAN_NUYS_SAID, attested=Attestation(None, True)),
        replace(TRAFFICKED, attested=Attestation(None, True)),
    )
    petitioner = replace(FACTS.petitioner, attested=Attestation(None, True))

    found = gaps(facts=saying(said, victimizations=(period,), petitioner=petitioner))

    assert set(found) == {"petitioner.source", "victimization.1.source", f"{ROW}.source"}


def test_an_arrest_goes_by_its_item_id_since_keys_stand_in_papers() -> None:
    found = gaps(ARREST)

    assert not any("B7735310" in key for key in found)
    assert any(key.endswith(".account") for key in found)


def test_what_a_finding_lacks_is_a_gap_once() -> None:
    assault = VAN_NUYS.replace("647(b) | M | M", "245(a)(1) | F | F")
    found = gaps(assault, facts=saying(VAN_NUYS_SAID))

    assert list(found) == [f"{ROW}.enhancements"]
    assert found[f"{ROW}.enhancements"].blocks == ("petition", "declaration")


def test_what_a_period_lacks_is_a_gap_of_the_period() -> None:
    facts = saying(VAN_NUYS_SAID, victimizations=(replace(TRAFFICKED, sought_services=None),))

    assert next(iter(gaps(VAN_NUYS, ORANGE, facts=facts))) == "victimization.1.sought_services"


def test_without_any_period_the_victimization_itself_is_the_gap() -> None:
    found = gaps(facts=saying(VAN_NUYS_SAID, victimizations=()))

    assert list(found) == ["victimization"]


def test_an_office_that_nobody_knows_is_a_gap_and_one_in_doubt_is_not() -> None:
    assert "nexus.1ZZ00001.1.prosecutor" in gaps(NOWHERE)
    assert not any(key.endswith(".prosecutor") for key in gaps(VAN_NUYS))


def test_never_having_sought_services_is_a_question_of_law_that_counsel_answers() -> None:
    period = replace(TRAFFICKED, sought_services=Never.NEVER)
    answered = replace(VAN_NUYS_SAID, counsel_cleared=True)

    assert list(gaps(facts=saying(VAN_NUYS_SAID, victimizations=(period,)))) == [f"{ROW}.counsel_cleared"]
    assert gaps(facts=saying(answered, victimizations=(period,))) == {}
    assert f"{ROW}.counsel_cleared" in gaps(
        facts=saying(replace(answered, counsel_cleared=False), victimizations=(period,))
    )


def test_a_stricken_enhancement_waits_for_counsel() -> None:
    assault = VAN_NUYS.replace("647(b) | M | M", "245(a)(4) | F | F")
    stricken = (Enhancement("12022.7", EnhancementStatus.STRICKEN),)

    assert f"{ROW}.counsel_cleared" in gaps(assault, facts=saying(replace(VAN_NUYS_SAID, enhancements=stricken)))


def test_every_gap_is_a_question_in_words() -> None:
    empty = Facts(petitioner=Petitioner(), counsel=Counsel())

    for gap in gaps(VAN_NUYS, ARREST, NOWHERE, facts=empty).values():
        assert gap.question.endswith(("?", "."))
        assert gap.blocks


def test_a_county_of_which_the_law_data_has_no_office_is_asked_for_by_name() -> None:
    found = gaps(ORANGE, facts=saying())
    (question,) = (gap.question for key, gap in found.items() if key.endswith(".prosecutor"))

    assert "Which prosecuting office of Orange County is named on the complaint" in question
    assert "add the office to its prosecutors" in question
