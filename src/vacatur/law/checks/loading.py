"""Every file is read through its strict loader; whatever one refuses is a problem, and the rest are still read."""

import tomllib
from collections.abc import Callable, Iterator
from typing import TypeVar

from vacatur.law import agencies, calendar, courts, offenses, prosecutors, reliefs, rules, violent, words
from vacatur.law import cases as worked_cases
from vacatur.law import parameters as numbers
from vacatur.law.checks.report import Report
from vacatur.law.errors import LawError
from vacatur.law.files import files_in
from vacatur.law.pack import Pack

Loaded = TypeVar("Loaded")
PAPERS = "papers"
SINGLE = {"pack.toml", "sources.toml", courts.COUNTIES}
FOLDERS = {
    *(numbers.FOLDER, reliefs.FOLDER, offenses.FOLDER, violent.FOLDER, rules.FOLDER, calendar.FOLDER),
    *(courts.FOLDER, agencies.FOLDER, prosecutors.FOLDER, words.FOLDER, worked_cases.FOLDER, PAPERS),
}


def load_all(pack: Pack, report: Report) -> bool:
    """Read everything. Whether all could be read: the other checks need that."""
    parts: list[tuple[str, Callable[[], object]]] = [
        ("versions", lambda: [pack.version]),
        ("sources", lambda: pack.sources),
        *(("parameters", _one(pack.parameter_of, id_)) for id_ in pack.parameter_ids()),
        ("remedies", pack.reliefs),
        ("offenses", lambda: pack.offenses.all),
        ("violent felony entries", lambda: pack.violent_list.all),
        *(("deadline rules", _one(pack.rule, id_)) for id_ in pack.rule_ids()),
        ("years of judicial holidays", lambda: pack.calendar.years),
        ("courts", lambda: pack.courts.all),
        ("agencies", lambda: pack.agencies.all),
        ("prosecutors", pack.prosecutors),
        *(("sentences", pack.words_of(lang).ids) for lang in languages(pack)),
        ("worked cases", lambda: worked_cases.load_cases(pack.root)),
    ]
    found = [_load(report, what, part) for what, part in parts]
    report.add(_strangers(pack))
    report.add(_papers(pack))
    return all(found)


def languages(pack: Pack) -> list[str]:
    """The languages there are words in."""
    folder = pack.root / words.FOLDER
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _one(load: Callable[[str], Loaded], id_: str) -> Callable[[], list[Loaded]]:
    return lambda: [load(id_)]


def _load(report: Report, what: str, part: Callable[[], object]) -> bool:
    try:
        found = part()
    except LawError as error:
        report.add([error.sentence])
        return False
    many = len(found) if isinstance(found, (list, tuple, dict)) else 1
    report.count(what, many)
    if not many:
        report.add([f"Law data: there are no {what}."])
    return many > 0


def _strangers(pack: Pack) -> Iterator[str]:
    for file in files_in(pack.root, "."):
        folder, _, rest = file.partition("/")
        if (folder not in FOLDERS) if rest else (file not in SINGLE):
            yield f"Law data, {file}: nothing reads a file there."


def _papers(pack: Pack) -> Iterator[str]:
    """The words of the papers are read by drafting; here only that they are TOML."""
    for file in files_in(pack.root, PAPERS):
        try:
            tomllib.loads((pack.root / file).read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield f"Law data, {file}: it is not valid TOML: {error}."
