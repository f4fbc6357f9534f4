"""A zip's directory, and its parts: never more than was promised, never outside, never one in another."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from probono.vault.uploads.limits import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, RATIO_COUNTS_FROM
from probono.vault.uploads.refusal import RefusedError, Why

_END = b"PK\x05\x06"
_END_BYTES = 22
_LONGEST_COMMENT = 65_535
_CHUNK = 256 * 1024
_LOCKED = 0x1
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ")
_ARCHIVE_ENDINGS = (
    ".zip",
    ".docx",
    ".docm",
    ".xlsx",
    ".xlsm",
    ".pptx",
    ".jar",
    ".gz",
    ".7z",
    ".rar",
    ".bz2",
    ".xz",
    ".tar",
)
_LOCAL_HEAD = 30


def ends_as_zip(data: bytes) -> bool:
    """Whether the last bytes are the end of a zip's directory, which is where readers of zips begin."""
    place = data.rfind(_END, max(0, len(data) - _END_BYTES - _LONGEST_COMMENT))
    while place >= 0:
        if place + _END_BYTES <= len(data):
            (comment,) = struct.unpack("<H", data[place + 20 : place + 22])
            if place + _END_BYTES + comment == len(data):
                return True
        place = data.rfind(_END, max(0, len(data) - _END_BYTES - _LONGEST_COMMENT), place)
    return False


def names(data: bytes) -> list[str]:
    """The names in a zip whose directory keeps to the limits; nothing is unpacked. Else `RefusedError`."""
    return [entry.filename for entry in _entries(data)[1]]


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each part with its content, unpacked piece by piece so that a directory that lies is found out. `RefusedError`."""
    archive, entries = _entries(data)
    left = _allowed(len(data))
    for entry in entries:
        content = _read(archive, entry, left)
        left -= len(content)
        if content.startswith(_ARCHIVES):
            raise RefusedError(Why.NESTED)
        yield entry.filename, content


def _entries(data: bytes) -> tuple[zipfile.ZipFile, list[zipfile.ZipInfo]]:
    if _promised(data) > MOST_ENTRIES:
        raise RefusedError(Why.BOMB)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError, EOFError):
        raise RefusedError(Why.BAD_ARCHIVE) from None
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise RefusedError(Why.BOMB)
    for entry in entries:
        _check(entry)
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise RefusedError(Why.BAD_ARCHIVE)
    _check_apart(entries)
    if sum(entry.file_size for entry in entries) > _allowed(len(data)):
        raise RefusedError(Why.BOMB)
    return archive, [entry for entry in entries if not entry.is_dir()]


def _promised(data: bytes) -> int:
    """How many entries the directory's end announces: asked before the directory is read."""
    place = data.rfind(_END)
    if place < 0 or place + _END_BYTES > len(data):
        raise RefusedError(Why.BAD_ARCHIVE)
    return int(struct.unpack("<H", data[place + 10 : place + 12])[0])


def _check(entry: zipfile.ZipInfo) -> None:
    name, mode = entry.orig_filename, entry.external_attr >> 16
    outside = name.startswith(("/", "\\")) or ":" in name or "\\" in name or "\x00" in name or ".." in name.split("/")
    if outside or stat.S_ISLNK(mode) or entry.flag_bits & _LOCKED:
        raise RefusedError(Why.BAD_ARCHIVE)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RefusedError(Why.BAD_ARCHIVE)
    if name.lower().endswith(_ARCHIVE_ENDINGS):
        raise RefusedError(Why.NESTED)


def _check_apart(entries: list[zipfile.ZipInfo]) -> None:
    """Two entries that share bytes are the trick of the densest bombs."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise RefusedError(Why.BOMB)
        end = entry.header_offset + _LOCAL_HEAD + entry.compress_size


def _allowed(size: int) -> int:
    return min(MOST_UNPACKED, max(RATIO_COUNTS_FROM, size * MOST_RATIO))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    found = bytearray()
    try:
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                found += chunk
                if len(found) > left:
                    raise RefusedError(Why.BOMB)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error):
        raise RefusedError(Why.BAD_ARCHIVE) from None
    return bytes(found)
