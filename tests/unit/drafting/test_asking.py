from dataclasses import replace

import pytest

from tests.unit.drafting.matters import FACTS, NEXUS, SAID, TRAFFICKED, but, matter, papers
from tests.unit.drafting.sheets import with_events
from vacatur.drafting.asking import Question, missing, missing_in, questions, refuse
from vacatur.drafting.blocks import Paragraph
from vacatur.drafting.draft import papers_of
from vacatur.kit.errors import InputError
from vacatur.planning.plan import Gap
from vacatur.records.facts import AgencyName, Counsel, Facts


def asked(facts: Facts = FACTS, **other: object) -> dict[str, Question]:
    made = matter(facts, **other)
    return {one.key: one for one in questions(papers(facts, **other).values(), made)}


def test_nothing_is_asked_when_nothing_is_missing() -> None:
    assert asked() == {}


def test_each_missing_thing_is_asked_once_with_all_papers_that_wait_for_it() -> None:
    found = asked(but(counsel=replace(FACTS.counsel, phone=None)))

    assert list(found) == ["counsel.phone"]
    assert found["counsel.phone"].ask == "What is the attorney's telephone number?"
    assert found["counsel.phone"].where == "[counsel] phone"
    assert {"petition", "declaration", "notice", "order-to-vacate"} <= set(found["counsel.phone"].papers)


def test_a_missing_day_of_the_act_is_asked_of_its_item() -> None:
    found = asked(but(nexus=(*NEXUS[:1], replace(NEXUS[1], offense_date=None), NEXUS[2])))
    (one,) = found.values()

    assert one.key == "nexus.5VY07111.1.offense_date"
    assert one.row == 2
    assert one.ask == "On which day was the act of item 2 done?"
    assert one.where == '[[nexus]] number = "5VY07111", count = 1: offense_date'


def test_an_item_nobody_spoke_of_is_asked_for_everything_it_needs() -> None:
    found = {one.key.rpartition(".")[2] for one in asked(but(nexus=NEXUS[:2])).values()}

    assert {"offense_date", "direct_result", "account", "evidence"} <= found


def test_a_held_sentence_is_asked_of_the_immigration_attorney() -> None:
    found = asked(but(victimizations=(replace(TRAFFICKED, account="He said he would call immigration."),)))
    (one,) = found.values()

    assert one.kind == "release"
    assert "release by the immigration attorney" in one.ask


def test_the_plans_own_gaps_are_asked_too_unless_a_bracket_stands_for_them() -> None:
    gaps = (
        Gap("counsel.phone", "Phone?", ("petition",)),
        Gap("nexus.5VY07111.1.offense_date", "When was case 5VY07111?", ("petition",), row=2),
        Gap("status.charged", "Is a charge pending?", ("petition",)),
        Gap("nexus.other.1.account", "Another petition's", (), row=9),
    )
    facts = but(nexus=(*NEXUS[:1], replace(NEXUS[1], offense_date=None), NEXUS[2]))
    found = asked(facts, gaps=gaps)

    assert sorted(found) == ["counsel.phone", "nexus.5VY07111.1.offense_date", "status.charged"]
    assert found["nexus.5VY07111.1.offense_date"].ask == "On which day was the act of item 2 done?"


def test_a_refusal_lists_keys_and_questions_and_none_of_the_clients_facts() -> None:
    found = asked(but(counsel=Counsel(), nexus=NEXUS[:1]))

    with pytest.raises(InputError) as refused:
        refuse(one.line for one in found.values())

    told = str(refused.value)
    assert "counsel.name: Who is the attorney of record?" in refused.value.details
    assert "nexus (item 2) offense_date" in told
    for secret in ("5VY07111", "3381207", "Ofelia", "Canto", "2014"):
        assert secret not in told


def test_a_gap_of_the_plan_is_refused_without_its_number() -> None:
    found = asked(gaps=(Gap("nexus.5VY07111.1.prosecutor", "Who prosecuted case 5VY07111?", (), row=2),))

    with pytest.raises(InputError) as refused:
        refuse(one.line for one in found.values())

    assert "5VY07111" not in str(refused.value)
    assert "Who prosecuted case item 2?" in str(refused.value)


def test_a_question_that_waits_for_counsel_is_counsel_s_and_says_where_the_answer_stands() -> None:
    found = asked(gaps=(Gap("nexus.5VY07111.1.counsel_cleared", "Is it listed? Answered?", ("petition",), row=2),))
    (one,) = found.values()

    assert (one.kind, one.ask) == ("counsel", "Is it listed? Answered?")
    assert one.where == '[[nexus]] number = "5VY07111", count = 1: counsel_cleared'


def test_one_thing_missing_is_told_as_one() -> None:
    with pytest.raises(InputError, match="one thing is missing"):
        refuse(["counsel.phone: q?"])


def test_nothing_missing_is_no_refusal() -> None:
    refuse([])


def test_brackets_take_their_words_from_the_lawyers_file() -> None:
    made = matter()

    assert missing("petitioner.initials").label == "petitioner's initials"
    assert missing_in(made.rows[1], "evidence").label == "evidence for item 2"


def test_no_key_of_a_public_paper_holds_a_booking_number() -> None:
    assert [key for key in asked(but(nexus=())) if "3381207" in key] == []


def test_the_screenings_question_about_a_violent_felony_is_the_one_that_is_put() -> None:
    made = matter(gaps=(Gap("nexus.5VY07111.1.gang_felony", "Was it a gang felony in case 5VY07111?", (), 2),))
    bracket = missing_in(made.rows[1], "gang_felony", "nexus.violent_felony")
    paper = replace(papers()["notice"], blocks=(Paragraph((bracket,)),))

    (one,) = questions([paper], made)

    assert one.ask == "Was it a gang felony in case item 2?"
    assert one.kind == "counsel"


def test_without_one_the_lawyers_general_question_is_put() -> None:
    made = matter()
    paper = replace(
        papers()["notice"], blocks=(Paragraph((missing_in(made.rows[1], "life_term", "nexus.violent_felony"),)),)
    )

    (one,) = questions([paper], made)

    assert one.ask.startswith("Item 2 may be a violent felony")


def test_an_agency_the_sheet_gives_only_in_short_stops_filing_with_its_place_and_not_its_name() -> None:
    made = with_events(arrested_by="CAPD ATLANTIS", booked_by="CASO LOS ANGELES")
    (one,) = questions(papers_of(made), made)

    assert one.where == '[[agency]] printed = "CAPD ATLANTIS": name'
    assert "in the entry at page 1, line 14" in one.ask
    assert {"order-to-seal", "identification"} <= set(one.papers)
    with pytest.raises(InputError) as refused:
        refuse([one.line])
    assert "ATLANTIS" not in str(refused.value).upper()
    assert refused.value.details[0].startswith("agency name: What is the full name")


def test_the_agency_of_the_supervision_block_is_asked_for_by_where_it_stands() -> None:
    made = with_events(supervision=("PROBATION: CAPR ATLANTIS #X1",))
    (one,) = questions(papers_of(made), made)

    assert "before its first entry" in one.ask


def test_an_attested_name_answers_it() -> None:
    named = AgencyName("CAPD ATLANTIS", "Atlantis Police Department", SAID)
    made = with_events(arrested_by="CAPD ATLANTIS", booked_by="CASO LOS ANGELES", agencies=(named,))

    assert questions(papers_of(made), made) == ()


def test_a_question_of_law_is_counsels_and_says_where_the_answer_belongs() -> None:
    (one,) = asked(gaps=(Gap("nexus.5VY07111.1.counsel_cleared", "Is it?", (), row=2),)).values()

    assert one.kind == "counsel"
    assert one.where == '[[nexus]] number = "5VY07111", count = 1: counsel_cleared'


@pytest.mark.parametrize("county", ["san_diego", "orange"])
def test_where_the_law_data_has_no_office_of_a_county_filing_stops_with_a_question_that_says_so(county: str) -> None:
    made = with_events()
    items = tuple(replace(one, prosecutors=()) for one in made.petition.items)
    petition = replace(made.petition, county=county, items=items, service=())
    there = replace(made, petition=petition)
    found = [one for one in questions(papers_of(there), there) if one.key.endswith(".prosecutor")]

    assert [one.row for one in found] == [1, 2, 3]
    assert found[0].ask.startswith(f"Which office of {county.replace('_', ' ').title()} County prosecuted item 1")
    assert "add the office to its prosecutors with a source" in found[0].ask
    with pytest.raises(InputError, match="cannot be filed yet"):
        refuse(one.line for one in found)
