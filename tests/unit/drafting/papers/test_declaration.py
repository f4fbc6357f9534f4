import datetime as dt
from dataclasses import replace

from tests.unit.drafting.matters import FACTS, HURT, NEXUS, TRAFFICKED, but, papers, text
from vacatur.drafting.blocks import Fact, Heading, Paper, SignatureBlock
from vacatur.drafting.writers.words import all_inlines, missing_of
from vacatur.records.facts import Attestation, Facts, Never


def made(facts: Facts = FACTS, *reliefs: str) -> Paper:
    return papers(facts, *reliefs)["declaration"]


def headings(paper: Paper) -> list[str]:
    found = [block.inlines for block in paper.blocks if isinstance(block, Heading)]
    return ["".join(getattr(one, "text", "[]") for one in inlines) for inlines in found]


def test_it_tells_the_story_in_the_order_of_time() -> None:
    assert headings(made()) == [
        "From January 1, 2012 to June 30, 2015",
        "July 19, 2013: arrest by Los Angeles Police Department",
        "March 9, 2014: case 5VY07111, count 1",
        "March 9, 2014: case 5VY07111, count 2",
        "Services",
    ]


def test_the_order_of_time_is_not_the_order_of_the_count_table() -> None:
    early = replace(NEXUS[2], offense_date=dt.date(2013, 1, 2))

    assert headings(made(but(nexus=(*NEXUS[:2], early))))[1] == "January 2, 2013: case 5VY07111, count 2"


def test_it_is_signed_by_initials_under_penalty_of_perjury() -> None:
    paper = made()

    assert "under penalty of perjury under the laws of the State of California" in text(paper)
    assert isinstance(paper.blocks[-1], SignatureBlock)
    assert "I, O.B.C., declare:" in text(paper)


def test_every_word_of_the_client_is_one_she_approved() -> None:
    accounts = {one.text for one in all_inlines(made()) if isinstance(one, Fact) and one.key.endswith("account")}
    said = " ".join(filter(None, [TRAFFICKED.account, *(nexus.account for nexus in NEXUS)]))

    assert accounts
    assert all(sentence in said for sentence in accounts)


def test_facts_that_are_not_approved_are_brackets() -> None:
    unapproved = Attestation(source="Client", approved=None)
    facts = but(
        victimizations=(replace(TRAFFICKED, attested=unapproved),),
        nexus=tuple(replace(one, attested=unapproved) for one in NEXUS),
    )
    paper = made(facts)

    assert {one.key.rpartition(".")[2] for one in missing_of(paper)} == {"approved"}
    assert all(one.label.startswith("client has not approved") for one in missing_of(paper))
    for word in ("promised", "corner", "January 1, 2012", "March 1, 2016"):
        assert word not in text(paper)


def test_it_draws_no_legal_conclusion() -> None:
    words = text(made()).casefold()

    for conclusion in ("victim", "direct result", "requisite intent", "trafficking", "best interest", "vacate"):
        assert conclusion not in words


def test_services_never_sought_are_said_so() -> None:
    assert "I have not sought services." in text(
        made(but(victimizations=(replace(TRAFFICKED, sought_services=Never.NEVER),)))
    )


def test_violence_adds_why_now_and_why_the_file_should_be_closed() -> None:
    paper = made(but(victimizations=(HURT,)), "pc_236_15")

    assert headings(paper)[-2:] == ["Why I ask now", "Why I ask that the file be closed"]
    assert "He looks for me, and he knows my case number." in text(paper)


def test_a_held_sentence_is_a_bracket() -> None:
    facts = but(nexus=(replace(NEXUS[0], account="He said he would call immigration. I stood there."), *NEXUS[1:]))
    paper = made(facts)

    assert "immigration" not in text(paper)
    assert "I stood there." in text(paper)
    assert [one.label for one in missing_of(paper)] == ["a sentence held until it is released"]
