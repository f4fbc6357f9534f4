"""The identity block: who the sheet is about."""

from collections.abc import Iterator

from demo.model import Identity
from demo.wrap import wrapped

OWN_LINE = ("INN", "MNU")


def _names(identity: Identity) -> Iterator[str]:
    for place, name in enumerate(identity.names, start=1):
        lead = "NAM/" if place == 1 else "    "
        yield f"{lead}{place:0{identity.name_digits}d} {name}"


def _numbers(identity: Identity) -> Iterator[str]:
    short = [f"{tag}/{number}" for tag, number in identity.numbers if tag not in OWN_LINE]
    if short:
        yield from wrapped("", " ".join(short))
    yield from (f"{tag}/{number}" for tag, number in identity.numbers if tag in OWN_LINE)


def _body(identity: Identity) -> Iterator[str]:
    hair = "HAI" if identity.citizenship else "HAIR"
    yield (
        f"HGT/{identity.height} WGT/{identity.weight} EYE/{identity.eye} {hair}/{identity.hair}"
        f" POB/{identity.birth_place}"
    )
    if identity.citizenship:
        yield f"CTZ/{identity.citizenship}"


def identity_lines(identity: Identity) -> Iterator[str]:
    """The block from CII/ to OCC/, and the supervision block where there is one."""
    yield f"CII/{identity.cii}"
    yield f"DOB/{identity.birth_dates[0]} SEX/{identity.sex} RAC/{identity.race}"
    yield from _body(identity)
    yield from _names(identity)
    if identity.monikers:
        yield from wrapped("MON/", "; ".join(identity.monikers))
    if len(identity.birth_dates) > 1:
        yield f"DOB/{' '.join(identity.birth_dates[1:])}"
    yield from _numbers(identity)
    if identity.social:
        yield f"SOC/{' '.join(identity.social)}"
    if identity.marks:
        yield from wrapped("SMT/", identity.marks)
    if identity.occupations:
        yield from wrapped("OCC/", "; ".join(identity.occupations))
    yield from identity.supervision
