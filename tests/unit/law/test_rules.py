from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import LawError, pack
from vacatur.law.rules import DeadlineRule, Event, load_rule

Write = Callable[[str, str], Path]


def load(write: Write, id_: str, old: str, new: str) -> DeadlineRule:
    text = (pack().root / f"deadlines/{id_}.toml").read_text(encoding="utf-8")
    assert old in text
    return load_rule(write(f"deadlines/{id_}.toml", text.replace(old, new, 1)), id_, lambda cite: cite)


def test_sealing_runs_from_the_arrest_and_from_the_order() -> None:
    assert pack().rule("seal-236.14").events == (Event.ARREST, Event.ORDER)
    assert pack().rule("prosecutor-response").events == (Event.RECEIVED,)


def test_an_event_named_twice_is_needed_once() -> None:
    rule = pack().rule("petition-851.8")

    assert [term.amount for term in rule.terms] == ["pc_851_8/petition_years"] * 2
    assert rule.events == (Event.ARREST, Event.FILED)


def test_an_unknown_rule_is_refused_with_the_list() -> None:
    with pytest.raises(LawError, match=r"there is no rule 'x'. The rules are: continuance"):
        pack().rule("x")


@pytest.mark.parametrize(
    ("id_", "old", "new", "sentence"),
    [
        ("seal-236.14", 'event = "arrest"', 'event = "birth"', "'event' must be one of"),
        ("seal-236.14", 'direction = "forward"', 'direction = "backward"', "exactly one when it runs backward"),
        ("prosecutor-response", "[[term]]", "[[terms]]", "at least one term"),
        ("prosecutor-response", 'binds = "prosecutor"', 'binds = "everybody"', "'binds' must be one of"),
        ("prosecutor-response", "service = false\n", "", "the key 'service' is missing"),
    ],
)
def test_a_broken_rule_is_refused(write: Write, id_: str, old: str, new: str, sentence: str) -> None:
    with pytest.raises(LawError, match=sentence):
        load(write, id_, old, new)
