"""A corpus of generated fictional sheets for benches and property tests: any number of people, the same for the same seed.

The words (charges, agencies, courts, dispositions, names) are those of the fictional docket in demo/, dealt anew. Every
sheet says FICTIONAL, and what a reader must find on it is known: `demo.expected.expected(person)`.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from demo.load import load_people
from demo.model import Charge, Dispo, FictionalPerson, Happening, Identity

FIRST_DAY = dt.date(1995, 1, 9)
CYCLES = 6


@dataclass(frozen=True, slots=True)
class Words:
    """What sheets are dealt from. `pairs` are an arrest and a court event that belong to the same place."""

    surnames: tuple[str, ...]
    given: tuple[str, ...]
    identities: tuple[Identity, ...]
    pairs: tuple[tuple[Happening, Happening], ...]
    charges: tuple[Charge, ...]
    dispositions: tuple[Dispo, ...]


def _pairs(people: tuple[FictionalPerson, ...]) -> Iterator[tuple[Happening, Happening]]:
    for person in people:
        for cycle in person.cycles:
            kinds = {event.kind: event for event in cycle}
            if "arrest" in kinds and "court" in kinds and not kinds["court"].agency.startswith("CAJV"):
                yield kinds["arrest"], kinds["court"]


def words() -> Words:
    """The docket's words, in a fixed order."""
    people = load_people()
    pairs = tuple(_pairs(people))
    counts = [charge for _, court in pairs for charge in court.counts if charge.line is None]
    ways = [dispo for charge in counts for dispo in charge.dispositions if dispo.date is None]
    names = sorted({name for person in people for name in person.identity.names if name.count(",") == 1})
    return Words(
        surnames=tuple(sorted({name.split(",")[0] for name in names})),
        given=tuple(sorted({name.split(",")[1].strip() for name in names})),
        identities=tuple(person.identity for person in people),
        pairs=pairs,
        charges=tuple(
            replace(charge, number=1, through=None, comments=(), flags=(), dispositions=()) for charge in counts
        ),
        dispositions=tuple(dict.fromkeys(ways)),
    )


def _day(day: dt.date) -> str:
    return f"{day:%Y%m%d}"


def _charge(dealt: Words, rng: Random, number: int) -> Charge:
    return replace(rng.choice(dealt.charges), number=number)


def _cycle(dealt: Words, rng: Random, day: dt.date, identity: Identity) -> tuple[Happening, ...]:
    """An arrest, and in four of five cases the court event that followed it."""
    arrest, court = rng.choice(dealt.pairs)
    code = f"{rng.randint(1, len(identity.names)):02d}"
    charges = tuple(_charge(dealt, rng, number) for number in range(1, rng.randint(1, 3) + 1))
    born = rng.choice(identity.birth_dates)
    booked = _shared(arrest, _day(day), code, f"{rng.randrange(1_000_000, 9_999_999)}", charges, born)
    if rng.random() < 0.2:
        return (booked,)
    tried = tuple(replace(charge, dispositions=(rng.choice(dealt.dispositions),)) for charge in charges)
    later = day + dt.timedelta(days=rng.randint(3, 90))
    return booked, _shared(court, _day(later), code, f"{later.year % 10}ZZ{rng.randrange(10_000, 99_999)}", tried, None)


def _shared(
    model: Happening, day: str, code: str, number: str, counts: tuple[Charge, ...], born: str | None
) -> Happening:
    return replace(
        model,
        date=day,
        name=code,
        birth_date=born,
        number=number,
        numbers=(),
        counts=counts,
        comments=(),
        strike=False,
        separator=True,
    )


def _identity(dealt: Words, rng: Random, serial: int) -> Identity:
    names = tuple(f"{rng.choice(dealt.surnames)},{rng.choice(dealt.given)}" for _ in range(rng.randint(1, 4)))
    model = rng.choice(dealt.identities)
    return replace(
        model,
        cii=f"A99{serial % 1_000_000:06d}",
        names=tuple(dict.fromkeys(names)),
        name_digits=2,
        consolidated=None,
        supervision=(),
    )


def deal(dealt: Words, serial: int, seed: int, cycles: int) -> FictionalPerson:
    """One invented person."""
    rng = Random(f"corpus:{seed}:{serial}")
    identity = _identity(dealt, rng, serial)
    days = sorted(rng.sample(range(10_000), cycles))
    history = tuple(_cycle(dealt, rng, FIRST_DAY + dt.timedelta(days=day), identity) for day in days)
    return FictionalPerson(
        f"corpus-{serial}", identity.names[0], "Dealt for a bench.", "records", identity, history, ("california_only",)
    )


def corpus(count: int, *, seed: int = 0, cycles: int = CYCLES) -> Iterator[FictionalPerson]:
    """`count` invented people with `cycles` arrests each (about twelve items a person)."""
    dealt = words()
    return (deal(dealt, serial, seed, cycles) for serial in range(count))
