"""S-50 to S-53: what a file is found to be behind walls, by every means that works here."""

import io
import json
import resource
import zlib
from typing import Any

import pikepdf
import pytest
from PIL import Image

from demo.pdf import text_pdf
from probono.vault.uploads import opened, sandbox
from probono.vault.uploads.frames import FACTS, FILE, PICTURE, WORDS, Frame
from probono.vault.uploads.kinds import Kind
from probono.vault.uploads.limits import MEBIBYTE
from probono.vault.uploads.marks import Mark
from probono.vault.uploads.refusal import RefusedError, Why
from tests.integration.vault.uploads import made

PDF = text_pdf([["FICTIONAL", "  SECOND LINE"], ["PAGE TWO"]], title="FICTIONAL")


@pytest.fixture(params=[each for each in sandbox.Means if sandbox.works(each)], autouse=True)
def _by_each_means(request: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "means", lambda: request.param)


def _refused(data: bytes, kind: Kind) -> Why:
    with pytest.raises(RefusedError) as refused:
        opened.look_at(data, kind)
    return refused.value.why


def test_a_pdf_is_counted_drawn_and_read() -> None:
    assert opened.look_at(PDF, Kind.PDF) == opened.Looked(2, (), None, None)
    assert Image.open(io.BytesIO(opened.page_picture(PDF, 2))).format == "PNG"
    first, second = opened.print_of(opened.sheet_print(PDF))
    assert first.lines == ("FICTIONAL", "  SECOND LINE")
    assert (len(first.baselines), second.lines, second.width) == (2, ("PAGE TWO",), 612)
    with pytest.raises(IndexError):
        opened.page_picture(PDF, 3)


def test_a_word_document_gives_a_clean_copy_and_words() -> None:
    found = opened.look_at(made.word_with({"word/vbaProject.bin": b"x"}), Kind.WORD)

    assert found.marks == (Mark.MACROS,)
    assert found.words == (("A letter about a kitchen garden.",),)
    assert found.clean is not None
    assert b"vbaProject" not in found.clean


@pytest.mark.parametrize(
    ("data", "kind"), [(made.png(text=made.MARKER), Kind.PNG), (made.jpeg(place=made.MARKER), Kind.JPEG)]
)
def test_a_picture_gives_a_plain_copy(data: bytes, kind: Kind) -> None:
    found = opened.look_at(data, kind)

    assert found.clean is not None
    assert made.MARKER in data
    assert made.MARKER not in found.clean


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_gives_its_pages(encoding: str) -> None:
    assert opened.look_at("uno\ndos ñ\ftres".encode(encoding), Kind.TEXT).words == (("uno", "dos ñ"), ("tres",))


def test_a_locked_pdf_is_told() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))

    assert _refused(out.getvalue(), Kind.PDF) is Why.LOCKED


def test_a_scan_is_told() -> None:
    out = io.BytesIO()
    Image.new("RGB", (50, 50)).save(out, format="PDF")

    with pytest.raises(RefusedError, match="scan"):
        opened.sheet_print(out.getvalue())


def test_too_many_pages_are_refused() -> None:
    assert _refused(made.pdf_of(5_001), Kind.PDF) is Why.TOO_MANY_PAGES


def _stacked() -> bytes:
    """A stream deflated four times over: a few hundred bytes that become a hundred gigabytes."""
    squeeze = zlib.compressobj(9)
    piece = bytes(MEBIBYTE)
    data = b"".join(squeeze.compress(piece) for _ in range(600)) + squeeze.flush()
    for _ in range(3):
        data = zlib.compress(data, 9)
    return made.pdf_of(1, content=data, filters="/Filter [/FlateDecode /FlateDecode /FlateDecode /FlateDecode]")


@pytest.mark.parametrize("data", [_stacked(), made.pdf_of(1, box="0 0 9e9 9e9")], ids=["stacked", "vast page"])
def test_a_bomb_costs_the_site_nothing(data: bytes) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    try:
        drawn = len(opened.page_picture(data, 1))
    except RefusedError:
        drawn = 0

    assert drawn < 8 * MEBIBYTE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


def _a_million_objects() -> bytes:
    """Twenty megabytes of objects that nothing refers to."""
    plain = made.pdf_of(1)
    many = b"".join(b"%d 0 obj 0 endobj\n" % number for number in range(10, 1_000_010))
    return plain.replace(b"\nxref\n", b"\n" + many + b"\nxref\n", 1).replace(b"/Size 5", b"/Size 1000011")


def test_a_million_objects_stay_behind_the_walls() -> None:
    data = _a_million_objects()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    try:
        found = opened.look_at(data, Kind.PDF).pages
    except RefusedError:
        found = 1

    assert found == 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 128 * 1024


@pytest.mark.parametrize("kind", [Kind.PDF, Kind.WORD, Kind.PNG, Kind.JPEG])
def test_noise_is_damaged(kind: Kind) -> None:
    assert _refused(b"\x00\x01noise" * 50, kind) in (Why.DAMAGED, Why.BAD_ARCHIVE)


def _facts(**told: Any) -> Frame:
    return Frame(FACTS, json.dumps({"pages": 1, "marks": []} | told).encode())


@pytest.mark.parametrize(
    "answer",
    [
        [],
        [_facts(pages=0)],
        [_facts(pages=10**9)],
        [_facts(pages="many")],
        [_facts(marks=["<script>"])],
        [_facts(), _facts()],
        [Frame(FACTS, b"[]")],
        [Frame(FACTS, b"{")],
        [_facts(), Frame(FILE, b"<html>")],
        [_facts(), Frame(WORDS, b'[["a", 1]]')],
        [_facts(), Frame(WORDS, b"[" * 100_000)],
    ],
)
def test_an_answer_that_is_odd_is_not_believed(answer: list[Frame], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "run", lambda *_words, **_more: answer)

    assert _refused(b"", Kind.WORD) is Why.DAMAGED


def test_a_picture_that_is_none_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "run", lambda *_words, **_more: [Frame(PICTURE, b"<svg>")])

    with pytest.raises(RefusedError, match="damaged"):
        opened.page_picture(b"", 1)


@pytest.mark.parametrize("said", [b"", b"{}", b'[{"lines": "x"}]', b"[1]"])
def test_a_print_that_is_odd_is_not_believed(said: bytes) -> None:
    with pytest.raises(RefusedError, match="damaged"):
        opened.print_of(said or b"null")
