"""A paper's block tree as plain data for the Typst template. Client text travels as strings, never as markup."""

import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from itertools import count

from vacatur.drafting.blocks import (
    Blank,
    Block,
    BulletList,
    Caption,
    Fact,
    Heading,
    HearingBlank,
    Inline,
    Inlines,
    JudgeBlock,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    ServiceBlank,
    SignatureBlock,
    Table,
    Text,
)
from vacatur.drafting.writers.caption_room import counsel_lines, is_tight
from vacatur.drafting.writers.labels import labels, locale
from vacatur.drafting.writers.long_words import CELL_EDGES, HALF, LINE, cut_words
from vacatur.drafting.writers.words import clean, held, printed

Data = dict[str, object]
_KEEP_LETTERS = 700
_WRAPS = 10_000


def _letters(inlines: Inlines) -> int:
    """Letters of a cell, for deciding whether it could wrap; a cell with a line end in it counts as too long."""
    text = "".join(printed(inline) for inline in inlines)
    return _WRAPS if "\n" in text else len(text)


def _plain(inline: Inline, part: str) -> Data:
    bold, italic = (inline.bold, inline.italic) if isinstance(inline, Text) else (False, False)
    return {"kind": "missing" if isinstance(inline, Missing) else "text", "text": part, "bold": bold, "italic": italic}


class Shaper:
    """Shapes the blocks of one paper, counting its numbered paragraphs and its facts from the top."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._marks = count()
        self._paragraphs = count(1)
        self._depth = 0

    def shape(self) -> Data:
        """The whole paper."""
        language, _, region = locale(self.paper.language).partition("-")
        pairs = zip(self.paper.blocks, (*self.paper.blocks[1:], None), strict=True)
        return {
            "title": clean(self.paper.title),
            "footer": clean(self.paper.footer),
            "form": str(self.paper.form),
            "language": language,
            "region": region,
            "page": labels(self.paper.language).page,
            "blocks": [self._block(block, following) for block, following in pairs],
        }

    def _words(self, inlines: Inlines, room: float = LINE) -> list[Data]:
        return [piece for inline in inlines for piece in self._pieces(inline, room)]

    def _pieces(self, inline: Inline, room: float) -> Iterator[Data]:
        for number, line in enumerate(held(printed(inline)).split("\n")):
            if number:
                yield {"kind": "break"}
            for turn, part in enumerate(cut_words(line, room)):
                if turn:
                    yield {"kind": "cut"}
                if isinstance(inline, Fact) and number == turn == 0:
                    yield self._fact(part)
                elif part:
                    yield _plain(inline, part)

    def _fact(self, line: str) -> Data:
        """The mark follows the first letter, so that a line break before the word carries the mark along."""
        cut = next((n for n, char in enumerate(line[1:], 1) if not unicodedata.combining(char)), len(line))
        return {"kind": "fact", "first": line[:cut], "rest": line[cut:], "mark": next(self._marks)}

    def _lines(self, lines: tuple[Inlines, ...], room: float = LINE) -> list[list[Data]]:
        return [self._words(line, room) for line in lines]

    def _block(self, block: Block, following: Block | None) -> Data:
        match block:
            case Caption():
                return self._caption(block)
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block, following)
            case BulletList():
                return {"kind": "list", "entries": self._lines(block.entries)}
            case Table():
                return self._table(block)
            case _:
                return self._blank(block)

    def _caption(self, block: Caption) -> Data:
        return {
            "kind": "caption",
            "tight": is_tight(block),
            "counsel": self._lines(counsel_lines(block), HALF),
            "court": self._words(block.court),
            "county": self._words(block.county),
            "party": self._lines(block.party, HALF),
            "case_numbers": self._lines(block.case_numbers, HALF),
            "title": self._lines(block.title, HALF),
            "hearing": self._lines(block.hearing, HALF),
            "notice": self._words(block.notice, HALF),
        }

    def _heading(self, block: Heading) -> Data:
        """`depth` is the level a screen reader hears: it never skips one, as PDF/UA asks."""
        self._depth = min(block.level, self._depth + 1)
        return {"kind": "heading", "level": block.level, "depth": self._depth, "words": self._words(block.inlines)}

    def _paragraph(self, block: Paragraph, following: Block | None) -> Data:
        length = sum(len(printed(inline)) for inline in block.inlines)
        return {
            "kind": "paragraph",
            "number": f"{next(self._paragraphs)}." if block.numbered else None,
            "indent": block.indent,
            "keep": (block.keep or isinstance(following, SignatureBlock | JudgeBlock)) and length <= _KEEP_LETTERS,
            "words": self._words(block.inlines),
        }

    def _table(self, block: Table) -> Data:
        rooms = [468 * share / sum(block.widths) - CELL_EDGES for share in block.widths]
        rows = [[self._words(entry, room) for entry, room in zip(row, rooms, strict=True)] for row in block.rows]
        letters = [[_letters(entry) for entry in row] for row in block.rows]
        return {
            "kind": "table",
            "title": clean(block.title),
            "header": [clean(name) for name in block.header],
            "widths": list(block.widths),
            "rows": rows,
            "letters": [[len(name) for name in block.header], *letters],
        }

    def _blank(self, block: Blank | PageBreak) -> Data:
        shown = asdict(labels(self.paper.language))
        match block:
            case SignatureBlock():
                name = self._words(block.name)
                return {
                    "kind": "signature",
                    "labels": shown,
                    "place": block.place,
                    "name": name,
                    "role": clean(block.role),
                }
            case JudgeBlock():
                return {"kind": "judge", "labels": shown, "title": clean(block.title)}
            case HearingBlank():
                return {"kind": "hearing", "labels": [clean(label) for label in block.labels]}
            case ServiceBlank():
                return {"kind": "service", "labels": [clean(label) for label in block.labels]}
            case PageBreak():
                return {"kind": "break-page"}
