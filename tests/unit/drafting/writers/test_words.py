"""The words read off a block tree."""

import pytest

from tests.unit.drafting.writers.papers import BLANKS, caption, draft, fact, paper, petition, table
from vacatur.drafting.blocks import Cite, Missing, PageBreak
from vacatur.drafting.writers.words import all_inlines, clean, facts_of, held, inlines_of, missing_of, printed


def test_clean_composes_letters_and_makes_every_line_end_one() -> None:
    assert clean("Nun\u0303ez\r\na\rb\u2028c\td") == "Nuñez\na\nb\nc d"


def test_a_missing_fact_prints_as_one_pair_of_brackets() -> None:
    assert printed(Missing("k", "offense date")) == "[offense date]"
    assert printed(Missing("k", "[offense date]")) == "[offense date]"
    assert printed(Missing("k", "day of [the first] act")) == "[day of [the first] act]"


def test_a_fact_and_a_citation_print_their_words() -> None:
    assert printed(fact("k", "May 1")) == "May 1"
    assert printed(Cite("pc_236_14", "Pen. Code, § 236.14")) == "Pen. Code, § 236.14"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Pen. Code, § 236.14, subd. (a)", "Pen. Code, §~236.14, subd.~(a)"),
        ("§§ 1 and 2, subds. (b), (c)", "§§~1 and 2, subds.~(b), (c)"),
        ("Case No. 5VY02034 at pp. 3-4", "Case No.~5VY02034 at pp.~3-4"),
        ("He said no. Then § ", "He said no. Then § "),
    ],
)
def test_a_sign_is_held_with_what_it_announces(text: str, shown: str) -> None:
    assert held(text) == shown.replace("~", "\u00a0")


def test_a_caption_is_read_in_the_order_of_the_page() -> None:
    read = ["".join(map(printed, run)) for run in inlines_of(caption())]

    assert read.index("Attorney for Petitioner M.A.V.") < read.index("SUPERIOR COURT OF THE STATE OF CALIFORNIA")
    assert read.index("M.A.V.,") < read.index("Case No. 5VY02034") < read.index("PETITION FOR VACATUR RELIEF")
    assert read[-1] == "CONFIDENTIAL"


def test_a_table_is_read_header_first_and_row_by_row() -> None:
    read = ["".join(map(printed, run)) for run in inlines_of(table(2, "Court A"))]

    assert read == ["Case", "Count", "Court", "5VY00000", "0", "Court A", "5VY00001", "1", "Court A"]


def test_every_blank_and_a_page_break_can_be_read() -> None:
    read = [[printed(inline) for run in inlines_of(block) for inline in run] for block in (*BLANKS, PageBreak())]

    assert read[0] == ["M.A.V.", "Petitioner"]
    assert read[1] == ["Judge of the Superior Court"]
    assert read[2] == ["Date:", "Time:", "Department:"]
    assert read[3] == ["Person served, and at which address:", ""]
    assert read[4] == []


def test_facts_and_missing_facts_are_listed_in_reading_order() -> None:
    made = petition(2)

    assert [one.key for one in facts_of(made)][:4] == [
        "petitioner.initials",
        "item.number",
        "nexus.0.date",
        "nexus.1.date",
    ]
    assert missing_of(made) == ()
    assert [one.key for one in missing_of(draft())] == ["nexus.5VY02034.1.offense_date"]


def test_an_empty_paper_has_no_words() -> None:
    assert list(all_inlines(paper())) == []
    assert list(all_inlines(paper(PageBreak()))) == []
    assert [
        printed(one) for one in all_inlines(paper(caption(counsel=(), party=(), case_numbers=(), title=(), hearing=())))
    ] == [
        "Attorney for Petitioner M.A.V.",
        *["SUPERIOR COURT OF THE STATE OF CALIFORNIA", "COUNTY OF LOS ANGELES", "CONFIDENTIAL"],
    ]
