"""Penal Code section 236.14: vacatur for victims of human trafficking, in the order of its subdivisions.

Never more than `available`: direct result, intent and the interest of justice are the court's to find.
"""

import datetime as dt

from vacatur.law.pack import Pack
from vacatur.records.facts import VictimizationKind
from vacatur.records.record import DispositionKind
from vacatur.screening.argument import Argument
from vacatur.screening.elements import earlier_relief, gates, timing, victim, violent
from vacatur.screening.elements.violent_bar import ViolentBar

ID = "pc_236_14"
KINDS = frozenset({VictimizationKind.TRAFFICKING})


def rules(pack: Pack, day: dt.date) -> ViolentBar:
    """The law this relief reads, on the day asked about."""
    return ViolentBar(pack, ID, day)


def find(argument: Argument, bar: ViolentBar) -> None:
    """Add every step, from (a) to (t)."""
    at = argument.at
    if gates.another_sovereign(argument) or gates.granted_already(argument, DispositionKind.VACATED, at("(h)")):
        return
    if violent.only_an_enhancement(argument, bar, at("(t)")):
        return
    gates.charge_undecided(argument, at("(a)"))
    gates.combined(argument, at("(a)"))
    violent.nonviolent(argument, bar, at("(t)"))
    victim.while_victim(argument, KINDS, at("(a)"))
    victim.direct_result(argument, at("(a)"))
    argument.judgment("vacatur.intent", at("(a)"), ask="ask.intent")
    argument.notes("vacatur.documents_help", at("(m)"))
    argument.judgment("vacatur.interest_of_justice", at("(g)(3)"), ask="ask.interest_of_justice")
    if argument.situation.item.juvenile:
        argument.judgment("vacatur.juvenile", at("(j)"), ask="ask.juvenile")
    if timing.open_since(argument, KINDS, at("(l)")) is not None:
        argument.notes("vacatur.never_expires", at("(l)"))
    earlier_relief.noted(argument)
