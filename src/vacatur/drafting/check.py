"""The check of a finished paper: not what should be in it, but what is, measured and read from its PDF and Word files."""

from collections.abc import Iterator, Sequence

from vacatur.doors.pdf_edit import Metadata, metadata_of, strings_of
from vacatur.doors.pdf_lines import PrintedPage, printed_pages
from vacatur.doors.word import WordFacts, facts_of_word, strings_of_word, text_of_word
from vacatur.drafting.blocks import Form, Heading, Paper
from vacatur.drafting.check_grid import check_grid
from vacatur.drafting.fonts import MAIN, SECOND
from vacatur.drafting.problem import Problem
from vacatur.drafting.suppression import found_in
from vacatur.drafting.writers.words import clean, missing_of, printed

_TEXT_SIZE = 12.0
_FAMILIES = tuple(name.replace(" ", "") for name in (MAIN, SECOND))


def same_words(text: str) -> str:
    """Text for comparing two files: letters and signs only, no spacing, no bullets."""
    return "".join(char for char in clean(text) if not char.isspace() and char != "•")


def _font_problems(paper: Paper, pages: Sequence[PrintedPage]) -> Iterator[Problem]:
    pieces = [piece for page in pages for piece in page.pieces if piece.text.strip()]
    if any(not piece.font.startswith(_FAMILIES) for piece in pieces):
        yield Problem(paper.id, "font", "Some text is not in the filing font.", "CRC 2.105")
    if any(piece.size < _TEXT_SIZE - 0.01 for piece in pieces if not piece.artifact):
        yield Problem(paper.id, "font size", "Some text is smaller than 12 points.", "CRC 2.104")


def _metadata_problems(paper: Paper, told: Metadata) -> Iterator[Problem]:
    if told.title != clean(paper.title):
        yield Problem(paper.id, "title", "The PDF does not carry the paper's title.", "PDF/UA-1")
    if told.language.split("-")[0] != paper.language.split("-")[0]:
        yield Problem(paper.id, "language", "The PDF does not name the paper's language.", "PDF/UA-1")
    if not told.tagged:
        yield Problem(paper.id, "tags", "The PDF has no tags for a screen reader.", "PDF/UA-1")
    if "<pdfuaid:part>1<" not in told.xmp or "<pdfaid:part>2<" not in told.xmp:
        yield Problem(paper.id, "standard", "The PDF does not declare PDF/UA-1 and PDF/A-2.", "PDF/A-2a")
    if any(key in ("/Author", "/Subject", "/Keywords") and value for key, value in told.info):
        yield Problem(paper.id, "properties", "The PDF's properties name a person or a subject.")
    headings = sum(isinstance(block, Heading) for block in paper.blocks)
    if len(told.bookmarks) < headings:
        yield Problem(paper.id, "bookmarks", "A heading of the paper has no bookmark.", "CRC 3.1110(f)(4)")


def _word_problems(paper: Paper, told: WordFacts) -> Iterator[Problem]:
    if told.personal:
        yield Problem(paper.id, "word properties", "The Word file's properties name a person or a subject.")
    if told.comments:
        yield Problem(paper.id, "word comments", "The Word file holds reviewers' comments.")
    if told.changes:
        yield Problem(paper.id, "word changes", "The Word file holds tracked changes.")


def _bracket_problems(paper: Paper, words: str) -> Iterator[Problem]:
    missing = missing_of(paper)
    left = {one.key for one in missing} | {one.key for one in missing if same_words(printed(one)) in words}
    if left:
        count = "One fact is" if len(left) == 1 else f"{len(left)} facts are"
        yield Problem(paper.id, "brackets", f"{count} still missing, shown in brackets.")


def _suppressed_problems(paper: Paper, texts: Sequence[str], values: Sequence[str]) -> Iterator[Problem]:
    for number in found_in(texts, values):
        yield Problem(paper.id, "suppressed", f"The paper holds suppressed value number {number}, or a spelling of it.")


def check_paper(
    paper: Paper, pdf: bytes, docx: bytes, *, filing: bool = False, suppressed: Sequence[str] = ()
) -> tuple[Problem, ...]:
    """What is wrong with a finished paper; nothing, if the tuple is empty.

    `suppressed` are values that must stand nowhere in either file, seen or unseen. The problems name them by position.
    """
    pages, told, word = printed_pages(pdf), metadata_of(pdf), facts_of_word(docx)
    spoken = "\n".join(page.text() for page in pages)
    seen = "\n".join(page.text(artifacts=True) for page in pages)
    words = same_words(spoken)
    problems = [*_font_problems(paper, pages), *_metadata_problems(paper, told), *_word_problems(paper, word)]
    if paper.form is Form.PLEADING:
        problems += check_grid(paper, pages)
    if filing:
        problems += _bracket_problems(paper, words)
    if words != same_words(text_of_word(docx)):
        problems.append(Problem(paper.id, "twins", "The PDF and the Word file do not hold the same words."))
    problems += _suppressed_problems(paper, (seen, *strings_of(pdf), *strings_of_word(docx)), suppressed)
    return tuple(problems)
