"""What is missing: the bracket in the paper, and the question in missing.json and in a refusal."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vacatur.drafting.agency_keys import agency_of_key
from vacatur.drafting.blocks import Missing, Paper
from vacatur.drafting.matter import Matter, Period, Row
from vacatur.drafting.wording import table
from vacatur.drafting.writers.words import missing_of
from vacatur.kit.errors import InputError

_KEY = re.compile(r"(?P<table>[a-z_]+)\.(?P<which>.+)\.(?P<name>[a-z_]+)")


@dataclass(frozen=True, slots=True)
class Question:
    """One missing thing: its key, where it belongs in FACTS.toml, the words of its bracket, the question, its kind (fact,
    approval, release, name, counsel), the item of the count table it is about, and the ids of the papers that wait for it.
    """

    key: str
    where: str
    label: str
    ask: str
    kind: str
    row: int | None
    papers: tuple[str, ...]

    @property
    def public_key(self) -> str:
        """The key without the number on the sheet, for a refusal: errors never hold a client's facts."""
        found = _KEY.fullmatch(self.key)
        if found and found["table"] == "agency":
            return "agency name"
        if not found or found["table"] != "nexus":
            return self.key
        which = f" (item {self.row})" if self.row is not None else ""
        return f"{found['table']}{which} {found['name']}"

    @property
    def line(self) -> str:
        """Its public key and its question, as a refusal lists them."""
        return f"{self.public_key}: {self.ask}"


def missing(key: str) -> Missing:
    """A missing value of [petitioner] or [counsel]."""
    return Missing(key, _entry(key)["label"])


def missing_in(place: Row | Period, name: str, pattern: str | None = None) -> Missing:
    """A missing value of a row or a period. `pattern` names another entry of questions.toml than the key's own."""
    words = _entry(pattern or f"{_table_of(place)}.{name}")
    return Missing(place.key(name), words["label"].format(row=place.number, period=place.number))


def questions(papers: Iterable[Paper], matter: Matter) -> tuple[Question, ...]:
    """Every missing thing of the papers, each once, and the plan's own gaps that no paper shows."""
    waiting: dict[str, tuple[Missing, list[str]]] = {}
    for paper in papers:
        for one in missing_of(paper):
            waiting.setdefault(one.key, (one, []))[1].append(paper.id)
    asked = [_question(one, matter, tuple(dict.fromkeys(ids))) for one, ids in waiting.values()]
    return (*asked, *_gaps(matter, set(waiting)))


def refuse(lines: Iterable[str]) -> None:
    """InputError that lists every key and question, when there is any: a paper that is filed has no bracket."""
    told = tuple(lines)
    if told:
        count = "one thing is" if len(told) == 1 else f"{len(told)} things are"
        raise InputError(f"The packet cannot be filed yet: {count} missing.", told)


def _question(one: Missing, matter: Matter, papers: tuple[str, ...]) -> Question:
    row, period = _row_of(one.key, matter), _period_of(one.key)
    known = table("questions")["question"].get(_pattern_in(one.key, matter))
    words = known or _entry("nexus.violent_felony")
    asked = next((gap.question for gap in matter.plan.gaps if gap.key == one.key), None) if known is None else None
    ask = (
        _without_numbers(asked, matter)
        if asked
        else words["ask"].format(row=row, period=period, place=_place(one.key, matter), county=_county(matter))
    )
    return Question(one.key, _where(one.key, matter), one.label, ask, words["kind"], row, papers)


def _where(key: str, matter: Matter) -> str:
    """Where the value belongs in FACTS.toml: "[[nexus]] number = ..., count = 1: account"."""
    places: tuple[Row | Period, ...] = (*matter.rows, *matter.periods)
    for place in places:
        if key.startswith(place.key("")):
            return place.facts_key(key.removeprefix(place.key("")).partition(".")[0])
    if agency := agency_of_key(matter.record, key):
        return f'[[agency]] printed = "{agency[0]}": name'
    table_name, _, name = key.partition(".")
    return f"[{table_name}] {name}" if name else f"[[{table_name}]]"


def _place(key: str, matter: Matter) -> str:
    """Where the sheet has the short form of an agency, for a person who looks it up."""
    agency = agency_of_key(matter.record, key)
    if agency is None or agency[1] is None:
        return "before its first entry"
    return f"in the entry at page {agency[1].page}, line {agency[1].line}"


def _gaps(matter: Matter, known: set[str]) -> Iterator[Question]:
    """The plan's gaps that no bracket of a paper stands for, their words without a number of the sheet."""
    rows = {row.number: row for row in matter.rows}
    shown = {(_row_of(key, matter), key.rpartition(".")[2]) for key in known}
    for gap in matter.plan.gaps:
        here = gap.petition in (None, matter.petition.id) and (gap.row is None or gap.row in rows)
        if here and gap.key not in known and (gap.row, gap.key.rpartition(".")[2]) not in shown:
            words = _without_numbers(gap.question, matter)
            kind = "counsel" if gap.key.endswith(".counsel_cleared") else "fact"
            yield Question(gap.key, _where(gap.key, matter), words, words, kind, gap.row, gap.blocks)


def _without_numbers(text: str, matter: Matter) -> str:
    for row in matter.rows:
        for number in {row.item.case, row.item.number, *row.item.numbers}:
            text = text.replace(number, f"item {row.number}") if number else text
    return text


def _pattern_in(key: str, matter: Matter) -> str:
    """The entry for a key of this matter: another one for the prosecutor in a county of which the law data has no office."""
    pattern = _pattern(key)
    nobody = pattern == "nexus.prosecutor" and _county(matter) and not matter.pack.prosecutors(matter.petition.county)
    return f"{pattern}.no_data" if nobody else pattern


def _county(matter: Matter) -> str | None:
    return matter.pack.courts.county_name(matter.petition.county)


def _pattern(key: str) -> str:
    """The entry of questions.toml for a key: its table and its last part, or release and name for a held sentence."""
    last = key.rpartition(".")[2]
    if "." not in key:
        return key
    if last in ("release", "name") and "sentence" in key:
        return last
    return f"{key.partition('.')[0]}.{last}"


def _row_of(key: str, matter: Matter) -> int | None:
    return next((row.number for row in matter.rows if key.startswith(row.key(""))), None)


def _period_of(key: str) -> str | None:
    found = re.match(r"victimization\.(\d+)\.", key)
    return found[1] if found else None


def _entry(pattern: str) -> dict[str, str]:
    entry: dict[str, str] = table("questions")["question"][pattern]
    return entry


def _table_of(place: Row | Period) -> str:
    return "nexus" if isinstance(place, Row) else "victimization"
