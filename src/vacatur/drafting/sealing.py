"""The two versions of a paper that a motion to seal asks to close (Cal. Rules of Court, rules 2.550, 2.551): the whole one is
lodged conditionally under seal, and the public one leaves out the petitioner's own words and the names of the exhibits.
"""

from dataclasses import replace

from vacatur.drafting.authorities import cite
from vacatur.drafting.blocks import (
    Block,
    BulletList,
    Caption,
    Fact,
    Inline,
    Inlines,
    Missing,
    Paper,
    Paragraph,
    Table,
    Text,
)
from vacatur.drafting.matter import VIOLENCE, Matter
from vacatur.drafting.wording import table


def versions(matter: Matter, paper: Paper) -> tuple[Paper, ...]:
    """The paper alone, or its whole and its public version where section 236.15 is pleaded and sealing.toml names it."""
    if VIOLENCE not in matter.reliefs or paper.id not in table("sealing")["papers"]:
        return (paper,)
    return lodged(paper), redacted(paper)


def lodged(paper: Paper) -> Paper:
    """The whole paper, for the court and the agencies that are served."""
    words = table("sealing")["lodged"]
    return replace(
        paper,
        title=words["title"].format(title=paper.title),
        blocks=tuple(_marked(block, words["notice"]) for block in paper.blocks),
        public=False,
        lodged=True,
    )


def redacted(paper: Paper) -> Paper:
    """The public version of the paper."""
    words = table("sealing")["public"]
    return replace(
        paper,
        id=f"{paper.id}-public",
        title=words["title"].format(title=paper.title),
        footer=words["footer"].format(footer=paper.footer),
        blocks=tuple(_marked(_without(block), words["notice"]) for block in paper.blocks),
    )


def _marked(block: Block, notice: str) -> Block:
    words = (Text(f"{notice} ("), cite("crc_2_551"), Text(")"))
    return replace(block, notice=words) if isinstance(block, Caption) else block


def _without(block: Block) -> Block:
    match block:
        case Paragraph():
            return replace(block, inlines=_left_out(block.inlines))
        case BulletList():
            return replace(block, entries=tuple(map(_left_out, block.entries)))
        case Table():
            return replace(block, rows=tuple(tuple(map(_left_out, row)) for row in block.rows))
        case _:
            return block


def _left_out(inlines: Inlines) -> Inlines:
    """The words from the first to the last that is redacted as one mark."""
    places = [place for place, inline in enumerate(inlines) if _closed(inline)]
    if not places:
        return inlines
    return (*inlines[: places[0]], Text(table("sealing")["redacted"]), *inlines[places[-1] + 1 :])


def _closed(inline: Inline) -> bool:
    parts = inline.key.split(".") if isinstance(inline, Fact | Missing) else []
    return any(name in parts for name in table("sealing")["facts"])
