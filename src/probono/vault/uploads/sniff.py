"""What a file is, told by its content alone; its name must agree."""

import re
from collections.abc import Container
from pathlib import PurePath

from probono.vault.uploads import archive, pictures
from probono.vault.uploads.kinds import ENDINGS, PICTURES, Kind
from probono.vault.uploads.limits import LARGEST_FILE
from probono.vault.uploads.refusal import RefusedError, Why

PDF_STARTS_WITHIN = 1024
ZIP = b"PK\x03\x04"
PDF = b"%PDF-"
_STARTS: tuple[tuple[bytes, Kind | Why], ...] = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF8", Why.PICTURE),
    (b"II*\x00", Why.PICTURE),
    (b"MM\x00*", Why.PICTURE),
    (b"BM", Why.PICTURE),
    (b"RIFF", Why.PICTURE),
    (b"\xd0\xcf\x11\xe0", Why.OLD_WORD),
    (b"{\\rtf", Why.OLD_WORD),
    (b"PK\x05\x06", Why.ARCHIVE),
    (b"\x1f\x8b", Why.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Why.ARCHIVE),
    (b"Rar!", Why.ARCHIVE),
    (b"BZh", Why.ARCHIVE),
    (b"\xfd7zXZ", Why.ARCHIVE),
    (b"MZ", Why.UNKNOWN),
    (b"\x7fELF", Why.UNKNOWN),
)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_EMAIL = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|X-[\w-]+|From|Subject|Date):[ \t]", re.I
)
_EMAIL_HEADS = 3
_MARKUP = re.compile(rb"<(?:\?xml|!doctype|!--|!entity|[a-z][\w:-]*[\s/>])", re.I)
_WORD_PARTS = {"[Content_Types].xml", "word/document.xml"}
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(data: bytes, name: str, *, accepted: Container[Kind] = frozenset(Kind)) -> Kind:
    """The kind of a file. Cheap: only heads, tails and directories are looked at, nothing is unpacked or drawn.

    `RefusedError` when it is none of the kinds that are taken, more than one at a time, larger than allowed, or
    named as something else.
    """
    kind = _kind(data)
    if kind not in accepted:
        raise RefusedError(Why.NOT_HERE)
    if PurePath(name).suffix.lower() not in ENDINGS[kind]:
        raise RefusedError(Why.WRONG_NAME)
    if kind in PICTURES:
        pictures.check_size(data, kind)
    return kind


def _kind(data: bytes) -> Kind:
    if not data.strip():
        raise RefusedError(Why.EMPTY)
    if len(data) > LARGEST_FILE:
        raise RefusedError(Why.TOO_LARGE)
    head = data[:PDF_STARTS_WITHIN]
    found = _first(head)
    if isinstance(found, Why):
        raise RefusedError(found)
    if found is not Kind.PDF and PDF in head:
        raise RefusedError(Why.TWO_KINDS)
    if found is not Kind.WORD and archive.ends_as_zip(data):
        raise RefusedError(Why.TWO_KINDS)
    if found is Kind.WORD:
        if not archive.ends_as_zip(data):
            raise RefusedError(Why.BAD_ARCHIVE)
        if not set(archive.names(data)) >= _WORD_PARTS:
            raise RefusedError(Why.ARCHIVE)
    return found


def _first(head: bytes) -> Kind | Why:
    """The kind that the first bytes tell, or why no file that begins so is taken."""
    if head.lstrip(b"\xef\xbb\xbf\r\n\t \x00").startswith(PDF):
        return Kind.PDF
    if head.startswith(ZIP):
        return Kind.WORD
    for start, kind in _STARTS:
        if head.startswith(start) and not (len(start) == 2 and _looks_like_words(head)):
            return kind
    if head[4:8] == b"ftyp":
        return Why.HEIC if head[8:12] in _HEIF_BRANDS else Why.UNKNOWN
    return _text(head)


def _looks_like_words(head: bytes) -> bool:
    """Two letters begin many a text, too: "BM" and "MZ" count only before bytes that no text has."""
    return not any(byte < 9 for byte in head[:64])


def _text(head: bytes) -> Kind | Why:
    begins = head.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if _MARKUP.match(begins):
        return Why.MARKUP
    lines = begins.splitlines()[:12]
    if lines and _EMAIL.match(lines[0]) and sum(1 for line in lines if _EMAIL.match(line)) >= _EMAIL_HEADS:
        return Why.EMAIL
    if head.startswith(_BOMS[1:]):
        return Kind.TEXT
    odd = sum(1 for byte in head if byte < 32 and byte not in b"\t\n\r\f\v\x1a\x1b") + head.count(b"\x7f")
    return Why.UNKNOWN if odd * 20 > len(head) else Kind.TEXT
