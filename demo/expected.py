"""What a reader must find on a fictional person's sheet, in the words of the record JSON.

Only what the sheet says is listed: a key that is absent here is not compared.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from demo.model import Charge, Dispo, FictionalPerson, Happening, Identity, Part

Table = dict[str, Any]
AS_PRINTED = ("date_raw", "text", "description")
NUMBER_KINDS = {"arrest": "booking", "supplemental_arrest": "booking", "court": "case", "custody": "inmate"}


def iso(raw: str) -> str | None:
    """The ISO form of a date as printed, or None for one that is no day of the calendar."""
    try:
        return dt.datetime.strptime(raw, "%Y%m%d").replace(tzinfo=dt.UTC).date().isoformat()
    except ValueError:
        return None


def _part(part: Part) -> Table:
    return {
        "kind": part.kind,
        "years": part.years,
        "months": part.months,
        "days": part.days,
        "suspended": part.suspended,
        "concurrent": part.concurrent,
    }


def _dispo(dispo: Dispo, event: Happening) -> Table:
    return {
        "kind": dispo.kind,
        "text": dispo.shown or dispo.words,
        "date": iso(dispo.date or event.date),
        "level": dispo.level,
        "sentence": [_part(part) for part in dispo.sentence],
    }


def _charge(charge: Charge, number: int, event: Happening) -> Table:
    found: Table = {
        "number": number,
        "code": charge.code,
        "section": charge.section,
        "charged_level": charge.level,
        "attempt": charge.attempt,
        "flags": [*charge.flags, *(["1170(h)"] if charge.sentencing else [])],
        "dispositions": [_dispo(dispo, event) for dispo in charge.dispositions],
    }
    if charge.description is not None:
        found["description"] = charge.description
    return found


def _counts(event: Happening) -> Iterator[Table]:
    for charge in event.counts:
        first = charge.number if charge.number is not None else 1
        for number in range(first, (charge.through or first) + 1):
            yield _charge(charge, number, event)


def _event(event: Happening) -> Table:
    if event.kind == "mental_health":  # all but the day is set apart: it is nobody's business
        return {"kind": event.kind, "date": iso(event.date), "counts": []}
    found: Table = {
        "kind": event.kind,
        "date": iso(event.date),
        "date_raw": event.date,
        "agency": event.agency,
        "name_code": event.name,
        "counts": list(_counts(event)),
    }
    if event.number is not None:
        found |= {"number": event.number, "number_kind": NUMBER_KINDS.get(event.kind, "other")}
    return found


def _person(identity: Identity) -> Table:
    digits = identity.name_digits
    names = [{"code": f"{place:0{digits}d}", "name": name} for place, name in enumerate(identity.names, start=1)]
    return {
        "cii": identity.cii,
        "names": names,
        "birth_dates": [iso(day) for day in identity.birth_dates],
        "sex": identity.sex,
        "race": identity.race,
    }


def _meaning(value: Any) -> Any:
    """`value` without the fields that repeat the printed words, which damage to the print rightly changes."""
    if isinstance(value, list):
        return [_meaning(one) for one in value]
    if isinstance(value, dict):
        return {key: _meaning(one) for key, one in value.items() if key not in AS_PRINTED}
    return value


def expected(person: FictionalPerson, *, as_printed: bool = True) -> Table:
    """The record JSON's person and cycles for this sheet; for a damaged one ask for the meaning only (`as_printed=False`)."""
    cycles = [{"events": [_event(event) for event in cycle]} for cycle in person.cycles]
    whole = {"person": _person(person.identity), "cycles": cycles}
    return whole if as_printed else _meaning(whole)
