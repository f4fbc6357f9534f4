"""`vacatur clock RULE`: when a deadline falls, and why."""

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vacatur.cli.days import day_option
from vacatur.kit.errors import InputError

if TYPE_CHECKING:
    from vacatur.law.deadlines import DueDay
    from vacatur.law.rules import DeadlineRule
    from vacatur.law.service import Service

SCHEMA = "vacatur.clock/1"

Rule = Annotated[str, typer.Argument(metavar="RULE", help="The deadline, for example prosecutor-response.")]
From = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="The day of the event, for a rule with one event.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")]
Served = Annotated[
    str | None,
    typer.Option("--service", metavar="WAY", help="How papers were served: in_person, mail, electronic ..."),
]


def _day(event: str, help_: str) -> Any:
    return typer.Option(f"--{event}", metavar="DAY", help=help_)


def clock(
    rule: Rule,
    from_: From = None,
    received: Annotated[str | None, _day("received", "The day papers were received.")] = None,
    arrest: Annotated[str | None, _day("arrest", "The day of the arrest.")] = None,
    filed: Annotated[str | None, _day("filed", "The day the accusatory pleading was filed.")] = None,
    order: Annotated[str | None, _day("order", "The day of the order.")] = None,
    hearing: Annotated[str | None, _day("hearing", "The day of the hearing.")] = None,
    limitations_run: Annotated[str | None, _day("limitations-run", "The day limitations ran out.")] = None,
    service: Served = None,
    as_json: AsJson = False,
) -> None:
    """Count a deadline from its event or events, and show every step of the count.

    For example: vacatur clock prosecutor-response --from 2026-10-12, or
    vacatur clock seal-236.14 --arrest 2014-03-09 --order 2026-10-12.
    """
    from vacatur.law import pack
    from vacatur.law.deadlines import due, known_rule

    law = pack()
    known = known_rule(rule, law)
    given = {
        "received": received,
        "arrest": arrest,
        "filed": filed,
        "order": order,
        "hearing": hearing,
        "limitations_run": limitations_run,
    }
    events = {name: day_option(text, _option(name)) for name, text in given.items() if text is not None}
    if from_ is not None:
        events[_only_event(known)] = day_option(from_, "--from")
    if missing := [event.value for event in known.events if event.value not in events]:
        if len(known.events) == 1:
            raise InputError(f"{rule} is counted from one day. Give that day with --from.")
        raise InputError(f"{rule} is counted from {_options(known)}. {_option(missing[0])} is missing.")
    answer = due(rule, events, law, _service(service))
    if as_json:
        print(json.dumps(clock_json(answer, events, law.version), ensure_ascii=False, indent=2))
        return
    print("\n".join(clock_lines(answer)))


def clock_lines(answer: "DueDay") -> list[str]:
    """The answer as a page for people."""
    from vacatur.cli.layout import wrapped
    from vacatur.law.deadlines import written

    lines = [
        *wrapped(f"{answer.label}: due {written(answer.day)} (binds: {answer.binds})."),
        *(line for step in answer.trace for line in wrapped(step, 2, "- ")),
    ]
    if not answer.confidence.may_decide:
        lines += wrapped(f"Marked {answer.confidence}: this may only remind you; a lawyer sets the day.", 2)
    return lines


def clock_json(answer: "DueDay", events: dict[str, date], pack_version: str) -> dict[str, Any]:
    """The answer for programs."""
    return {
        "schema": SCHEMA,
        "pack": pack_version,
        "rule": answer.rule,
        "label": answer.label,
        "events": {name: day.isoformat() for name, day in events.items()},
        "day": answer.day.isoformat(),
        "conservative_day": answer.conservative_day.isoformat(),
        "raw_day": answer.raw_day.isoformat(),
        "binds": answer.binds.value,
        "cite": answer.cite,
        "confidence": answer.confidence.value,
        "confirmed": answer.confirmed,
        "trace": list(answer.trace),
    }


def _only_event(rule: "DeadlineRule") -> str:
    if len(rule.events) == 1:
        return rule.events[0].value
    raise InputError(f"{rule.id} is counted from more than one day: give {_options(rule)}.")


def _options(rule: "DeadlineRule") -> str:
    return " and ".join(_option(event.value) for event in rule.events)


def _option(event: str) -> str:
    return f"--{event.replace('_', '-')}"


def _service(text: str | None) -> "Service | None":
    from vacatur.law.service import Service

    if text is None:
        return None
    try:
        return Service(text.replace("-", "_"))
    except ValueError:
        raise InputError(f"--service takes one of: {', '.join(Service)}.") from None
