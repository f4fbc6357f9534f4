"""The door to pikepdf. FICTIONAL people throughout."""

import io

import pikepdf
import pytest

from tests.unit.drafting.writers.papers import DAY, paper, paragraphs, table, words
from vacatur.doors.pdf_edit import merge, metadata_of, name_tables, page_count, strings_of
from vacatur.doors.pdf_lines import printed_pages
from vacatur.drafting.blocks import Heading, Paragraph
from vacatur.drafting.writers.typst import to_pdf


def pdf(title: str = "Petition", pages: int = 2) -> bytes:
    return to_pdf(paper(Heading(1, words(title.upper())), *paragraphs(9 * pages), title=title), day=DAY).pdf


def tagged(opened: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    return [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == kind]


def test_each_table_carries_its_title_as_the_summary_a_screen_reader_says() -> None:
    made = to_pdf(paper(Heading(1, words("A")), table(2), Paragraph(words("x")), table(40)), day=DAY).pdf

    with pikepdf.open(io.BytesIO(made)) as opened:
        entries = [entry for one in tagged(opened, "/Table") for entry in one.A]
        assert [str(entry.Summary) for entry in entries if "/Summary" in entry] == ["Schedule of cases"] * 2
        assert len(tagged(opened, "/TH")) == 6
    assert metadata_of(made).tagged


def test_naming_more_tables_than_there_are_is_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        name_tables(pdf(), ["No table here"])


def test_a_merged_copy_holds_all_pages_in_order() -> None:
    parts = [("Petition", pdf("Petition", 2)), ("Order", pdf("Order", 1))]
    merged = merge(parts)

    counts = [page_count(part) for _title, part in parts]
    assert page_count(merged) == sum(counts)
    assert printed_pages(merged)[counts[0]].text(artifacts=True).count("ORDER") == 1


def test_a_merged_copy_has_a_bookmark_for_each_part_and_its_headings_under_it() -> None:
    parts = [("First part", pdf("Petition", 2)), ("Second part", pdf("Order", 1))]
    opened = pikepdf.open(io.BytesIO(merge(parts)))

    assert metadata_of(merge(parts)).bookmarks == ("First part", "PETITION", "Second part", "ORDER")
    with opened.open_outline() as outline:
        second = outline.root[1]
        assert second.destination[0].objgen == opened.pages[page_count(parts[0][1])].obj.objgen
        assert second.children[0].destination[0].objgen == second.destination[0].objgen


def test_each_part_counts_its_own_pages_in_the_viewer() -> None:
    first = pdf("Petition", 2)
    opened = pikepdf.open(io.BytesIO(merge([("Petition", first), ("Order", pdf("Order", 1))])))

    assert opened.pages[0].label == "Petition 1"
    assert opened.pages[page_count(first)].label == "Order 1"


def test_merging_the_same_parts_gives_the_same_bytes() -> None:
    parts = [("A", pdf("A", 1)), ("B", pdf("B", 1))]

    assert merge(parts) == merge(parts)
    assert merge(parts) != merge(parts[::-1])


def test_a_merged_copy_claims_no_tags_and_names_nobody() -> None:
    told = metadata_of(merge([("A", pdf("A", 1))], title="Reading copy of the packet"))

    assert not told.tagged
    assert told.title == "Reading copy of the packet"
    assert told.language == "en-US"
    assert dict(told.info) == {"/Title": "Reading copy of the packet"}


def test_a_part_without_bookmarks_is_merged_under_its_title() -> None:
    plain = pikepdf.new()
    plain.add_blank_page()
    stored = io.BytesIO()
    plain.save(stored)

    assert metadata_of(merge([("Exhibit 1", stored.getvalue())])).bookmarks == ("Exhibit 1",)


def test_nothing_to_merge_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to merge"):
        merge([])


def test_what_is_not_a_pdf_is_an_error() -> None:
    with pytest.raises(pikepdf.PdfError):
        page_count(b"not a pdf")


def test_strings_behind_the_pages_are_found_wherever_they_hide() -> None:
    opened = pikepdf.open(io.BytesIO(pdf("Petition", 1)))
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents="Hidden Note", Rect=[0, 0, 9, 9]
    )
    opened.pages[0].obj.Annots = pikepdf.Array([opened.make_indirect(note)])
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="name", V="Hidden Value")
    opened.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
    with opened.open_metadata() as xmp:
        xmp["dc:description"] = "Hidden Description"
    opened.docinfo["/Author"] = "Hidden Author"
    stored = io.BytesIO()
    opened.save(stored)

    found = "\n".join(strings_of(stored.getvalue()))
    for hidden in ("Author", "Note", "Value", "Description"):
        assert f"Hidden {hidden}" in found
    assert "PETITION" in found
