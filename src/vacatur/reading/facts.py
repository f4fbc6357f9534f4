"""FACTS.toml -> Facts: what was attested about one matter, read strictly (DESIGN section 5).

A missing value stays unknown. Unknown keys, wrong types and facts that contradict each other are refused, named by key, never by value.
"""

import datetime as dt
import re
import tomllib
from pathlib import Path

from vacatur.kit.errors import InputError
from vacatur.reading.facts_checks import contradictions
from vacatur.reading.files import load
from vacatur.reading.toml_table import Table
from vacatur.records.facts import (
    AgencyName,
    Attestation,
    Counsel,
    CountResult,
    Enhancement,
    EnhancementStatus,
    Facts,
    Never,
    Nexus,
    Petitioner,
    ProbationOutcome,
    Service,
    ServiceWay,
    Status,
    Unknown,
    Victimization,
    VictimizationKind,
)
from vacatur.records.record import Level

_PLACE = re.compile(r"\(at (line [0-9]+, column [0-9]+|end of document)\)")
_MOST_PROBLEMS = 8
"""Problems told at once; the rest are counted."""


def read_facts(path: Path, *, as_of: dt.date) -> Facts:
    """Read a FACTS.toml. No day in it may lie after `as_of`.

    Raises:
        InputError: in one sentence naming the keys that are unknown, of a wrong type, or contradict each other.
    """
    return facts_from_text(_decoded(load(path)), as_of=as_of)


def facts_from_text(text: str, *, as_of: dt.date) -> Facts:
    """Read the text of a FACTS.toml. Raises InputError as `read_facts` does."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        raise InputError(
            f"The facts file is not valid TOML{f' ({place[1]})' if place else ''}; please check that line."
        ) from None
    except RecursionError:
        raise InputError("The facts file is nested too deeply to be a facts file.") from None
    problems: list[str] = []
    facts = _facts(Table(values, "", problems))
    problems.extend(contradictions(facts, as_of))
    if problems:
        raise InputError(_sentence(problems))
    return facts


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise InputError("The facts file is not UTF-8 text; please save it as UTF-8.") from None


def _sentence(problems: list[str]) -> str:
    told = problems[:_MOST_PROBLEMS]
    more = len(problems) - len(told)
    return f"The facts file cannot be used: {'; '.join(told)}{f'; and {more} more' if more else ''}."


def _facts(root: Table) -> Facts:
    facts = Facts(
        petitioner=_petitioner(root.table("petitioner")),
        counsel=_counsel(root.table("counsel")),
        status=_status(root.table("status")),
        victimizations=tuple(v for table in root.tables("victimization") if (v := _victimization(table))),
        nexus=tuple(n for table in root.tables("nexus") if (n := _nexus(table))),
        agencies=tuple(a for table in root.tables("agency") if (a := _agency(table))),
        service=tuple(s for table in root.tables("service") if (s := _service(table))),
    )
    root.close()
    return facts


def _attested(table: Table) -> Attestation:
    """The three keys every table may carry; asked last, so the table is closed here."""
    attestation = Attestation(table.text("source"), table.yes("approved"), table.text("released"))
    table.close()
    return attestation


def _petitioner(table: Table) -> Petitioner:
    return Petitioner(
        name=table.text("name"),
        also_known_as=table.texts("also_known_as"),
        initials=table.text("initials"),
        language=table.text("language"),
        birth_date=table.day("birth_date"),
        attested=_attested(table),
    )


def _counsel(table: Table) -> Counsel:
    return Counsel(
        name=table.text("name"),
        bar_number=table.text("bar_number"),
        organization=table.text("organization"),
        address=table.texts("address"),
        phone=table.text("phone"),
        email=table.text("email"),
        attested=_attested(table),
    )


def _status(table: Table) -> Status:
    return Status(
        noncitizen=table.yes("noncitizen"),
        on_probation=table.yes("on_probation"),
        serving_sentence=table.yes("serving_sentence"),
        charged=table.yes("charged"),
        other_victimization=table.yes("other_victimization"),
        attested=_attested(table),
    )


def _victimization(table: Table) -> Victimization | None:
    kind = table.word("kind", VictimizationKind, needed=True)
    found = Victimization(
        kind=kind or VictimizationKind.TRAFFICKING,
        start=table.day("from"),
        end=table.day("to"),
        ended=table.word("ended", Unknown),
        at_least_until=table.day("at_least_until"),
        sought_services=table.day_or("sought_services", Never.NEVER),
        account=table.text("account"),
        why_now=table.text("why_now"),
        why_confidential=table.text("why_confidential"),
        evidence=table.texts("evidence"),
        attested=_attested(table),
    )
    return found if kind else None


def _nexus(table: Table) -> Nexus | None:
    number = table.text("number")
    if number is None and not table.has("number"):
        table.problems.append(f"{table.key('number')} is missing")
    found = Nexus(
        number=number or "",
        count=table.number("count"),
        offense_date=table.day("offense_date"),
        prosecutor=table.text("prosecutor"),
        county=table.text("county"),
        combined_with=table.text("combined_with"),
        direct_result=table.yes("direct_result"),
        account=table.text("account"),
        evidence=table.texts("evidence"),
        enhancements=_enhancements(table),
        section=table.text("section"),
        result=table.word("result", CountResult),
        conviction_level=table.word("conviction_level", Level),
        occupied_residence_proved=table.yes("occupied_residence_proved"),
        drugged_victim_proved=table.yes("drugged_victim_proved"),
        gang_felony=table.yes("gang_felony"),
        counsel_cleared=table.yes("counsel_cleared"),
        life_term=table.yes("life_term"),
        probation_outcome=table.word("probation_outcome", ProbationOutcome),
        probation_ended=table.day("probation_ended"),
        limitations_run=table.yes("limitations_run"),
        can_be_refiled=table.yes("can_be_refiled"),
        attested=_attested(table),
    )
    return found if number else None


def _enhancements(table: Table) -> tuple[Enhancement, ...] | None:
    """`None` when the file says nothing of enhancements; an empty list says that there were none."""
    known = table.has("enhancements")
    found: list[Enhancement] = []
    for inner in table.tables("enhancements"):
        section, status = inner.text("section"), inner.word("status", EnhancementStatus, needed=True)
        if section is None and not inner.has("section"):
            inner.problems.append(f"{inner.key('section')} is missing")
        inner.close()
        if section and status:
            found.append(Enhancement(section, status))
    return tuple(found) if known else None


def _agency(table: Table) -> AgencyName | None:
    printed, name = _needed(table, "printed"), _needed(table, "name")
    attested = _attested(table)
    return AgencyName(printed, name, attested) if printed and name else None


def _service(table: Table) -> Service | None:
    prosecutor = _needed(table, "prosecutor")
    way = table.word("way", ServiceWay, needed=True)
    address, electronic = table.texts("address"), table.text("electronic_address")
    attested = _attested(table)
    return Service(prosecutor, way, address, electronic, attested) if prosecutor and way else None


def _needed(table: Table, name: str) -> str | None:
    """A text without which the table says nothing."""
    if not table.has(name):
        table.problems.append(f"{table.key(name)} is missing")
    return table.text(name)
