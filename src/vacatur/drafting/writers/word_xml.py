"""Small pieces of Word's XML, each from plain values. All text is escaped here and nowhere else."""

import hashlib
from collections.abc import Iterable
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from vacatur.drafting.blocks import Fact, Inline, Inlines, Missing, Text
from vacatur.drafting.writers.words import held, printed

_ALIAS_LETTERS = 64  # Word refuses a longer name of a content control


def alias(key: str) -> str:
    """The name of a fact's content control: its key, shortened with a hash where Word would refuse its length."""
    if len(key) <= _ALIAS_LETTERS:
        return key
    return f"{key[:53]}~{hashlib.sha256(key.encode()).hexdigest()[:10]}"


def run(text: str, *, bold: bool = False, italic: bool = False, mark: bool = False) -> str:
    """A run of text; a line end in it becomes Word's line break."""
    style = (
        ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + ('<w:highlight w:val="yellow"/>' if mark else "")
    )
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{style}</w:rPr>' if style else ''}{'<w:br/>'.join(lines)}</w:r>"


def tab(position: int, *, leader: str = "") -> str:
    """A left tab stop, in twentieths of a point; leader "underscore" draws the line of a blank."""
    drawn = f' w:leader="{leader}"' if leader else ""
    return f'<w:tabs><w:tab w:val="left"{drawn} w:pos="{position}"/></w:tabs>'


def blank_line(label: str, end: int, *, left: int = 0, start: int = 0) -> str:
    """A permitted blank: a label and a drawn line up to `end`; with `start` the line begins there."""
    first = f'<w:tab w:val="left" w:pos="{start}"/>' if start else ""
    stops = f'<w:tabs>{first}<w:tab w:val="left" w:leader="underscore" w:pos="{end}"/></w:tabs>'
    words = run(label if start else f"{label} ") if label else ""
    gap = "<w:r><w:tab/></w:r>" if start else ""
    return paragraph(f"{words}{gap}<w:r><w:tab/></w:r>", shape=f'<w:keepNext/>{stops}<w:ind w:left="{left}"/>')


def paragraph(content: str, *, shape: str = "", style: str = "") -> str:
    """A paragraph; `shape` is the inside of its properties, in the order Word asks for."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{shape}</w:pPr>{content}</w:p>"


def cell(content: str, width: int, *, borders: str = "") -> str:
    """A table cell, `width` in twentieths of a point."""
    drawn = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{drawn}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], *, height: int = 0, header: bool = False) -> str:
    """A table row, at least `height` high; a header row repeats on each page."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Iterable[int], *, title: str = "", grid: bool = True) -> str:
    """A table of fixed column widths; `title` is what a screen reader says of it."""
    widths = tuple(widths)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    style = '<w:tblStyle w:val="TableGrid"/>' if grid else ""
    edges = "" if grid else '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    named = f"<w:tblCaption w:val={quoteattr(title)}/>" if title else ""
    head = f'{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{edges}{named}'
    return f"<w:tbl><w:tblPr>{head}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


class Words:
    """Inlines as runs and content controls, numbering the controls of one paper."""

    def __init__(self) -> None:
        self._controls = count(1)

    def __call__(self, inlines: Inlines, *, bold: bool = False) -> str:
        """The XML of a run of inlines."""
        return "".join(self._one(inline, bold) for inline in inlines)

    def _one(self, inline: Inline, bold: bool) -> str:
        match inline:
            case Fact():
                return self._control(inline, bold)
            case Missing():
                return run(held(printed(inline)), bold=True, mark=True)
            case Text():
                return run(held(printed(inline)), bold=bold or inline.bold, italic=inline.italic)
            case _:
                return run(held(printed(inline)), bold=bold)

    def _control(self, fact: Fact, bold: bool) -> str:
        """A content control named by the fact's key: an edit inside it can be told from an edit beside it.

        Its words are exactly the fact's, so that they can be compared with it.
        """
        name = quoteattr(alias(fact.key))
        head = f'<w:alias w:val={name}/><w:tag w:val={name}/><w:id w:val="{next(self._controls)}"/>'
        inside = run(printed(fact), bold=bold)
        return f'<w:sdt><w:sdtPr>{head}<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
