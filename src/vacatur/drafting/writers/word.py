"""The editable twin of a paper in Word: each block a bookmark, each merged fact a content control named by its key."""

import datetime as dt
import math
from collections.abc import Iterator, Sequence

from vacatur.drafting.blocks import (
    Blank,
    Block,
    BulletList,
    Caption,
    Heading,
    HearingBlank,
    Inlines,
    JudgeBlock,
    PageBreak,
    Paper,
    Paragraph,
    ServiceBlank,
    SignatureBlock,
    Table,
)
from vacatur.drafting.writers.caption_room import counsel_lines, is_tight, party_is_tight
from vacatur.drafting.writers.labels import labels, locale
from vacatur.drafting.writers.letters import check_controls
from vacatur.drafting.writers.word_package import WordParts, pack
from vacatur.drafting.writers.word_page import PAGES, SLOT, footer, header
from vacatur.drafting.writers.word_styles import numberings, styles
from vacatur.drafting.writers.word_xml import Words, blank_line, cell, paragraph, row, run, table
from vacatur.drafting.writers.words import clean, printed

_CENTER = '<w:jc w:val="center"/>'
_KEEP = "<w:keepNext/>"
_SINGLE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>'
_CELL = '<w:spacing w:before="{before}" w:after="0" w:line="240" w:lineRule="exact"/>'
_LETTER = 110  # an average letter of the filing font at 12 pt, in twentieths of a point
_BORDER = '<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>'


class _Writer:
    """Writes the blocks of one paper as Word's XML."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.page = PAGES[paper.form]
        self.labels = labels(paper.language)
        self.words = Words()

    def body(self) -> str:
        """Every block between the two ends of its bookmark; a table is followed by a paragraph, as Word asks."""
        parts = []
        for number, block in enumerate(self.paper.blocks, 1):
            name = f"blk_{number:03}_{type(block).__name__.lower()}"
            start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
            parts.append(f'{start}{self._block(block)}<w:bookmarkEnd w:id="{number}"/>')
        last = self.paper.blocks[-1] if self.paper.blocks else None
        return "".join(parts) + (paragraph("", shape=_SINGLE) if isinstance(last, Table | None) else "")

    def _block(self, block: Block) -> str:
        match block:
            case Caption():
                return "".join(self._caption(block))
            case Heading():
                shape = _CENTER if block.level == 1 and self.page.numbered else ""
                return paragraph(self.words(block.inlines), style=f"Heading{min(block.level, 9)}", shape=shape)
            case Paragraph():
                return self._paragraph(block)
            case BulletList():
                return "".join(paragraph(self.words(entry), style="VacaturBullet") for entry in block.entries)
            case Table():
                return self._table(block)
            case _:
                return self._blank(block)

    def _paragraph(self, block: Paragraph) -> str:
        keep = _KEEP if block.keep else ""
        if block.numbered:
            return paragraph(self.words(block.inlines), style="VacaturNumbered", shape=keep)
        indent = '<w:ind w:firstLine="720"/>' if block.indent and self.page.numbered else ""
        return paragraph(self.words(block.inlines), shape=keep + indent)

    def _caption(self, block: Caption) -> Iterator[str]:
        yield from self._counsel(block)
        yield paragraph(self.words(block.court, bold=True), shape=_CENTER)
        yield paragraph(self.words(block.county, bold=True), shape=_CENTER)
        yield paragraph("")
        yield self._parties(block)
        yield paragraph("")

    def _counsel(self, block: Caption) -> Iterator[str]:
        """Counsel on the left half of lines 1 to 7; empty lines after them, so that the court stands on line 8."""
        tight = is_tight(block)
        spacing = _SINGLE if tight else ""
        for line in counsel_lines(block):
            yield paragraph(self.words(line), shape=f'{spacing}<w:ind w:right="{self.page.width - 3960}"/>')
        letters = 3960 // _LETTER
        taken = sum(max(1, math.ceil(_letters(line) / letters)) for line in counsel_lines(block))
        if self.page.numbered:
            yield paragraph("", shape=spacing) * max(0, (14 if tight else 7) - taken)

    def _parties(self, block: Caption) -> str:
        line = _SINGLE if party_is_tight(block) else ""
        spacing = f'{line}<w:ind w:left="240"/>'
        left = "".join(paragraph(self.words(one), shape=line) for one in block.party)
        right = "".join(paragraph(self.words(one), shape=spacing) for one in block.case_numbers)
        right += "".join(paragraph(self.words(one, bold=True), shape=spacing) for one in block.title)
        right += "".join(paragraph(self.words(one), shape=spacing) for one in block.hearing)
        if block.notice:
            right += paragraph(self.words(block.notice, bold=True), shape=spacing)
        half = self.page.width // 2
        drawn = _BORDER.format(side="bottom") + _BORDER.format(side="right")
        cells = (cell(left or paragraph(""), half, borders=drawn), cell(right or paragraph(""), half))
        return table([row(cells)], (half, half), grid=False)

    def _table(self, block: Table) -> str:
        total = sum(block.widths)
        widths = [round(self.page.width * share / total) for share in block.widths]
        cell_shape = _CELL.format(before=120 if self.page.numbered else 40)
        head = [paragraph(run(clean(name), bold=True), shape=cell_shape) for name in block.header]
        rows = [
            row(map(cell, head, widths), height=self._height([(name,) for name in block.header], widths), header=True)
        ]
        for entry in block.rows:
            cells = [paragraph(self.words(inlines), shape=cell_shape) for inlines in entry]
            texts = ["".join(map(printed, inlines)).split("\n") for inlines in entry]
            rows.append(row(map(cell, cells, widths), height=self._height(texts, widths)))
        return table(rows, widths, title=clean(block.title))

    def _height(self, texts: Sequence[Sequence[str]], widths: list[int]) -> int:
        """Whole slots on pleading paper, from an average letter: the lines below stay beside their numbers."""
        if not self.page.numbered:
            return 0
        tallest = max(
            sum(max(1, math.ceil(len(line) * _LETTER / (width - 216))) for line in lines)
            for lines, width in zip(texts, widths, strict=True)
        )
        return math.ceil((tallest * 240 + 240) / SLOT) * SLOT

    def _blank(self, block: Blank | PageBreak) -> str:
        match block:
            case SignatureBlock():
                place = blank_line(self.labels.place, 3900) if block.place else ""
                return blank_line(self.labels.dated, 3900) + place + self._signature(block.name, clean(block.role))
            case JudgeBlock():
                return blank_line(self.labels.dated, 3900) + self._signature((), clean(block.title))
            case HearingBlank():
                return "".join(blank_line(clean(label), 6200, start=2200) for label in block.labels)
            case ServiceBlank():
                return "".join(blank_line(clean(label), self.page.width) for label in block.labels)
            case PageBreak():
                return paragraph('<w:r><w:br w:type="page"/></w:r>')

    def _signature(self, name: Inlines, under: str) -> str:
        half = self.page.width // 2
        shape = f'<w:ind w:left="{half}"/>'
        lines = [self.words(name)] if name else []
        lines += [run(under)] if under else []
        kept = [paragraph(line, shape=_KEEP + shape) for line in lines[:-1]]
        last = [paragraph(line, shape=shape) for line in lines[-1:]]
        return paragraph("", shape=_KEEP) + blank_line("", self.page.width, left=half) + "".join(kept + last)


def _letters(line: Inlines) -> int:
    return sum(len(printed(inline)) for inline in line)


def to_docx(paper: Paper, *, day: dt.date) -> bytes:
    """Write a paper as a Word file dated `day`; the same paper and day give the same bytes.

    Raises InputError for a control or invisible character, which a Word file cannot hold safely.
    """
    check_controls(paper)
    writer = _Writer(paper)
    return pack(
        WordParts(
            body=writer.body(),
            section=writer.page.section,
            header=header(paper.form),
            footer=footer(paper.form, clean(paper.footer), writer.labels),
            styles=styles(paper.form, locale(paper.language)),
            numbering=numberings(),
            title=clean(paper.title),
            language=locale(paper.language),
            day=day,
        )
    )
