from dataclasses import replace

from tests.unit.drafting.matters import FACTS, HURT, NEXUS, TRAFFICKED, but, matter, papers, petition, text
from vacatur.drafting.blocks import PageBreak, Paper, Paragraph, SignatureBlock, Table
from vacatur.drafting.writers.words import missing_of
from vacatur.records.facts import Attestation, Facts, Never
from vacatur.records.record import Disposition, DispositionKind


def made(facts: Facts = FACTS, *reliefs: str) -> Paper:
    return papers(facts, *reliefs)["petition"]


def test_it_is_sworn_in_the_form_that_holds_everywhere() -> None:
    paper = made()
    last, words = paper.blocks[-1], paper.blocks[-2]

    assert isinstance(words, Paragraph)
    assert words.inlines[0].text == (  # type: ignore[union-attr]
        "I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct."
    )
    assert isinstance(last, SignatureBlock)
    assert (last.name[0].text, last.role) == ("O.B.C.", "Petitioner")  # type: ignore[union-attr]


def test_the_verification_stands_whole_on_its_own_page() -> None:
    assert PageBreak() in made().blocks


def test_it_describes_every_ground_with_its_evidence_and_every_item_with_its_cause() -> None:
    words = text(made())

    assert "From January 1, 2012 to June 30, 2015, petitioner was a victim of human trafficking" in words
    assert "He promised me work and a room." in words
    for row in ("Item 1: arrest of July 19, 2013", "Item 2: case 5VY07111, count 1", "Item 3: case 5VY07111, count 2"):
        assert row in words
    assert "petitioner lacked the intent required for Penal Code section 647, subdivision (b)" in words
    assert "all the grounds and all the evidence available" in words


def test_it_holds_the_count_table() -> None:
    (table,) = [block for block in made().blocks if isinstance(block, Table)]

    assert len(table.rows) == 3


def test_trafficking_may_be_pleaded_at_any_time_after_services() -> None:
    assert "The right to petition does not expire. (Pen. Code, § 236.14, subd. (l).)" in text(made())


def test_services_never_sought_are_said_so() -> None:
    never = but(victimizations=(replace(TRAFFICKED, sought_services=Never.NEVER),))

    assert "has not sought services" in text(made(never))


def test_violence_pleads_why_the_time_is_reasonable_in_the_clients_words() -> None:
    words = text(made(but(victimizations=(HURT,)), "pc_236_15"))

    assert "within a reasonable time after the later of the two. (Pen. Code, § 236.15, subd. (l).)" in words
    assert "I was afraid of him until he moved away last year." in words
    assert "The right to petition does not expire" not in words


def test_a_reason_for_the_time_that_nobody_gave_is_a_bracket() -> None:
    paper = made(but(victimizations=(replace(HURT, why_now=None),)), "pc_236_15")

    assert [one.key for one in missing_of(paper)] == ["victimization.1.why_now"]


def test_violence_pleads_facts_because_the_section_defines_no_term() -> None:
    words = text(made(but(victimizations=(HURT,)), "pc_236_15"))

    assert "Penal Code section 236.15 does not define the term, and petitioner pleads the facts that show it." in words


def test_the_agencies_that_section_236_15_leaves_out_are_asked_for_under_its_last_resort() -> None:
    assert "supervised or held petitioner" in text(made(but(victimizations=(HURT,)), "pc_236_15"))
    assert "supervised or held petitioner" not in text(made())


def test_both_sections_are_pleaded_side_by_side() -> None:
    words = text(made(but(victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15"))

    assert "under Penal Code section 236.14 and Penal Code section 236.15 to vacate" in words
    assert "human trafficking and intimate partner violence" in words


def test_what_the_client_has_not_approved_is_a_bracket_and_none_of_her_words() -> None:
    paper = made(but(nexus=(NEXUS[0], replace(NEXUS[1], attested=Attestation()), NEXUS[2])))

    assert {one.key for one in missing_of(paper)} == {"nexus.5VY07111.1.approved"}
    assert "He drove me there." not in text(paper)


def test_a_table_of_facts_that_is_not_approved_stops_the_verification() -> None:
    unsaid = replace(NEXUS[1], attested=Attestation(), account=None)
    paper = made(but(nexus=(NEXUS[0], unsaid, NEXUS[2])))

    assert "nexus.5VY07111.1.approved" in {one.key for one in missing_of(paper)}


def test_an_unsure_prosecutor_is_pleaded_as_unsure() -> None:
    made_ = matter()
    unsure = replace(made_, petition=petition("pc_236_14", certain=False))
    from vacatur.drafting.papers.petition import petition as draft_petition

    assert "does not show for every item which agency prosecuted" in text(draft_petition(unsure))


def test_an_earlier_dismissal_is_told() -> None:
    from vacatur.drafting.papers.petition import petition as draft_petition

    made_ = matter()
    row = made_.rows[1]
    earlier = Disposition(DispositionKind.DISMISSED_1203_4, "DISM 1203.4 PC", row.item.source)
    item = replace(row.item, dispositions=(*row.item.dispositions, earlier))
    told = replace(made_, rows=(made_.rows[0], replace(row, planned=replace(row.planned, item=item))))

    assert "a dismissal under Penal Code section 1203.4 was granted" in text(draft_petition(told))
