"""What the table of offenses says of a section: its class, where it stands on the violent felony list, what it flags."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.files import files_in
from vacatur.law.sections import Section, asked_sections, listed_section
from vacatur.law.table import Table, read_table
from vacatur.records.record import Level

FOLDER = "offenses"


class OffenseClass(StrEnum):
    """Infraction, misdemeanor, wobbler (felony or misdemeanor, as the court decides), felony."""

    INFRACTION = "I"
    MISDEMEANOR = "M"
    WOBBLER = "W"
    FELONY = "F"

    @property
    def levels(self) -> frozenset[Level]:
        """The levels a conviction of this class can have."""
        if self is OffenseClass.WOBBLER:
            return frozenset({Level.FELONY, Level.MISDEMEANOR})
        return frozenset({Level(self.value)})


class ViolentLetter(StrEnum):
    """V: violent on the section alone. D: depends on named facts. N: not on the list."""

    VIOLENT = "V"
    DEPENDS = "D"
    NOT_LISTED = "N"


class Ground(StrEnum):
    """What an offense may trigger under federal immigration law (8 U.S.C. §§ 1182, 1227, 1101(a)(43)) and its neighbors."""

    CIMT = "cimt"
    AGGRAVATED_FELONY = "aggravated_felony"
    PROSTITUTION = "prostitution"
    CONTROLLED_SUBSTANCE = "controlled_substance"
    FIREARMS = "firearms"
    DOMESTIC_VIOLENCE = "domestic_violence"
    CHILD_ABUSE = "child_abuse"
    PROTECTION_ORDER = "protection_order"
    TRAFFICKING = "trafficking"
    GOOD_MORAL_CHARACTER = "good_moral_character"
    DACA = "daca"
    REGISTRATION = "registration"
    SERIOUS_FELONY = "serious_felony"
    NONE_KNOWN = "none_known"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class OffenseFlag:
    """One thing to flag, never to decide: the ground, our words, the source as cited, and its mark. `when` narrows it."""

    ground: Ground
    text: str
    source: str
    confidence: Confidence
    when: str | None = None
    source_key: str = ""


@dataclass(frozen=True, slots=True)
class Offense:
    """One row of the table. `confidence` is the mark of the classes, `violent_confidence` that of the letter."""

    id: str
    code: str
    sections: tuple[str, ...]
    name: str
    classes: tuple[OffenseClass, ...]
    violent: ViolentLetter
    violent_facts: tuple[str, ...]
    flags: tuple[OffenseFlag, ...]
    confidence: Confidence
    violent_confidence: Confidence
    note: str | None = None
    listed: tuple[Section, ...] = ()

    @property
    def levels(self) -> frozenset[Level]:
        """Every level a conviction of it can have."""
        return frozenset(level for one in self.classes for level in one.levels)


class Offenses:
    """The whole table, found by section: the longest subdivision first."""

    def __init__(self, root: Path, citation: Callable[[str], str]) -> None:
        self.all = tuple(_offense(root, file, citation) for file in files_in(root, FOLDER))
        self._by_base: dict[tuple[str, str], list[tuple[Section, Offense]]] = {}
        for offense in self.all:
            for section in offense.listed:
                self._by_base.setdefault((section.code, section.base), []).append((section, offense))

    def find(self, code: str, section: str, level: Level | None = None) -> Offense | None:
        """The row whose section covers the charge most narrowly. Where rows tie, the one that can have `level` is taken."""
        covering = [
            (len(listed.parts), level in offense.levels, offense)
            for asked in asked_sections(code, section)
            for listed, offense in self._by_base.get((asked.code, asked.base), ())
            if listed.covers(asked)
        ]
        return max(covering, key=lambda one: one[:2])[2] if covering else None

    def under(self, code: str, section: str) -> tuple[Offense, ...]:
        """Rows that are subdivisions of a charge which names none ("PC 243" gives 243(a), 243(d) ...): one of them it must be."""
        return tuple(
            offense
            for asked in asked_sections(code, section)
            for listed, offense in self._by_base.get((asked.code, asked.base), ())
            if asked.covers(listed)
        )


def _offense(root: Path, file: str, citation: Callable[[str], str]) -> Offense:
    table = read_table(root, file)
    table.id_of_path(FOLDER)
    listed = tuple(listed_section(text, file) for text in table.texts("sections"))
    offense = Offense(
        id=table.text("id"),
        code=listed[0].code,
        sections=tuple(section.text.removeprefix(f"{section.code} ") for section in listed),
        name=table.text("name"),
        classes=tuple(table.choices("classes", OffenseClass)),
        violent=table.choice("violent", ViolentLetter),
        violent_facts=table.texts("violent_facts") if "violent_facts" in table else (),
        flags=tuple(_flag(one, citation) for one in table.tables("flag")),
        confidence=table.choice("confidence", Confidence),
        violent_confidence=table.choice("violent_confidence", Confidence),
        note=table.optional("note"),
        listed=listed,
    )
    if (offense.violent is ViolentLetter.DEPENDS) != bool(offense.violent_facts):
        table.fail("'violent_facts' must name facts exactly when 'violent' is D.")
    table.end()
    return offense


def _flag(table: Table, citation: Callable[[str], str]) -> OffenseFlag:
    key = table.text("cite")
    flag = OffenseFlag(
        ground=table.choice("ground", Ground),
        text=table.text("text"),
        source=citation(key),
        confidence=table.choice("confidence", Confidence),
        when=table.optional("when"),
        source_key=key,
    )
    table.end()
    return flag
