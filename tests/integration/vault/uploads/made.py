"""Files to try the uploads with, made when they are needed. FICTIONAL: nobody named here exists."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import docx
from PIL import Image

MARKER = b"QUILLFEATHER-MARKER-93"
CONTENT_TYPES = "[Content_Types].xml"


def png(width: int = 40, height: int = 30, *, text: bytes = b"") -> bytes:
    """A small picture, with a text chunk when `text` is given."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), (200, 90, 30)).save(out, format="PNG")
    data = out.getvalue()
    return data[:33] + _chunk(b"tEXt", b"Comment\x00" + text) + data[33:] if text else data


def huge_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """A few bytes that claim to be an enormous picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(bytes(1000)))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def jpeg(*, turned: bool = False, place: bytes = b"") -> bytes:
    """A photograph, with where it was taken when `place` is given."""
    picture = Image.new("RGB", (60, 20), (20, 120, 90))
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6
    if place:
        exif[0x010E] = place.decode()
    out = io.BytesIO()
    picture.save(out, format="JPEG", exif=exif)
    return out.getvalue()


def word(text: str = "A letter about a kitchen garden.") -> bytes:
    """A plain Word document."""
    document = docx.Document()
    document.add_paragraph(text)
    document.core_properties.author = MARKER.decode()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_with(parts: Mapping[str, bytes | str], *, instead: Mapping[str, tuple[str, str]] | None = None) -> bytes:
    """A Word document with parts added (or replaced), and words in parts exchanged."""
    found = unpacked(word())
    for name, (old, new) in (instead or {}).items():
        found[name] = found[name].replace(old.encode(), new.encode())
    found |= {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}
    return packed(found)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def pdf_of(
    pages: int, *, box: str = "0 0 200 200", content: bytes = b"", filters: str = "", catalog: str = ""
) -> bytes:
    """A PDF of many equal pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 4 + pages))
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 3 0 R >>".encode()
    stream = f"<< /Length {len(content)} {filters} >>".encode() + b"\nstream\n" + content + b"\nendstream"
    root = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    tree = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (pages, kids)
    return pdf([root, tree, stream, *[page] * pages])
