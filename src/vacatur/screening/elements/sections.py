"""Does a list of sections in the law data name a charge?"""

from functools import lru_cache

from vacatur.kit.tri import Tri
from vacatur.law.parameters import Value, file_of
from vacatur.law.sections import Section, asked_sections, listed_section, printed_sections
from vacatur.screening.situation import Situation


def named_in(value: Value, situation: Situation) -> Tri:
    """Whether the list names this item's charge, completed by the facts."""
    return charge_named_in(value, situation.item.code, situation.section)


def charge_named_in(value: Value, code: str | None, section: str | None) -> Tri:
    """Yes, no, or not known: the charge could not be read, or the sheet names no subdivision and only some are on the list."""
    return None if code is None or section is None else _named(value.texts, value.parameter, code, section)


@lru_cache(maxsize=4096)
def _named(texts: tuple[str, ...], parameter: str, code: str, section: str) -> Tri:
    listed = _listed(texts, parameter)
    asked = asked_sections(code, section)
    if any(one.covers(charge) for one in listed for charge in printed_sections(code, section)):
        return True
    return None if any(charge.covers(one) for one in listed for charge in asked) else False


@lru_cache(maxsize=64)
def _listed(texts: tuple[str, ...], parameter: str) -> tuple[Section, ...]:
    return tuple(listed_section(text, file_of(parameter)) for text in texts)
