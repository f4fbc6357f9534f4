"""After an order: agencies seal for each arrest, then destroy; the Department of Justice confirms where the section says so."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import product

from vacatur.law.deadlines import DueDay, written
from vacatur.law.pack import Pack
from vacatur.tracking.clock import Clock, ClockState, Kind, state_of
from vacatur.tracking.counting import counted, uncounted
from vacatur.tracking.events import Filed, Happened, Happening

SEAL = {"pc_236_14": "seal-236.14", "pc_236_15": "seal-236.15"}
DESTROY = {"pc_236_14": "destroy-236.14"}
DEPARTMENT_OF_JUSTICE = "california_department_of_justice"


def clearance(petition: Filed, as_of: dt.date, pack: Pack) -> Iterator[Clock]:
    """The clocks of every order granted by the day asked about."""
    if petition.relief not in SEAL:
        return
    for order in petition.of(Happening.GRANTED):
        if order.day <= as_of:
            yield from _of_order(petition, order, as_of, pack)


def _of_order(petition: Filed, order: Happened, as_of: dt.date, pack: Pack) -> Iterator[Clock]:
    agencies: tuple[str | None, ...] = petition.agencies or (None,)
    seal_by = {arrest: _seal_by(petition.relief, arrest, order, pack) for arrest in sorted(set(order.arrests))}
    if not order.arrests:
        words = pack.words("track.arrest_day_wanted", cite=pack.rule(SEAL[petition.relief]).cite)
        yield Clock(Kind.SEALING, ClockState.WAITING, words, started_by=order.day)
    for agency, (arrest, due_day) in product(agencies, seal_by.items()):
        yield _sealed(petition, order, agency, arrest, due_day, as_of, pack)
    for agency in agencies:
        yield _destroyed(petition, order, agency, as_of, pack)
    if seal_by and pack.parameter(f"{petition.relief}/doj_confirms_sealing", order.day).value is True:
        yield _confirmed(petition, order, seal_by, as_of, pack)


def _seal_by(relief: str, arrest: dt.date, order: Happened, pack: Pack) -> DueDay | str:
    return counted(SEAL[relief], {"arrest": arrest, "order": order.day}, pack)


def _sealed(
    petition: Filed,
    order: Happened,
    agency: str | None,
    arrest: dt.date,
    due_day: DueDay | str,
    as_of: dt.date,
    pack: Pack,
) -> Clock:
    done = [one for one in petition.of(Happening.SEALED, agency) if not one.arrests or arrest in one.arrests]
    return _clock(Kind.SEALING, "sealing", due_day, done, order, agency, as_of, pack, arrest)


def _destroyed(petition: Filed, order: Happened, agency: str | None, as_of: dt.date, pack: Pack) -> Clock:
    """Section 236.15 orders destruction after the sealing and names no day for it."""
    done = petition.of(Happening.DESTROYED, agency)
    rule = DESTROY.get(petition.relief)
    if rule:
        due_day = counted(rule, {"order": order.day}, pack)
        return _clock(Kind.DESTRUCTION, "destruction", due_day, list(done), order, agency, as_of, pack)
    met = next((one.day for one in done if one.day <= as_of), None)
    return Clock(
        kind=Kind.DESTRUCTION,
        state=ClockState.MET if met else ClockState.RUNNING,
        next_step=pack.words(
            "track.destruction_met" if met else "track.destruction_thereafter", who=_name(agency, pack)
        ),
        who=agency,
        started_by=order.day,
        met_on=met,
        cite=pack.rule(SEAL[petition.relief]).cite,
    )


def _confirmed(
    petition: Filed, order: Happened, seal_by: Mapping[dt.date, DueDay | str], as_of: dt.date, pack: Pack
) -> Clock:
    """The department's word is due with the last of its sealings; one that cannot be counted leaves the last one open."""
    days = [one for one in seal_by.values() if not isinstance(one, str)]
    open_ones = [one for one in seal_by.values() if isinstance(one, str)]
    due_day = open_ones[0] if open_ones else max(days, key=lambda one: one.day)
    done = petition.of(Happening.DOJ_CONFIRMED)
    return _clock(Kind.DOJ_CONFIRMATION, "confirmation", due_day, list(done), order, DEPARTMENT_OF_JUSTICE, as_of, pack)


def _clock(
    kind: Kind,
    words: str,
    due_day: DueDay | str,
    done: list[Happened],
    order: Happened,
    agency: str | None,
    as_of: dt.date,
    pack: Pack,
    arrest: dt.date | None = None,
) -> Clock:
    met = next((one.day for one in done if order.day <= one.day <= as_of), None)
    if isinstance(due_day, str):
        return uncounted(kind, due_day, agency, order.day, arrest, met, pack)
    state, late = state_of(due_day, met, as_of)
    return Clock(
        kind=kind,
        state=state,
        next_step=pack.words(
            f"track.{words}_{state}", who=_name(agency, pack), day=written(due_day.day), cite=due_day.cite
        ),
        due=due_day,
        who=agency,
        arrest=arrest,
        started_by=order.day,
        met_on=met if state is ClockState.MET else None,
        late=late,
        cite=due_day.cite,
    )


def _name(agency: str | None, pack: Pack) -> str:
    if agency is None:
        return pack.words("track.every_agency")
    found = next((one for one in pack.agencies.all if one.id == agency), None)
    return found.name if found else agency
