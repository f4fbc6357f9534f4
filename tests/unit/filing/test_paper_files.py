import hashlib

from tests.unit.drafting.matters import DAY, papers
from vacatur.doors.pdf_edit import metadata_of, page_count
from vacatur.filing.paper_files import file_of, reading_copy, write

WRITTEN = write(
    [paper for name, paper in papers().items() if name in ("notice", "identification", "filing-sheet")], DAY
)
NOTICE, IDENTIFICATION, SHEET = WRITTEN


def test_papers_are_numbered_in_their_order() -> None:
    assert [one.stem for one in WRITTEN] == ["01-notice", "02-identification", "03-filing-sheet"]


def test_each_fact_is_found_with_its_page_and_line() -> None:
    initials = [fact for fact in NOTICE.facts if fact.key == "petitioner.initials"]

    assert (initials[0].page, initials[0].line) == (1, 7)
    assert all(1 <= fact.line <= 28 and fact.page <= NOTICE.pages for fact in NOTICE.facts)


def test_the_pdf_is_filed_and_served_and_its_twin_is_neither() -> None:
    pdf, docx = file_of("01-notice.pdf", NOTICE.pdf, NOTICE), file_of("01-notice.docx", NOTICE.docx, NOTICE)

    assert (pdf.public, pdf.filed, pdf.served, pdf.pages) == (True, True, True, NOTICE.pages)
    assert (docx.public, docx.filed, docx.served, docx.pages, docx.facts) == (True, False, False, None, ())
    assert pdf.sha256 == hashlib.sha256(NOTICE.pdf).hexdigest()
    assert pdf.bytes == len(NOTICE.pdf)


def test_a_file_that_is_no_paper_is_not_public() -> None:
    entry = file_of("plan.json", b"{}")

    assert (entry.public, entry.paper, entry.bytes) == (False, None, 2)


def test_the_reading_copy_holds_the_public_papers_only() -> None:
    copy = reading_copy(WRITTEN)

    assert page_count(copy) == NOTICE.pages
    assert metadata_of(copy).bookmarks[0] == "Notice of petition"


def test_writing_twice_gives_the_same_bytes() -> None:
    again = write([one.paper for one in WRITTEN], DAY)

    assert [(one.pdf, one.docx) for one in again] == [(one.pdf, one.docx) for one in WRITTEN]
