"""Whatever is asked can be answered: every key that a finding, a gap or a bracket names is a key of FACTS.toml, and its answer
settles the question. FICTIONAL.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vacatur.drafting.wording import table
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.law.cases import WorkedCase, load_cases
from vacatur.law.violent import ATTEMPT, FACTS, SUBDIVISION
from vacatur.reading.facts import facts_from_text
from vacatur.records.facts import Facts, Nexus, Victimization, VictimizationKind
from vacatur.screening.engine import screen

AS_OF = dt.date(2026, 11, 24)
SCREENING = Path("src/vacatur/screening")
CASES = load_cases(pack().root)
_WANTED = re.compile(r'f?"([^"]+)",\s*"ask\.[a-z_]+"')
_QUOTED_ELSEWHERE = {"approved", "release", "name", "violent_felony", "violent_question"}
"""Parts of questions.toml that word a bracket; the key of the bracket itself is another, tested below."""


def known(table_name: str, key: str) -> bool:
    """Whether reading.facts takes the key: a value of a wrong type is refused for its type, not for its name."""
    head = "[[{}]]" if table_name in ("victimization", "nexus", "agency", "service") else "[{}]"
    try:
        facts_from_text(f"{head.format(table_name)}\n{key} = {{}}\n", as_of=AS_OF)
    except InputError as error:
        return f"{key} is not a known key" not in error.sentence
    return True


def place_of(key: str) -> tuple[str, str]:
    """The table and key of FACTS.toml that a key of a finding, gap or bracket names."""
    table_name = re.split(r"[.\[]", key, maxsplit=1)[0]
    return table_name, key.rpartition(".")[2]


def wanted_in_code() -> Iterator[tuple[str, str]]:
    """Every (fact, question) pair that screening writes out."""
    for path in sorted(SCREENING.rglob("*.py")):
        for name in _WANTED.findall(path.read_text(encoding="utf-8")):
            where = re.sub(r"\{[^}]*\}", "1", name)
            yield place_of(where) if "." in where else ("nexus", where)


def test_the_code_was_searched_for_the_facts_it_asks_for() -> None:
    assert {("nexus", "offense_date"), ("status", "charged"), ("victimization", "from")} <= set(wanted_in_code())


@pytest.mark.parametrize("place", sorted(set(wanted_in_code())), ids=".".join)
def test_a_fact_that_screening_asks_for_is_a_key(place: tuple[str, str]) -> None:
    table_name, key = place

    assert place == ("nexus", "victimization") or known(table_name, key)


@pytest.mark.parametrize("fact", sorted(FACTS - {SUBDIVISION, ATTEMPT}))
def test_a_fact_on_which_the_violent_list_turns_is_a_key(fact: str) -> None:
    assert known("nexus", fact)


@pytest.mark.parametrize("pattern", sorted(key for key in table("questions")["question"] if "." in key))
def test_a_bracket_of_a_paper_is_a_key(pattern: str) -> None:
    table_name, key, *_ = pattern.split(".")

    assert key in _QUOTED_ELSEWHERE or known(table_name, key)


_PERIOD: dict[str, Any] = {"at_least_until": dt.date(2026, 1, 1), "sought_services": dt.date(2016, 3, 1)}
_ANSWERS: dict[str, Any] = {
    "offense_date": dt.date(2012, 1, 1),
    "direct_result": True,
    "enhancements": (),
    "occupied_residence_proved": False,
    "drugged_victim_proved": False,
    "gang_felony": False,
    "life_term": False,
    "conviction_level": "M",
    "limitations_run": True,
    "can_be_refiled": False,
    "probation_outcome": "fulfilled",
    "probation_ended": dt.date(2020, 1, 1),
    "result": "convicted",
    "combined_with": "0ZZ00000",
    "counsel_cleared": True,
    "county": "los_angeles",
    "prosecutor": "los_angeles_city_attorney",
    "account": "It was so.",
}


def answered(case: WorkedCase, keys: set[str], sections: dict[str, str]) -> Facts:
    """The facts of a worked case with an answer for every key. `sections` are those of its items, by number and count."""
    facts = case.facts
    for key in sorted(keys):
        table_name, name = place_of(key)
        if key == "victimization":
            facts = replace(facts, victimizations=(Victimization(VictimizationKind.TRAFFICKING, dt.date(2012, 1, 1)),))
        elif table_name == "status":
            facts = replace(facts, status=replace(facts.status, **{name: False}))
        elif table_name == "victimization":
            facts = _with_period(facts, key, name)
        else:
            facts = _with_item(facts, key, name, sections)
    return facts


def _with_period(facts: Facts, key: str, name: str) -> Facts:
    value = {"start" if name == "from" else name: _PERIOD.get(name, dt.date(2000, 1, 1))}
    place = int(_within(key)) - 1
    periods = list(facts.victimizations)
    periods[place] = replace(periods[place], **value)
    return replace(facts, victimizations=tuple(periods))


def _with_item(facts: Facts, key: str, name: str, sections: dict[str, str]) -> Facts:
    number, _, count = _within(key).rpartition("/")
    said = [one for one in facts.nexus if one.number == number and one.count in (None, int(count))]
    mine = said[0] if said else Nexus(number=number, count=int(count))
    value = f"{sections[_within(key)]}(f)" if name == "section" else _ANSWERS[name]
    others = tuple(one for one in facts.nexus if one is not mine)
    return replace(facts, nexus=(*others, replace(mine, **{name: value})))


def _within(key: str) -> str:
    return key.partition("[")[2].partition("]")[0]


@pytest.mark.law
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.relief}: {case.name}")
def test_an_answer_settles_the_question_of_every_worked_case(case: WorkedCase) -> None:
    first = screen(case.record, case.facts, case.as_of, pack(), reliefs=(case.relief,))
    numbered = [one for one in first.items if one.item.number is not None]
    asked = {fact.key for one in numbered for finding in one.findings for fact in finding.missing}
    sections = {f"{one.item.number}/{one.item.count}": one.item.section or "" for one in numbered}

    again = screen(case.record, answered(case, asked, sections), case.as_of, pack(), reliefs=(case.relief,))

    assert all(key == "victimization" or known(*place_of(key)) for key in asked)
    assert asked.isdisjoint(fact.key for one in again.items for finding in one.findings for fact in finding.missing)
