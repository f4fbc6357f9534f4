import datetime as dt
import tomllib

import pytest

from tests.architecture.tree import ROOT
from vacatur.law.case_facts import facts_of
from vacatur.law.errors import LawError
from vacatur.reading.facts import read_facts
from vacatur.records.facts import EnhancementStatus, Facts, Never, ProbationOutcome, VictimizationKind


def facts(text: str) -> Facts:
    return facts_of(tomllib.loads(text), "cases/x.toml")


def test_it_reads_the_tables_of_a_facts_file() -> None:
    found = facts("""
[status]
on_probation = false
source = "Client"
[[victimization]]
kind = "trafficking"
from = 2012-01-01
to = 2015-06-30
sought_services = "never"
[[nexus]]
number = "A1"
probation_outcome = "fulfilled"
enhancements = [{ section = "12022.7", status = "stricken" }]
""")

    assert found.status.on_probation is False
    assert found.status.attested.source == "Client"
    (period,) = found.victimizations
    assert (period.kind, period.start, period.sought_services) == (
        VictimizationKind.TRAFFICKING,
        dt.date(2012, 1, 1),
        Never.NEVER,
    )
    (nexus,) = found.nexus
    assert nexus.probation_outcome is ProbationOutcome.FULFILLED
    assert nexus.enhancements is not None
    assert nexus.enhancements[0].status is EnhancementStatus.STRICKEN


def test_what_is_left_out_stays_unknown() -> None:
    assert facts("") == Facts()


def test_it_reads_the_readmes_facts_as_the_reader_of_facts_does() -> None:
    path = ROOT / "demo" / "readme" / "FACTS.toml"
    mine = facts(path.read_text(encoding="utf-8"))
    theirs = read_facts(path, as_of=dt.date(2026, 11, 24))

    assert (mine.status, len(mine.nexus)) == (theirs.status, len(theirs.nexus))
    assert [one.offense_date for one in mine.nexus] == [one.offense_date for one in theirs.nexus]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[statuses]", "the table 'statuses' is not one of FACTS.toml"),
        ("[status]\nhappy = true", "the fact 'happy' is not known"),
        ('[status]\ncharged = "no"', "the fact 'charged' cannot hold"),
        ('[[nexus]]\nnumber = "1"\nlife_term = 1', "the fact 'life_term' cannot hold"),
        ("[[nexus]]\ncount = 1", "the fact 'number' is missing"),
        ('[[victimization]]\nkind = "robbery"', "the fact 'kind' cannot hold"),
        ('[[nexus]]\nnumber = "1"\nattested = { source = "x" }', "the fact 'attested' is not known"),
        ('nexus = ["1"]', "the facts of Nexus must be a table"),
    ],
)
def test_unknown_keys_and_wrong_values_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(LawError, match=sentence):
        facts(text)
