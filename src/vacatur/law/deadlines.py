"""All day arithmetic: a rule and its events give a due day, whom it binds, a careful day for us, and why, step by step."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from vacatur.kit.errors import InputError
from vacatur.law.confidence import Confidence
from vacatur.law.days import add_years, closed_run, court_days, open_day
from vacatur.law.pack import Pack
from vacatur.law.parameters import Unit, Value
from vacatur.law.rules import Binds, DeadlineRule, Direction, Event, Term
from vacatur.law.service import Service, service_value


@dataclass(frozen=True, slots=True)
class DueDay:
    """The answer: the due day, whom it binds, and the trace of how it was reached.

    `raw_day` is the day before closed days were skipped. `conservative_day` is the one to plan by for ourselves: the last court
    day on or before the raw day, never later than it. `confirmed` is false when the day rests on a year whose judicial holidays
    the courts have not published yet; the trace says so.
    """

    day: dt.date
    conservative_day: dt.date
    binds: Binds
    trace: tuple[str, ...]
    cite: str
    rule: str = ""
    label: str = ""
    raw_day: dt.date = dt.date.min
    confirmed: bool = True
    confidence: Confidence = Confidence.C1


def due(rule_id: str, events: Mapping[str, dt.date], pack: Pack, service: Service | None = None) -> DueDay:
    """When a deadline falls. `events` are the days by name ("received", "arrest", "order" ...); `service` is how papers were served.

    InputError when the rule is unknown, an event is missing, unknown or out of order, or the day lies in a year whose judicial
    holidays are not in the data.
    """
    rule = known_rule(rule_id, pack)
    days = _events(rule, events)
    return _Count(rule, days, pack, service).answer()


def known_rule(rule_id: str, pack: Pack) -> DeadlineRule:
    """The rule, or InputError with the list of rules."""
    if rule_id not in pack.rule_ids():
        raise InputError(f"There is no rule '{rule_id}'. The rules are: {', '.join(pack.rule_ids())}.")
    return pack.rule(rule_id)


def _events(rule: DeadlineRule, events: Mapping[str, dt.date]) -> dict[Event, dt.date]:
    needed = ", ".join(rule.events)
    if events.keys() != set(rule.events):
        raise InputError(f"The rule {rule.id} needs the day of: {needed}. Give each of them, and no other.")
    days = {event: events[event] for event in rule.events}
    arrest, order = days.get(Event.ARREST), days.get(Event.ORDER)
    if arrest and order and order < arrest:
        raise InputError("The order cannot come before the arrest: check the two days.")
    return days


class _Count:
    """One count: the day so far, and the trace of the steps taken."""

    def __init__(self, rule: DeadlineRule, days: dict[Event, dt.date], pack: Pack, service: Service | None) -> None:
        self._rule = rule
        self._days = days
        self._pack = pack
        self._service = service
        self._calendar = pack.calendar
        self._step = 1 if rule.direction is Direction.FORWARD else -1
        self._law_day = max(days.values())
        self._trace: list[str] = []
        self._marks = [rule.confidence]

    def answer(self) -> DueDay:
        """Count, skip closed days, and say what to plan by."""
        raw = self._serve(self._combine())
        day = self._skip(raw)
        careful = open_day(raw, -1, self._calendar)
        self._close(raw, day, careful)
        return DueDay(
            day=day,
            conservative_day=careful,
            binds=self._rule.binds,
            trace=tuple(self._trace),
            cite=self._rule.cite,
            rule=self._rule.id,
            label=self._rule.label,
            raw_day=raw,
            confirmed=not self._unconfirmed(raw, day, careful),
            confidence=min(self._marks, key=list(Confidence)[::-1].index),
        )

    def _say(self, key: str, **params: object) -> None:
        self._trace.append(self._pack.words_of().write(f"clock.{key}", params))

    def _combine(self) -> dt.date:
        reached = [self._term(term) for term in self._rule.terms]
        if len(reached) > 1:
            self._say("latest", days=" and ".join(written(day) for day in reached), day=written(max(reached)))
        return max(reached)

    def _term(self, term: Term) -> dt.date:
        start = self._days[term.event]
        value = self._pack.parameter(term.amount, self._law_day)
        self._marks.append(value.confidence)
        event = self._pack.words(f"clock.event_{term.event}")
        way = "start" if self._step > 0 else "start_backward"
        cite = self._pack.citation("ccp_12" if self._step > 0 else "ccp_12c")
        self._say(way, day=written(start), event=event, cite=cite)
        return self._add(start, value)

    def _add(self, start: dt.date, value: Value) -> dt.date:
        unit = self._pack.parameter_of(value.parameter).unit
        day = self._count(start, value.number, unit)
        key = "count" if self._step > 0 else "count_backward"
        self._say(key, amount=amount_text(value.number, unit), day=written(day), cite=value.cite)
        if unit is Unit.YEARS and day.day != start.day:
            self._say("leap", start=written(start), day=written(day))
        return day

    def _count(self, start: dt.date, amount: int, unit: Unit) -> dt.date:
        if unit is Unit.YEARS:
            return add_years(start, amount * self._step)
        if unit is Unit.COURT_DAYS:
            return court_days(start, amount, self._step, self._calendar)
        return start + dt.timedelta(days=amount * self._step)

    def _serve(self, raw: dt.date) -> dt.date:
        """Extra days for the way papers were served, where the rule takes them."""
        if not self._rule.service or self._service is None:
            self._trace.append(self._rule.service_why)
            return raw
        value = service_value(self._service, self._law_day, self._pack)
        if value is None:
            self._say("in_person")
            return raw
        return self._add(raw, value)

    def _skip(self, raw: dt.date) -> dt.date:
        """The court day on which the count ends, each closed day before it told with its reason."""
        for closed, why in closed_run(raw, self._step, self._calendar):
            cite = self._pack.citation("ccp_10" if closed.weekday() == _SUNDAY else "ccp_135")
            self._say("skipped", day=written(closed), why=why, cite=cite)
        day = open_day(raw, self._step, self._calendar)
        if day != raw and self._step > 0:
            self._say("moved_later", cite=self._pack.citation("ccp_12a"))
        elif day != raw:
            self._say("earlier_is_safe", cite=self._pack.citation("ccp_12c"))
        return day

    def _close(self, raw: dt.date, day: dt.date, careful: dt.date) -> None:
        self._say("due", day=written(day), cite=self._rule.cite)
        if careful != day:
            self._say("careful", day=written(careful))
        if years := self._unconfirmed(raw, day, careful):
            self._say("unconfirmed", year=" and ".join(map(str, years)))

    def _unconfirmed(self, *days: dt.date) -> list[int]:
        """The years not published yet that the answer rests on. A count of court days rests on every day it passed."""
        units = {self._pack.parameter_of(term.amount).unit for term in self._rule.terms}
        passed = self._days.values() if Unit.COURT_DAYS in units else ()
        return sorted({day.year for day in (*days, *passed) if not self._calendar.confirmed(day)})


_SUNDAY = 6
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def written(day: dt.date) -> str:
    """A day with its weekday: "Monday 2026-11-30"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.isoformat()}"


def amount_text(amount: int, unit: Unit) -> str:
    """An amount and its unit: "45 calendar days", "1 year"."""
    return f"{amount} {unit.value.removesuffix('s') if amount == 1 else unit.value}"
