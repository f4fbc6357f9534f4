"""S-51, S-53: a zip that reaches outside, nests, lies or grows is refused before it can do harm."""

import io
import stat
import struct
import zipfile

import pytest

from probono.vault.uploads import archive
from probono.vault.uploads.refusal import RefusedError, Why
from tests.integration.vault.uploads import made


def _refused(data: bytes) -> Why:
    with pytest.raises(RefusedError) as refused:
        for _part in archive.parts(data):
            pass
    return refused.value.why


def _with(name: str, content: bytes = b"x", *, mode: int = 0) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packing:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = mode << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        packing.writestr(entry, content)
    return out.getvalue()


def test_a_word_document_gives_its_parts() -> None:
    assert {name for name, _content in archive.parts(made.word())} == set(archive.names(made.word()))


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/x", "C:x", "a\\..\\x", "\\\\server\\x"])
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    assert _refused(_with(name)) is Why.BAD_ARCHIVE


def test_a_link_is_refused() -> None:
    assert _refused(_with("x", b"/etc/passwd", mode=stat.S_IFLNK | 0o777)) is Why.BAD_ARCHIVE


def test_a_locked_entry_is_refused() -> None:
    data = bytearray(_with("x"))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1

    assert _refused(bytes(data)) is Why.BAD_ARCHIVE


def test_the_same_name_twice_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packing:
        packing.writestr("word/document.xml", "a")
        packing.writestr("word/Document.xml", "b")

    assert _refused(out.getvalue()) is Why.BAD_ARCHIVE


def test_too_many_entries_are_refused() -> None:
    assert _refused(made.packed({f"part{number}": b"" for number in range(2_001)})) is Why.BOMB


def test_a_bomb_is_refused_by_what_it_announces() -> None:
    assert _refused(_with("bomb", bytes(150 * 1024 * 1024))) is Why.BOMB


def test_a_bomb_that_lies_in_its_directory_is_refused_while_it_is_unpacked() -> None:
    data = bytearray(_with("bomb", bytes(50 * 1024 * 1024)))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 1000)

    assert _refused(bytes(data)) in (Why.BOMB, Why.BAD_ARCHIVE)


def test_entries_that_share_bytes_are_refused() -> None:
    data = bytearray(made.packed({"a": b"1" * 100, "b": b"2" * 100}))
    second = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)

    assert _refused(bytes(data)) is Why.BOMB


@pytest.mark.parametrize("name", ["word/inner.zip", "word/embeddings/book.xlsx", "media/image1.png"])
def test_an_archive_in_an_archive_is_refused(name: str) -> None:
    assert _refused(_with(name, made.packed({"a": b"x"}))) is Why.NESTED


def test_another_way_of_packing_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as packing:
        packing.writestr("x", "x")

    assert _refused(out.getvalue()) is Why.BAD_ARCHIVE


@pytest.mark.parametrize("cut", [1, 10, 30, 200])
def test_a_cut_or_broken_archive_is_refused(cut: int) -> None:
    data = made.word()
    with pytest.raises(RefusedError):
        list(archive.parts(data[:-cut]))
    broken = bytearray(data)
    broken[60:120] = bytes(60)
    with pytest.raises(RefusedError):
        list(archive.parts(bytes(broken)))
