"""The authorities the papers may cite: law/ca/papers/authorities.toml. One marked M (from memory) is never printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from vacatur.drafting.blocks import Cite, Text
from vacatur.drafting.sections import spelled_out
from vacatur.drafting.wording import table


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority: as cited in parentheses, as named in a sentence, its confidence mark and what it says, in short."""

    key: str
    cite: str
    prose: str
    mark: str
    says: str


@cache
def authorities() -> dict[str, Authority]:
    """Every authority by its key."""
    return {key: _authority(key, entry) for key, entry in table("authorities")["authority"].items()}


def cite(key: str) -> Cite:
    """As cited in parentheses: "Pen. Code, § 236.14, subd. (a)"."""
    return Cite(key, _sure(key).cite)


def law(key: str) -> Cite:
    """As named in a sentence: "Penal Code section 236.14, subdivision (a)"."""
    return Cite(key, _sure(key).prose)


def cited(sections: Iterable[str], subdivisions: str = "") -> tuple[Cite | Text, ...]:
    """Several subdivisions of one or more sections in one citation: "Pen. Code, § 236.14, subds. (a), (h)"."""
    parts = [part.strip() for part in subdivisions.split(",")]
    found: list[Cite | Text] = []
    for section in sections:
        pins = [cite(section + part) for part in parts]
        if len(pins) > 1:
            base = cite(section).text
            first = replace(pins[0], text=pins[0].text.replace(f"{base}, subd. ", f"{base}, subds. "))
            pins = [first, *(replace(pin, text=pin.text.removeprefix(f"{base}, subd. ")) for pin in pins[1:])]
        found += [Text("; ")] if found else []
        found += [one for place, pin in enumerate(pins) for one in ((Text(", "), pin) if place else (pin,))]
    return tuple(found)


def named(sections: Iterable[str], subdivision: str = "") -> tuple[Cite | Text, ...]:
    """One subdivision of one or more sections as a sentence names it, joined by "and"."""
    names = [law(section + subdivision) for section in sections]
    return tuple(one for place, name in enumerate(names) for one in ((Text(" and "), name) if place else (name,)))


def _authority(key: str, entry: Mapping[str, str]) -> Authority:
    return Authority(key, entry["cite"], entry.get("prose") or spelled_out(entry["cite"]), entry["mark"], entry["says"])


def _sure(key: str) -> Authority:
    found = authorities()[key]
    if found.mark == "M":
        raise ValueError(f"the authority {key} is from memory only and may not stand in a paper")
    return found
