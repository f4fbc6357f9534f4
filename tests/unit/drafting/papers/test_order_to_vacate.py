import re
from dataclasses import replace

from tests.unit.drafting.matters import FACTS, HURT, TRAFFICKED, but, changed, matter, mixed, papers, text
from vacatur.drafting.blocks import JudgeBlock, Missing
from vacatur.drafting.papers.order_to_vacate import order_to_vacate, vacated, vacated_table
from vacatur.records.facts import Facts
from vacatur.records.record import Disposition, DispositionKind, SentenceKind, SentencePart
from vacatur.records.source import Source

GROUNDS = re.compile(r"hardship|rehabilit|immigra|visa|deport|probation|reform|changed|employment|housing|equit", re.I)


def words(facts: Facts = FACTS, *reliefs: str) -> str:
    return text(papers(facts, *reliefs)["order-to-vacate"])


def test_every_recital_that_the_statute_asks_for_is_there() -> None:
    found = words()

    for recital in (
        "by clear and convincing evidence",
        "petitioner was a victim of human trafficking",
        "was the direct result",
        "Petitioner therefore lacked the requisite intent",
        "invalid due to a legal defect that existed at the time of the arrest or conviction",
        "the finding of guilt are vacated and set aside as legally invalid",
        "The accusatory pleading is dismissed",
        "The clerk shall notify the Department of Justice",
        "in the best interest of justice",
        "certified copies",
        "Pen. Code, § 236.14, subds. (a), (h)",
    ):
        assert recital in found


def test_it_gives_no_reason_but_those_of_the_statute() -> None:
    kinds = (("pc_236_14",), ("pc_236_15",), ("pc_236_14", "pc_236_15"))
    found = [words(but(victimizations=(TRAFFICKED, HURT)), *kind) for kind in kinds]

    assert [GROUNDS.findall(one) for one in found] == [[], [], []]


def test_each_count_is_listed_by_its_section_and_its_relief() -> None:
    table = vacated_table(matter())
    rows = [["".join(one.text for one in cell) for cell in row] for row in table.rows]  # type: ignore[union-attr]

    assert [row[3] for row in rows] == [
        "Pen. Code, § 653.22, subd. (a)",
        "Pen. Code, § 647, subd. (b)",
        "Pen. Code, § 148.9, subd. (a)",
    ]
    assert [row[4] for row in rows] == ["Pen. Code, § 236.14"] * 3
    assert rows[1][5] == "Arrest and conviction vacated; count dismissed"


def test_the_order_of_a_count_whose_end_nobody_has_said_is_a_bracket() -> None:
    row = matter().rows[1]
    silent = replace(row, planned=replace(row.planned, item=replace(row.item, dispositions=())))

    assert vacated(silent) == (Missing("nexus.5VY07111.1.result", "how item 2 ended"),)


def test_both_reliefs_have_a_finding_each() -> None:
    found = words(but(victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15")

    assert (
        "Under Penal Code section 236.14, for items 1, 2, and 3: petitioner was a victim of human trafficking" in found
    )
    assert (
        "Under Penal Code section 236.15, for items 1, 2, and 3: petitioner was a victim of intimate partner violence"
        in found
    )


def test_only_the_items_under_236_14_are_deemed_not_to_have_occurred() -> None:
    found = text(order_to_vacate(mixed()))

    assert "Each arrest or conviction of items 1 and 2 is deemed not to have occurred" in found
    assert (
        "Petitioner may lawfully deny each arrest or conviction of item 3. (Pen. Code, § 236.15, subd. (o).)" in found
    )
    assert "of human trafficking when the offenses of items 1 and 2 were committed and a victim of intimate" in found
    assert "Each arrest of item 3 is expunged. (Pen. Code, § 236.15, subd. (g).)" in found


def test_restitution_is_told_in_the_word_of_each_section() -> None:
    owed = (SentencePart(SentenceKind.RESTITUTION, "RESTN"),)
    violence = but(victimizations=(HURT,))

    assert "nonviolent crime and" in text(order_to_vacate(changed(1, sentence=owed)))
    assert "nonviolent offense and" in text(order_to_vacate(changed(1, violence, "pc_236_15", sentence=owed)))


def test_an_adjudication_and_a_deferred_plea_are_in_the_orders() -> None:
    deferred = tuple(
        Disposition(kind, kind.value.upper(), Source(1, 9))
        for kind in (DispositionKind.DIVERTED, DispositionKind.DISMISSED)
    )
    found = text(order_to_vacate(changed(1, juvenile=True)))

    assert "Each arrest or adjudication of items 1, 2, and 3 is deemed not to have occurred" in found
    assert "No record of an arrest or adjudication in the table" in found
    assert "5VY07111, count 1" not in found
    assert "Any plea entered for item 2" in text(order_to_vacate(changed(1, dispositions=deferred)))


def test_the_judge_signs_and_no_blank_is_untyped() -> None:
    assert papers()["order-to-vacate"].blocks[-1] == JudgeBlock("Judge of the Superior Court")
    assert "___" not in words()


def test_its_own_copies_are_further_action_and_the_section_gives_those_of_the_other_order() -> None:
    found = words()

    assert (
        "certified copies of this order (Pen. Code, § 236.14, subd. (r)) and a certified copy of the order to seal"
        in found
    )
    assert "the Department of Justice included (Pen. Code, § 236.14, subd. (k)(3))." in found
