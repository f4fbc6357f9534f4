"""demo/people/<slug>.toml -> FictionalPerson. A key nobody knows is an error: the files are read strictly."""

import tomllib
from pathlib import Path
from typing import Any

from demo.model import Charge, Dispo, FictionalPerson, Happening, Identity, Part

PEOPLE = Path(__file__).parent / "people"
Table = dict[str, Any]


def _frozen(value: Any) -> Any:
    """Lists become tuples, all the way down, so that a person can be neither changed nor shared by mistake."""
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


def _plain(table: Table, *nested: str) -> Table:
    return {key: _frozen(value) for key, value in table.items() if key not in nested}


def _parts(table: Table) -> tuple[Part, ...]:
    return tuple(Part(**part) for part in table.get("sentence", ()))


def _dispo(table: Table) -> Dispo:
    return Dispo(**_plain(table, "sentence"), sentence=_parts(table))


def _charge(table: Table) -> Charge:
    return Charge(**_plain(table, "dispo"), dispositions=tuple(_dispo(one) for one in table.get("dispo", ())))


def _happening(table: Table) -> Happening:
    counts = tuple(_charge(one) for one in table.get("count", ()))
    return Happening(**_plain(table, "count", "sentence"), counts=counts, sentence=_parts(table))


def _cycle(table: Table) -> tuple[Happening, ...]:
    if set(table) != {"event"}:
        raise ValueError(f"a cycle holds events and nothing else, not {sorted(table)}")
    return tuple(_happening(one) for one in table["event"])


def person_from(slug: str, table: Table) -> FictionalPerson:
    """The person a parsed file describes."""
    cycles = tuple(_cycle(one) for one in table.get("cycle", ()))
    identity = Identity(**_plain(table["identity"]))
    return FictionalPerson(slug=slug, identity=identity, cycles=cycles, **_plain(table, "identity", "cycle"))


def load_person(path: Path) -> FictionalPerson:
    """Read one file. The slug is its name."""
    return person_from(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))


def load_people(folder: Path = PEOPLE) -> tuple[FictionalPerson, ...]:
    """Everybody, in the order of their slugs."""
    return tuple(load_person(path) for path in sorted(folder.glob("*.toml")))
