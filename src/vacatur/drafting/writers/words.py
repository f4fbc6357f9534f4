"""The words of a paper, read off its block tree: what both writers, the check and the search see alike."""

import re
import unicodedata
from collections.abc import Iterator

from vacatur.drafting.blocks import (
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


def clean(text: str) -> str:
    """Text as it is printed: composed letters (NFC), any line end as one, tabs as spaces."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\u2028", "\n").replace("\u2029", "\n").replace("\t", " ")


# A sign or a short word that must not stand alone at the end of a line, before what it announces.
_BOUND = re.compile(r"(§|\bNos?\.|\bsubds?\.|\bpp?\.|\bart\.) (?=\S)")


def held(text: str) -> str:
    """The same words with "§ 236.14", "No. 5" and "subd. (a)" held on one line by a space that does not break."""
    return _BOUND.sub("\\1\u00a0", text)


def printed(inline: Inline) -> str:
    """What one inline prints; a missing fact prints as a bracket."""
    if isinstance(inline, Missing):
        return f"[{clean(inline.label).removeprefix('[').removesuffix(']')}]"
    return clean(inline.text)


def inlines_of(block: Block) -> Iterator[Inlines]:
    """Every run of inlines in a block, in reading order."""
    match block:
        case Caption():
            yield from (*block.counsel, block.attorney_for, block.court, block.county, *block.party)
            yield from (*block.case_numbers, *block.title, *block.hearing, block.notice)
        case Heading() | Paragraph():
            yield block.inlines
        case BulletList():
            yield from block.entries
        case Table():
            yield from ((Text(name),) for name in block.header)
            for row in block.rows:
                yield from row
        case SignatureBlock():
            yield from (block.name, (Text(block.role),))
        case JudgeBlock():
            yield (Text(block.title),)
        case HearingBlank() | ServiceBlank():
            yield from ((Text(label),) for label in block.labels)
        case PageBreak():
            return


def all_inlines(paper: Paper) -> Iterator[Inline]:
    """Every inline of a paper, in reading order."""
    for block in paper.blocks:
        for run in inlines_of(block):
            yield from run


def facts_of(paper: Paper) -> tuple[Fact, ...]:
    """The merged facts of a paper, in reading order, as often as they are printed."""
    return tuple(inline for inline in all_inlines(paper) if isinstance(inline, Fact))


def missing_of(paper: Paper) -> tuple[Missing, ...]:
    """The facts nobody has given yet, in reading order."""
    return tuple(inline for inline in all_inlines(paper) if isinstance(inline, Missing))
