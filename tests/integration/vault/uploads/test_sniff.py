"""S-50, S-53: what a file is, told by its content; two kinds at once, wrong names and too large things are refused."""

import tracemalloc

import pytest

from demo.pdf import text_pdf
from probono.vault.uploads.kinds import Kind
from probono.vault.uploads.limits import LARGEST_FILE, MEBIBYTE
from probono.vault.uploads.refusal import RefusedError, Why
from probono.vault.uploads.sniff import sniff
from tests.integration.vault.uploads import made

PDF = text_pdf([["FICTIONAL"]], title="FICTIONAL")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PDF, "letter.PDF", Kind.PDF),
        (b"\r\n" + PDF, "letter.pdf", Kind.PDF),
        (made.word(), "letter.docx", Kind.WORD),
        (made.png(), "scan.png", Kind.PNG),
        (made.jpeg(), "photo.JPEG", Kind.JPEG),
        (b"Words, and no more.\n", "note.txt", Kind.TEXT),
        ("\ufeffpalabras de una carta\n".encode(), "note.txt", Kind.TEXT),
        ("BM Holdings paid nothing.\n".encode("utf-16"), "note.txt", Kind.TEXT),
        (b"BM Holdings paid nothing.\n", "note.txt", Kind.TEXT),
        (b"From: the beginning it was clear.\n", "note.txt", Kind.TEXT),
        (b"a < b and b > c\n", "note.txt", Kind.TEXT),
    ],
)
def test_the_kind_is_told_by_the_content(data: bytes, name: str, kind: Kind) -> None:
    assert sniff(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.pdf", Why.EMPTY),
        (b" \n\n", "a.txt", Why.EMPTY),
        (b"a" * (LARGEST_FILE + 1), "a.txt", Why.TOO_LARGE),
        (PDF, "letter.docx", Why.WRONG_NAME),
        (PDF, "letter", Why.WRONG_NAME),
        (PDF, "letter.pdf.exe", Why.WRONG_NAME),
        (made.word(), "letter.pdf", Why.WRONG_NAME),
        (made.word(), "letter.docm", Why.WRONG_NAME),
        (made.png(), "photo.jpg", Why.WRONG_NAME),
        (b"words", "run.bat", Why.WRONG_NAME),
        (PDF + made.packed({"a.txt": b"x"}), "both.pdf", Why.TWO_KINDS),
        (made.png() + made.word(), "both.png", Why.TWO_KINDS),
        (made.jpeg() + made.packed({"a.txt": b"x"}), "both.jpg", Why.TWO_KINDS),
        (made.png(text=b"%PDF-1.7"), "both.png", Why.TWO_KINDS),
        (b"words first\n" + PDF, "both.txt", Why.TWO_KINDS),
        (made.packed({"%PDF-1.7": b"x"}), "both.docx", Why.TWO_KINDS),
        (made.word() + b"more behind it", "both.docx", Why.BAD_ARCHIVE),
        (b"<html><script>x()</script>" + PDF, "both.pdf", Why.MARKUP),
        (b"GIF89a=1;/*" + PDF, "both.pdf", Why.PICTURE),
        (b"MZ\x00\x01" + made.packed({"a.txt": b"x"}), "both.docx", Why.UNKNOWN),
        (made.word() + PDF, "both.docx", Why.BAD_ARCHIVE),
        (made.packed({"a.txt": b"x"}), "a.zip", Why.ARCHIVE),
        (b"PK\x05\x06" + bytes(18), "a.zip", Why.ARCHIVE),
        (b"\x1f\x8b\x08", "a.gz", Why.ARCHIVE),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "photo.heic", Why.HEIC),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "film.mp4", Why.UNKNOWN),
        (b"GIF89a", "a.gif", Why.PICTURE),
        (b"BM\x00\x01\x02", "a.bmp", Why.PICTURE),
        (b"MZ\x90\x00\x03", "a.exe", Why.UNKNOWN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", Why.OLD_WORD),
        (rb"{\rtf1 x}", "a.rtf", Why.OLD_WORD),
        (b'<?xml version="1.0"?><svg/>', "a.svg", Why.MARKUP),
        (b"\xef\xbb\xbf  <svg onload='x()'>", "a.txt", Why.MARKUP),
        (b"<!DOCTYPE html><script>", "a.txt", Why.MARKUP),
        (b"From: a@example.test\r\nTo: b\r\nSubject: hello\r\nDate: x\r\n\r\nHi", "a.txt", Why.EMAIL),
        (bytes(range(256)), "a.txt", Why.UNKNOWN),
        (made.huge_png(), "a.png", Why.TOO_MANY_PIXELS),
        (b"\x89PNG\r\n\x1a\n0000", "a.png", Why.DAMAGED),
        (b"\xff\xd8\xff\xe0\x00\x01", "a.jpg", Why.DAMAGED),
        (b"\xff\xd8\xff", "a.jpg", Why.DAMAGED),
    ],
)
def test_everything_else_is_refused_with_its_reason(data: bytes, name: str, why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        sniff(data, name)

    assert refused.value.why is why


def test_a_kind_that_a_place_has_no_use_for_is_refused() -> None:
    with pytest.raises(RefusedError, match="not_here"):
        sniff(made.png(), "a.png", accepted={Kind.PDF})


def test_a_picture_that_claims_too_much_is_refused_before_a_point_of_it_is_drawn() -> None:
    data = made.huge_png()
    tracemalloc.start()
    try:
        with pytest.raises(RefusedError, match="pixels"):
            sniff(data, "a.png")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < MEBIBYTE
