"""A Record turned into Items, the units of relief (DESIGN section 5, Items).

An arrest whose charges were filed belongs to its court counts. An arrest, or an arrest count, with no filed case is an item of its
own; so is an arrest count whose charge no count of the case answers (`answering.answered`), because it is a charge on the
record that no order about the case would name. A supplemental arrest stands with the items of its cycle: they carry its agency
and its number. Custody, probation, supervision, registration and applicant events repeat what a court did and are never items.
"""

from collections.abc import Iterator, Sequence

from vacatur.records.answering import answered, combined, not_filed, same_charge
from vacatur.records.gathered import Gathered, Heading, charge_of, heading_of, plain
from vacatur.records.item import Item, ItemKind, Note
from vacatur.records.record import Count, Cycle, Event, EventKind, Record

__all__ = ["Note", "combined", "items_of"]

_ARREST, _COUNT = ItemKind.ARREST, ItemKind.COUNT
_ARRESTED, _IN_COURT, _SUPPLEMENTAL, _OTHER = (
    EventKind.ARREST,
    EventKind.COURT,
    EventKind.SUPPLEMENTAL_ARREST,
    EventKind.OTHER,
)
Cases = dict[tuple[str, str], list[Gathered]]


def items_of(record: Record) -> tuple[Item, ...]:
    """The items of a record, in the order of the sheet. Each has an id that survives a second reading."""
    gathered: list[Gathered] = []
    cases: Cases = {}
    for cycle in record.cycles:
        gathered += _of_cycle(cycle, cases)
    gathered.sort(key=Gathered.place)
    serials: dict[str, int] = {}
    return tuple([one.item(serials) for one in gathered])


def _of_cycle(cycle: Cycle, cases: Cases) -> list[Gathered]:
    """The items that begin in a cycle: its court counts, and the arrest counts that are items of their own."""
    arrests = [event for event in cycle.events if event.kind is _ARRESTED or event.kind is _SUPPLEMENTAL]
    courts = [event for event in cycle.events if event.kind is _IN_COURT]
    gathered = _tried(cycle, courts, arrests, cases) if courts else list(_never_filed(arrests))
    if len(arrests) > 1:
        _join_supplements(arrests, gathered)
    return gathered


def _tried(cycle: Cycle, courts: Sequence[Event], arrests: Sequence[Event], cases: Cases) -> list[Gathered]:
    """The counts that came to court in a cycle, each with its arrest, and the arrest counts beside them."""
    fresh: list[Gathered] = []
    filed: list[Count | None] = []
    for event in courts:
        court = heading_of(event)
        known = cases.setdefault((court.agency, plain(event.number)), []) if event.number else []
        added = _add_court(court, known, later=bool(known) and known[0] not in fresh)
        known += added
        fresh += added
        filed += [one.count for one in known]
    for event in cycle.events:
        if event.kind is _OTHER:
            _add_subsequent(event, fresh)
    for one in fresh:
        one.arrest, one.arrest_count = _arrest_of(one, arrests)
    return [*fresh, *_beside_a_case(arrests, fresh, filed)]


# --- court counts


def _add_court(court: Heading, known: Sequence[Gathered], *, later: bool) -> list[Gathered]:
    """The new counts of a court event. A later event of the same case adds its dispositions to the counts already there."""
    added: list[Gathered] = []
    for count in court.event.counts:
        same = next((one for one in known if one.same_count(count)), None) if known else None
        if same is not None and same.same_charge(count):
            same.add(count)
            if later:
                same.note(Note.LATER_CYCLE)
        elif same is not None:
            added.append(Gathered(_COUNT, court, count, Note.OTHER_CHARGE))
        else:
            added.append(Gathered(_COUNT, court, count))
    if not court.event.counts and not known:
        added.append(Gathered(_COUNT, court, None, Note.COURT_WITHOUT_COUNTS))
    return added


def _add_subsequent(event: Event, courts: Sequence[Gathered]) -> None:
    """Dispositions of an event that is neither arrest nor court (`SUBSEQUENT ACTION`, `DISMISSAL`) go to the count they name."""
    for count in event.counts:
        for one in courts:
            if one.same_count(count) and one.same_charge(count) and event.number in (None, one.heading.event.number):
                one.add(count)
                break


def _arrest_of(one: Gathered, arrests: Sequence[Event]) -> tuple[Event | None, Count | None]:
    """The arrest with the same charge, else the first one that is not after the court's day, else the first."""
    mine = one.count
    if mine is not None and mine.section is not None:
        for arrest in arrests:
            for count in arrest.counts:
                if count.section == mine.section and count.code == mine.code:
                    return arrest, count
    day = one.heading.event.date
    before = [each for each in arrests if day is not None and each.date is not None and each.date <= day]
    chosen = next(iter(before or arrests), None)
    return chosen, (chosen.counts[0] if chosen and len(chosen.counts) == 1 else None)


# --- arrests


def _never_filed(arrests: Sequence[Event]) -> Iterator[Gathered]:
    """Every arrest count of a cycle without a court event."""
    for arrest in arrests:
        heading = heading_of(arrest)
        for count in arrest.counts:
            yield Gathered(_ARREST, heading, count)
        if not arrest.counts:
            yield Gathered(_ARREST, heading, None, Note.ARREST_WITHOUT_COUNTS)


def _beside_a_case(
    arrests: Sequence[Event], fresh: Sequence[Gathered], filed: Sequence[Count | None]
) -> Iterator[Gathered]:
    """The arrest counts that are items though a case was filed: those the sheet calls not filed, and those no count answers.

    A charge that a supplemental arrest prints again is one item. The counts of the case are told that the arrest held more.
    """
    printed = {charge_of(count) for count in filed if count}
    unanswered: list[Count] = []
    for arrest in arrests:
        for count in arrest.counts:
            if not_filed(count):
                yield Gathered(_ARREST, heading_of(arrest), count)
                continue
            if count.section is None or charge_of(count) in printed or (answer := answered(count, filed)):
                continue
            for one in fresh:
                one.note(Note.ARREST_COUNT_WITHOUT_MATCH)
            if answer is False and not any(same_charge(count, other) for other in unanswered):
                unanswered.append(count)
                yield Gathered(_ARREST, heading_of(arrest), count, Note.BESIDE_A_CASE)


def _join_supplements(arrests: Sequence[Event], gathered: Sequence[Gathered]) -> None:
    """Each item of a cycle carries its supplemental arrests, and the item of a supplemental arrest the arrests it adds to."""
    for one in gathered:
        mine = one.arrest
        one.supplements = [
            other for other in arrests if mine and other is not mine and (_supplements(mine) or _supplements(other))
        ]


def _supplements(arrest: Event) -> bool:
    return arrest.kind is _SUPPLEMENTAL
