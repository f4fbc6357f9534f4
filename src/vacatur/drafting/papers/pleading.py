"""What all pleadings share: the caption, the words of their file, and counsel's signature."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vacatur.drafting.assemble import Scope, assemble, chosen
from vacatur.drafting.blocks import Block, Form, Paper, SignatureBlock
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
        blocks=(caption(matter, title), *assemble(words.parts, full, loops)),
    )
