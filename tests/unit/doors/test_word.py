"""The door to Word files. FICTIONAL people throughout."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.unit.drafting.writers.papers import DAY, paper, paragraphs, petition, table
from vacatur.doors.word import facts_of_word, strings_of_word, text_of_word
from vacatur.drafting.writers.word import to_docx


def changed(file: bytes, *, insert: str = "", author: str = "", comment: str = "") -> bytes:
    """The file after somebody's work on it: a tracked insertion, an author, a comment."""
    document = docx.Document(io.BytesIO(file))
    if insert:
        run = f'<w:ins {nsdecls("w")} w:id="900" w:author="x"><w:r><w:t>{insert}</w:t></w:r></w:ins>'
        document.paragraphs[0]._p.append(parse_xml(run))
    if comment:
        document.paragraphs[0].add_run("seen")
        document.add_comment(document.paragraphs[0].runs, text=comment, author="", initials="")
    document.core_properties.author = author
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


def test_text_is_read_in_order_with_the_numbers_word_prints() -> None:
    lines = text_of_word(to_docx(paper(*paragraphs(2), table(1, "Van Nuys")), day=DAY)).splitlines()

    assert lines[0].startswith("1. When she was arrested")
    assert lines[1].startswith("2. When she was arrested")
    assert lines[2:] == ["Case", "Count", "Court", "5VY00000", "0", "Van Nuys"]


def test_a_file_from_our_writer_holds_no_reviewers_traces() -> None:
    told = facts_of_word(to_docx(petition(3), day=DAY))

    assert (told.personal, told.comments, told.changes) == ((), 0, 0)


def test_an_author_a_comment_and_a_tracked_change_are_seen() -> None:
    told = facts_of_word(
        changed(to_docx(petition(3), day=DAY), insert="new", author="Some Person", comment="Is this so?")
    )

    assert told.personal == (("author", "Some Person"),)
    assert told.comments > 0
    assert told.changes == 1


def test_strings_are_found_in_every_part() -> None:
    found = "\n".join(strings_of_word(changed(to_docx(petition(3), day=DAY), author="Hidden Author")))

    assert "Hidden Author" in found
    assert "nexus.0.date" in found
    assert "PETITION FOR VACATUR RELIEF" in found


def test_words_split_over_runs_are_found_whole() -> None:
    document = docx.Document()
    line = document.add_paragraph("Mar")
    line.add_run("isol").bold = True
    stored = io.BytesIO()
    document.save(stored)

    assert "Marisol" in strings_of_word(stored.getvalue())


def test_what_is_not_a_word_file_is_an_error() -> None:
    with pytest.raises(zipfile.BadZipFile):
        text_of_word(b"not a zip")
