"""Sections of a code in one form, and when one covers another: "PC 496" covers "PC 496(a)(2)", never "PC 496d"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vacatur.law.errors import LawError

_LISTED = re.compile(r"((?:US \d+|[A-Z]{2,3})) ([0-9][0-9A-Za-z.]*)((?:\([0-9A-Za-z]+\))*)")
_ASKED = re.compile(r"([0-9][0-9A-Za-z.]*)((?:\([0-9A-Za-z]+\))*)")
_ATTEMPT = "664"  # Penal Code section 664 marks an attempt ("664/211"); it is no charge of its own
_PART = re.compile(r"\(([0-9A-Za-z]+)\)")


@dataclass(frozen=True, slots=True)
class Section:
    """A code, a section's number and its subdivisions from the outside in: PC, 496, ("a", "2")."""

    code: str
    base: str
    parts: tuple[str, ...] = ()

    def covers(self, other: "Section") -> bool:
        """Whether `other` is this section or one of its subdivisions."""
        return self.same_base(other) and other.parts[: len(self.parts)] == self.parts

    def same_base(self, other: "Section") -> bool:
        """Whether both are the same section of the same code, whatever the subdivision."""
        return (self.code, self.base) == (other.code, other.base)

    @property
    def text(self) -> str:
        """As the data writes it: "PC 496(a)(2)"."""
        return f"{self.code} {self.base}" + "".join(f"({part})" for part in self.parts)


def listed_section(text: str, file: str) -> Section:
    """A section as a law file writes it: its code, a space, the section."""
    found = _LISTED.fullmatch(text)
    if not found:
        raise LawError(file, f"'{text}' is not a section: write its code, a space and the section, as in 'PC 496(a)'.")
    return Section(found[1], found[2].lower(), tuple(_PART.findall(found[3])))


@lru_cache(maxsize=4096)
def asked_sections(code: str, section: str) -> tuple[Section, ...]:
    """The sections of a charge. Joined ones ("459/460(b)") are several; a joined one without subdivision gives way to one that
    has it, since the narrower one says what the broader leaves open.
    """
    printed = printed_sections(code, section)
    return tuple(one for one in printed if one.parts) or printed


@lru_cache(maxsize=4096)
def printed_sections(code: str, section: str) -> tuple[Section, ...]:
    """Every section of a charge as printed, the broader ones too; the mark of an attempt is none."""
    found = [_ASKED.fullmatch(part.strip()) for part in section.split("/")]
    charged = [one for one in found if one and one[1] != _ATTEMPT]
    return tuple(Section(code, one[1].lower(), tuple(_PART.findall(one[2]))) for one in charged)


def is_attempt(section: str) -> bool:
    """Whether a joined section names the attempt statute ("664/211")."""
    return _ATTEMPT in section.split("/")
