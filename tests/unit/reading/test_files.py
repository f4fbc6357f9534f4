import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from demo.pdf import text_pdf
from tests.unit.doors.turned_pages import stamped, turned
from vacatur.kit.errors import InputError
from vacatur.reading import read_bytes, read_file, read_pdf, read_text
from vacatur.reading.files import LARGEST_FILE, decode
from vacatur.reading.ledger import NOTHING_READ

SHEET = "ATTN:FICTIONAL\nCII/A99000001\nNAM/01 FICTIONAL,ONE\n* * * *\nCOURT: NAM:01\n20990201  CASC X\nCNT:01 #2\n"


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        read_file(path)
    return refused.value.sentence


def test_it_reads_a_text_file_and_names_it(tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    path.write_text(SHEET, encoding="utf-8")

    record = read_file(path, today=date(2026, 1, 1))

    assert record.file == "sheet.txt"
    assert record.cycles == read_text(SHEET).cycles
    assert len(record.warnings) == 1


def test_it_reads_a_pdf_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    path.write_bytes(b"\n" + text_pdf([SHEET.split("\n")]))

    assert read_file(path).cycles[0].events[0].number == "2"


def test_a_page_of_a_pdf_that_is_a_picture_is_told() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 60)).save(picture, format="PDF")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(text_pdf([SHEET.split("\n")]))) as document, pikepdf.open(picture) as scan:
        document.pages.extend(scan.pages)
        document.save(out)

    record = read_pdf(out.getvalue())

    assert record.warnings == ("Page 2 is a picture without text; it was not read.",)
    assert record.pages == 2


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("shown_upright", [True, False])
def test_an_event_on_a_turned_page_is_read(degrees: int, shown_upright: bool) -> None:
    later = ["- - - -", "COURT: NAM:01", "20030201  CASC Y", "CNT:01 #3", "  459 PC-BURGLARY", "*DISPO:CONVICTED"]
    straight = text_pdf([SHEET.split("\n"), later, ["- - - -", "COURT: NAM:01", "20050201  CASC Z", "CNT:01 #4"]])

    record = read_pdf(turned(straight, degrees, page=1, shown_upright=shown_upright))

    assert record == read_pdf(straight)
    assert [event.number for event in record.cycles[0].events] == ["2", "3", "4"]
    assert (record.unread, record.warnings) == ((), ())


def test_words_along_the_edge_are_unread_and_told() -> None:
    record = read_pdf(stamped(text_pdf([SHEET.split("\n")]), "RECEIVED IN COURT"))

    assert record.cycles == read_text(SHEET).cycles
    assert [(line.page, line.line, line.text) for line in record.unread] == [(1, 8, "RECEIVED IN COURT")]
    assert record.warnings == ("Page 1 holds text that stands across its lines; it was not read. Please look at it.",)


def test_a_picture_with_only_a_footer_is_told() -> None:
    record = read_pdf(text_pdf([SHEET.split("\n"), ["", "Page 2 of 2"]]))

    assert record.warnings == (NOTHING_READ.format(page=2),)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "is a picture"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"PK\x03\x04" + bytes(50), "Word, Excel or zip"),
        (bytes(range(256)) * 4, "neither a PDF nor a text file"),
        (b"Dear Sir", "does not look like a California RAP sheet"),
        (text_pdf([["Dear Sir"]]), "This PDF does not look like"),
        (b"%PDF-1.4\n", "damaged"),
        (b"* * *   * * *\nRECORD ERROR - REFER TO MANUAL\n", "RECORD ERROR"),
    ],
)
def test_each_bad_file_has_its_own_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "a-client-s-name.pdf"
    path.write_bytes(data)

    sentence = refusal(path)

    assert words in sentence
    assert "a-client" not in sentence


def test_a_file_that_is_not_there_or_is_a_folder_has_its_own_sentence(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "nothing.txt")
    assert "no such file" in refusal(tmp_path)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    assert "larger than 50 MB" in refusal(path)


def test_bytes_too_large_are_refused() -> None:
    with pytest.raises(InputError, match="larger than 50 MB"):
        read_bytes(bytes(LARGEST_FILE + 1), "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_it_reads_the_usual_encodings(encoding: str) -> None:
    assert decode(f"“{SHEET}”".encode(encoding)) == f"“{SHEET}”"
