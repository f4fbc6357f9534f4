from dataclasses import replace

from tests.unit.drafting.matters import (
    FACTS,
    HURT,
    NEXUS,
    TRAFFICKED,
    but,
    changed,
    matter,
    mixed,
    papers,
    petition,
    text,
)
from vacatur.drafting.blocks import Caption, PageBreak, Paper, Paragraph, SignatureBlock, Table
from vacatur.drafting.writers.words import missing_of
from vacatur.records.facts import Attestation, Facts, Never
from vacatur.records.record import Disposition, DispositionKind, SentenceKind, SentencePart
from vacatur.records.source import Source


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
    assert "Counsel contends that these are all the grounds and all the evidence now available." in words


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


def test_she_swears_to_what_she_knows_and_to_no_conclusion_of_counsel() -> None:
    words = text(made())
    oath = words.partition("Verification\n")[2]

    for conclusion in (
        "Counsel contends that each offense in the table is a nonviolent offense",
        "Counsel contends that these facts demonstrate that petitioner lacked the intent",
        "Counsel contends that relief is in the best interest of justice",
        "Counsel contends that what was done was a crime described in",
    ):
        assert conclusion in words
    assert "what it says that counsel contends, is the argument of my attorney" in oath
    assert "The memorandum is counsel’s argument and no part of what petitioner verifies." in words


def test_a_count_whose_end_nobody_has_said_stops_the_petition() -> None:
    from vacatur.drafting.papers.petition import petition as draft_petition

    paper = draft_petition(changed(1, dispositions=()))

    assert "No disposition on the record" in text(paper)
    assert [one.key for one in missing_of(paper)] == ["nexus.5VY07111.1.result"]


def test_each_ground_is_asked_for_the_items_that_plead_it() -> None:
    from vacatur.drafting.papers.petition import petition as draft_petition

    made_ = mixed()
    words = text(draft_petition(made_))

    assert "find by clear and convincing evidence, for items 1 and 2, that petitioner was a victim of human" in words
    assert (
        "find by clear and convincing evidence, for item 3, that petitioner was a victim of intimate partner" in words
    )
    assert "when the offenses of items 1 and 2 were committed and a victim of intimate partner violence when" in words
    assert "expunge the arrest of item 3 (Pen. Code, § 236.15, subd. (g))" in words
    assert "to do the same for item 3, as further action" in words


def test_only_items_with_a_fine_are_said_to_carry_one() -> None:
    from vacatur.drafting.papers.petition import petition as draft_petition

    assert (
        "The record shows a fine for item 2. While this petition is pending, the collection of fines from the"
        in text(made())
    )
    assert "fines" not in text(draft_petition(changed(1, dispositions=(), sentence=()))).casefold()


def test_restitution_is_told_in_the_word_of_each_section() -> None:
    from vacatur.drafting.papers.petition import petition as draft_petition

    owed = (SentencePart(SentenceKind.RESTITUTION, "RESTN"),)
    violence = but(victimizations=(HURT,))

    assert "victim of a nonviolent crime and" in text(draft_petition(changed(1, sentence=owed)))
    assert "victim of a nonviolent offense and" in text(
        draft_petition(changed(1, violence, "pc_236_15", sentence=owed))
    )


def test_a_plea_on_which_judgment_was_deferred_is_asked_to_be_set_aside() -> None:
    from vacatur.drafting.papers.petition import petition as draft_petition

    told = tuple(
        Disposition(kind, kind.value.upper(), Source(1, 9))
        for kind in (DispositionKind.DIVERTED, DispositionKind.DISMISSED)
    )
    words = text(draft_petition(changed(1, dispositions=told)))

    assert "Petitioner asks that any plea entered for it be set aside as well" in words
    assert "set aside any plea entered for item 2, in which judgment was deferred" in words
    assert "any plea" not in text(made())


def test_a_juvenile_matter_shows_no_number_and_a_presumption_that_can_be_rebutted() -> None:
    from vacatur.drafting.papers.petition import petition as draft_petition

    paper = draft_petition(changed(1, juvenile=True))
    first, *_ = paper.blocks

    assert isinstance(first, Caption)
    assert [line[-1].text for line in first.case_numbers] == ["5VY07111", "and one arrest without a case"]  # type: ignore[union-attr]
    assert "Item 2: juvenile court matter, count 1" in text(paper)
    assert "a rebuttable presumption arises" in text(paper)


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
