"""All checks, in order."""

import re
from collections.abc import Iterator
from pathlib import Path

from vacatur.law.cases import load_cases
from vacatur.law.checks import citing, coverage, meaning, words
from vacatur.law.checks.code import Texts, texts_in
from vacatur.law.checks.loading import PAPERS, load_all
from vacatur.law.checks.report import Report
from vacatur.law.files import files_in
from vacatur.law.pack import Pack

LIBRARY = Path(__file__).parents[2]
SAYING = (
    "drafting",
    "filing",
    "immigration",
    "law",
    "nexus",
    "planning",
    "screening",
    "tracking",
)  # the rooms that give reasons
_NUMBER = re.compile(r"\{number:([a-z0-9_/]+)\}")


def check(pack: Pack, source: Path = LIBRARY) -> Report:
    """Check a pack against itself and against the code that reads it (`source` is the folder of the library)."""
    report = Report()
    if not load_all(pack, report):
        return report
    texts = texts_in([source])
    cases = load_cases(pack.root)
    report.add(citing.unused_sources(pack, texts))
    report.add(citing.decided_from_memory(pack))
    report.add(meaning.violent_letters(pack))
    report.add(meaning.deadline_amounts(pack))
    report.add(meaning.unread_parameters(pack, _named(pack, texts)))
    report.add(meaning.places(pack))
    report.add(meaning.calendars(pack))
    report.add(words.missing_words(pack, texts_in([source / room for room in SAYING])))
    report.add(words.unused_words(pack, texts))
    report.add(words.languages_agree(pack))
    report.add(coverage.modules(pack, source))
    report.add(coverage.legal_numbers(source))
    report.add(coverage.outcomes(pack, cases))
    report.add(coverage.thresholds(pack, cases, texts_in([source / "screening"])))
    return report


def _named(pack: Pack, texts: Texts) -> Iterator[str]:
    """The parameters that the code or a paper reads."""
    yield from (id_ for id_ in pack.parameter_ids() if texts.names(id_))
    for file in files_in(pack.root, PAPERS):
        yield from _NUMBER.findall((pack.root / file).read_text(encoding="utf-8"))
