"""How far a petition may say that an item is a nonviolent offense (PC 236.14 and 236.15, subdivision (t))."""

from dataclasses import dataclass
from enum import StrEnum

from vacatur.law.violent import FACTS
from vacatur.planning.pleading import Pleading
from vacatur.records.facts import Nexus

_FACTS = FACTS | {"section", "conviction_level"}
_OF_LIST, ARREST = "violent.", "violent.arrest"


class Standing(StrEnum):
    """Plain: nothing on the list comes near. Shown: the list came up and the facts take the item off it. Open: a deciding fact
    is not known. Counsel: a question of law waits for counsel. Contended: counsel answered it, and pleads so.
    """

    PLAIN = "plain"
    SHOWN = "shown"
    OPEN = "open"
    COUNSEL = "counsel"
    CONTENDED = "contended"


@dataclass(frozen=True, slots=True)
class Violence:
    """The standing of an item. `fact` is the first deciding fact of its [[nexus]] entry that is missing; `booked` the charge of
    the arrest on which counsel's question turns, and `law` whether a question turns on the offense itself.
    """

    standing: Standing = Standing.PLAIN
    fact: str | None = None
    booked: str | None = None
    law: bool = False


PLAIN = Violence()


def violence_of(pleading: Pleading, nexus: Nexus | None) -> Violence:
    """What a pleading may say. A fact that is missing comes before a question of law: its answer may settle both."""
    wanted = (fact.key.rpartition(".")[2] for fact in pleading.missing)
    fact = next((name for name in wanted if name in _FACTS), None)
    mine = [one for one in pleading.questions if one.reason.startswith(_OF_LIST)]
    booked = next((one.charge for one in mine if one.reason == ARREST), None)
    law = any(one.reason != ARREST for one in mine)
    cleared = nexus is not None and nexus.counsel_cleared is True
    if fact is not None:
        return Violence(Standing.OPEN, fact, booked, law)
    if mine:
        return Violence(Standing.CONTENDED if cleared else Standing.COUNSEL, None, booked, law)
    return Violence(Standing.SHOWN) if pleading.shown else PLAIN
