"""What all pleadings share: the caption, the words of their file, and counsel's signature."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vacatur.drafting.assemble import Scope, assemble, chosen
from vacatur.drafting.blocks import Block, Form, JudgeBlock, Paper, Paragraph, SignatureBlock
from vacatur.drafting.captions import caption, counsel_name
from vacatur.drafting.matter import Matter
from vacatur.drafting.wording import wording


def counsel_signature(matter: Matter) -> SignatureBlock:
    """Counsel's signature line."""
    return SignatureBlock((counsel_name(matter.facts.counsel),), "Attorney for Petitioner")


def pleading(
    matter: Matter,
    name: str,
    scope: Scope,
    loops: Mapping[str, Sequence[Scope]] | None = None,
    *,
    id_: str | None = None,
) -> Paper:
    """The pleading whose words stand in the file `name`."""
    words = wording(name)
    slots: Mapping[str, tuple[Block, ...]] = {"counsel_signature": (counsel_signature(matter),), **scope.slots}
    full = replace(scope, slots=slots)
    title = chosen(words.title, full)
    return Paper(
        id=id_ or name.replace("_", "-"),
        title=words.name,
        footer=words.footer,
        form=Form.PLEADING,
        blocks=(caption(matter, title), *with_words_at_signatures(assemble(words.parts, full, loops))),
    )


def with_words_at_signatures(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the last two paragraphs before each signature held on its page: none stands without words of the paper."""
    made = list(blocks)
    for place, (first, second, third) in enumerate(zip(made, made[1:], made[2:], strict=False)):
        if isinstance(third, SignatureBlock | JudgeBlock) and isinstance(second, Paragraph):
            made[place + 1] = replace(second, keep=True)
            if isinstance(first, Paragraph):
                made[place] = replace(first, keep=True)
    return tuple(made)
