"""The bench of drafting measures what it says."""

from bench.drafting import DAY, line, petition, timed
from vacatur.doors.pdf_edit import page_count
from vacatur.drafting.check import check_paper
from vacatur.drafting.writers.typst import to_pdf
from vacatur.drafting.writers.word import to_docx


def test_the_petition_has_12_pages_and_passes_the_check() -> None:
    paper = petition(3)
    pdf = to_pdf(paper, day=DAY).pdf

    assert page_count(pdf) == 12
    assert check_paper(paper, pdf, to_docx(paper, day=DAY), filing=True) == ()


def test_each_round_sets_other_words() -> None:
    assert petition(1) != petition(2)
    assert petition(1) == petition(1)


def test_the_first_round_only_warms_up() -> None:
    seen: list[int] = []

    assert len(timed(seen.append, rounds=3)) == 3
    assert seen == [-1, 1, 2, 3]


def test_a_line_compares_with_the_peer_where_there_is_one() -> None:
    assert line("x", [1.0, 2.0, 9.0], peer="p", peer_median=20.0)["ratio"] == 10.0
    assert line("x", [1.0])["ratio"] is None
