"""The typed block tree of a paper: one tree, two writers. No block can hold an untyped blank.

A merged fact is always a `Fact` inline, with the key it came from and its source; a fact nobody has given yet is a
`Missing` inline, printed as a visible bracket in a draft and refused in filing mode. The only blanks are the block types
`SignatureBlock`, `JudgeBlock`, `HearingBlank` and `ServiceBlank` (promise 1).
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed words of the paper."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A merged value: its key ("nexus.5VY02034.1.account"), its words, and where it came from."""

    key: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A value nobody has given: its key and the words inside the bracket, e.g. "[offense date for case 5VY02034, count 1]"."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation to law, exactly as printed; `key` is its source in the law data."""

    key: str
    text: str


Inline = Text | Fact | Missing | Cite
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """First page of a pleading (CRC 2.111): counsel from line 1, court title on line 8, party and case block from line 11."""

    counsel: tuple[Inlines, ...]
    attorney_for: Inlines
    court: Inlines
    county: Inlines
    party: tuple[Inlines, ...]
    case_numbers: tuple[Inlines, ...]
    title: tuple[Inlines, ...]
    hearing: tuple[Inlines, ...] = ()
    notice: Inlines = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is centred and bold, level 2 left and bold."""

    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `numbered` paragraphs count through the paper from 1; `indent` is a first-line indent; `keep` holds it
    on one page with the block that follows, so that no signature stands on a page without words.
    """

    inlines: Inlines
    numbered: bool = False
    indent: bool = True
    keep: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """Short entries, each its own line."""

    entries: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `widths` are shares of the line. `title` is read to a screen reader."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """A permitted blank: date line and signature line, the printed name under it, and in which role."""

    name: Inlines
    role: str
    place: bool = False


@dataclass(frozen=True, slots=True)
class JudgeBlock:
    """A permitted blank: date line and the judge's signature line of a proposed order."""

    title: str


@dataclass(frozen=True, slots=True)
class HearingBlank:
    """A permitted blank of a notice: date, time and department, which the clerk gives."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServiceBlank:
    """A permitted blank of a proof of service (CCP 1013a): what the person who serves writes on the day of service.

    Each label is followed by a line to write on; an empty label is a further line for the one before it.
    """

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""


Blank = SignatureBlock | JudgeBlock | HearingBlank | ServiceBlank
Block = Caption | Heading | Paragraph | BulletList | Table | Blank | PageBreak


class Form(StrEnum):
    """How a paper looks: 28-line pleading paper, or a plain page (filing sheet, confidential identification sheet)."""

    PLEADING = "pleading"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. `id` names its files ("petition"); `footer` is the title CRC 2.110 asks for; `public` papers never hold
    the full name; `filed` papers go to the court, the others (filing sheet) stay with the team. A `lodged` paper goes to the
    court conditionally under seal (rule 2.551) and names the petitioner by initials all the same.
    """

    id: str
    title: str
    footer: str
    form: Form
    blocks: tuple[Block, ...]
    public: bool = True
    lodged: bool = False
    filed: bool = True
    served: bool = True
    language: str = "en"
