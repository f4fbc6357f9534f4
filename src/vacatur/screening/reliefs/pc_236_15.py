"""Penal Code section 236.15: vacatur for victims of intimate partner violence or sexual violence, in the order of its subdivisions.

It mirrors section 236.14 with differences: neither kind of violence is defined, and the petition must come within a
reasonable time, which is the court's to judge. Never more than `available`.
"""

import datetime as dt

from vacatur.law.pack import Pack
from vacatur.records.facts import VictimizationKind
from vacatur.records.record import DispositionKind
from vacatur.screening.argument import Argument
from vacatur.screening.elements import earlier_relief, gates, timing, victim, violent
from vacatur.screening.elements.violent_bar import ViolentBar

ID = "pc_236_15"
KINDS = frozenset({VictimizationKind.INTIMATE_PARTNER_VIOLENCE, VictimizationKind.SEXUAL_VIOLENCE})


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
    argument.judgment("vacatur.harm_not_defined", at(""), ask="ask.harm_not_defined")
    victim.direct_result(argument, at("(a)"))
    argument.judgment("vacatur.intent", at("(a)"), ask="ask.intent")
    argument.notes("vacatur.documents_help", at("(m)"))
    argument.judgment("vacatur.interest_of_justice", at("(g)(3)"), ask="ask.interest_of_justice")
    if argument.situation.item.juvenile:
        argument.judgment("vacatur.juvenile", at("(j)"), ask="ask.juvenile")
    since = timing.open_since(argument, KINDS, at("(l)"))
    if since is not None:
        argument.judgment("vacatur.reasonable_time", at("(l)"), ask="ask.reasonable_time", since=since)
    argument.notes("vacatur.in_person", at("(n)"))
    earlier_relief.noted(argument)
