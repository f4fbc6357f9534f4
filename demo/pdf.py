"""Pages of text -> a PDF with a text layer, as a terminal's print looks: Courier, 12 characters and 6.5 lines to the inch.

The file is written by hand, object by object, so that the same sheet always gives the same bytes.
"""

from collections.abc import Sequence

WIDTH, HEIGHT = 612, 792
SIZE, LEADING, LEFT, TOP = 10, 11, 54, 742


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _content(page: Sequence[str]) -> bytes:
    """One text object: a line at a time, blank lines only moved over."""
    shown = [f"({_escaped(line)}) Tj T*" if line else "T*" for line in page]
    return "\n".join(["BT", f"/F1 {SIZE} Tf {LEADING} TL {LEFT} {TOP} Td", *shown, "ET"]).encode("ascii")


def _page_objects(page: Sequence[str], number: int) -> list[bytes]:
    """The page whose object number is `number`, and its content after it."""
    content = _content(page)
    box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
    leaf = f"<< /Type /Page /Parent 2 0 R {box} /Resources << /Font << /F1 3 0 R >> >> /Contents {number + 1} 0 R >>"
    return [leaf.encode("ascii"), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]


def _objects(pages: Sequence[Sequence[str]], title: str) -> list[bytes]:
    first = 5
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(pages)))
    heads = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({_escaped(title)}) >>",
    ]
    leaves = [one for place, page in enumerate(pages) for one in _page_objects(page, first + 2 * place)]
    return [*(head.encode("ascii") for head in heads), *leaves]


def _with_table(objects: Sequence[bytes]) -> bytes:
    """Header, objects, the table of their places, trailer."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def text_pdf(pages: Sequence[Sequence[str]], *, title: str = "FICTIONAL") -> bytes:
    """A PDF that shows `pages` line by line. ASCII only: a sheet knows no other letters."""
    return _with_table(_objects(pages, title))
