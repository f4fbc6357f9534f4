import re

from tests.unit.drafting.matters import FACTS, HURT, TRAFFICKED, but, matter, papers, text
from vacatur.drafting.blocks import JudgeBlock
from vacatur.drafting.papers.order_to_vacate import vacated_table
from vacatur.records.facts import Facts

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


def test_both_reliefs_have_a_finding_each() -> None:
    found = words(but(victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15")

    assert (
        "Under Penal Code section 236.14, for items 1, 2, and 3: petitioner was a victim of human trafficking" in found
    )
    assert (
        "Under Penal Code section 236.15, for items 1, 2, and 3: petitioner was a victim of intimate partner violence"
        in found
    )


def test_the_judge_signs_and_no_blank_is_untyped() -> None:
    assert papers()["order-to-vacate"].blocks[-1] == JudgeBlock("Judge of the Superior Court")
    assert "___" not in words()
