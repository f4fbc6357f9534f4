"""Is the offense nonviolent? Any offense that Penal Code section 667.5, subdivision (c) does not list is (236.14, subd. (t)).

The list names felonies: what counts is the level at conviction, or the level charged where nothing became a conviction.
Three things are left to a lawyer: a felony reduced later, an enhancement stricken or dismissed, and an attempt (the list
names only attempted murder). A sheet seldom prints enhancements, and one that was proved makes any felony violent: whether
there was one is asked of every felony conviction, though the outcome does not wait for the answer.
"""

from collections.abc import Iterator

from vacatur.law.offenses import ViolentLetter
from vacatur.records.item import ItemKind
from vacatur.records.record import Level
from vacatur.screening.argument import Argument
from vacatur.screening.elements.violent_bar import ViolentBar
from vacatur.screening.elements.violent_grounds import ENHANCEMENTS_WANTED, Ground, grounds
from vacatur.screening.finding import Outcome, Reason
from vacatur.screening.situation import Situation


def only_an_enhancement(argument: Argument, bar: ViolentBar, cite: str) -> bool:
    """A listed enhancement that the sheet prints as a count is no offense of its own: it goes with the count it enhances."""
    if bar.is_enhancement(argument.situation.item):
        argument.fails(Outcome.NOT_APPLICABLE, "violent.only_an_enhancement", cite)
    return argument.closed


def nonviolent(argument: Argument, bar: ViolentBar, cite: str) -> None:
    """The test, with everything that was looked at under it."""
    situation = argument.situation
    level = situation.level_that_counts
    if level is not None and bar.never_at(level):
        _nonviolent(argument, bar, cite, argument.step(_LEVEL[level], bar.never.cite, True))
    elif situation.item.code is None or situation.section is None:
        argument.unsettled("violent.charge_not_read", cite, ask="ask.charge")
    elif bar.listed(situation.item.code, situation.section, situation.item.attempt).follows_target:
        argument.unsettled("violent.follows_target", cite, ask="ask.violent_follows_target")
    else:
        _weigh(argument, bar, list(grounds(argument, bar, situation.item.code, situation.section)), level, cite)


_LEVEL = {level: f"violent.level_{level.lower()}" for level in Level}


def _weigh(argument: Argument, bar: ViolentBar, found: list[Ground], level: Level | None, cite: str) -> None:
    if not found:
        _nonviolent(argument, bar, cite, argument.step("violent.not_listed", bar.entries.cite, True))
        return
    possible = [ground for ground in found if ground.violent is not False]
    closing = [ground for ground in found if ground.violent]
    steps = tuple(dict.fromkeys(ground.step for ground in (*closing, *possible, *found)))
    if not possible:
        _nonviolent(argument, bar, cite, *steps)
    elif level is None:
        _level_wanted(argument, steps, cite)
    elif closing:
        _close(argument, bar, closing, steps, cite)
    else:
        _leave_open(argument, possible, steps, cite)


def _nonviolent(argument: Argument, bar: ViolentBar, cite: str, *steps: Reason) -> None:
    situation = argument.situation
    argument.holds("violent.nonviolent", cite, *steps)
    _arrest_on_more(argument, bar)
    felony = situation.convicted and situation.level_that_counts is Level.FELONY
    if felony and situation.nexus.enhancements is None:
        argument.wants(*ENHANCEMENTS_WANTED)


def _leave_open(argument: Argument, possible: list[Ground], steps: tuple[Reason, ...], cite: str) -> None:
    wanted = tuple(fact for ground in possible for fact in ground.wanted)
    if wanted:
        argument.lacks("violent.depends", cite, *steps, facts=wanted)
    for ask in _questions(possible):
        argument.unsettled("violent.unsettled", cite, *(() if wanted else steps), ask=ask)


def _questions(possible: list[Ground]) -> Iterator[str]:
    yield from dict.fromkeys(ground.ask for ground in possible if ground.ask)


def _level_wanted(argument: Argument, steps: tuple[Reason, ...], cite: str) -> None:
    if argument.situation.convicted:
        fact = ("conviction_level", "ask.conviction_level")
        argument.lacks("violent.level_not_known", cite, *steps, facts=(fact,))
    else:
        argument.unsettled("violent.charged_level_not_known", cite, *steps, ask="ask.charged_level")


def _close(argument: Argument, bar: ViolentBar, closing: list[Ground], steps: tuple[Reason, ...], cite: str) -> None:
    """The offense is on the list. Where the law leaves a door open even so, a lawyer decides; else the relief is barred."""
    open_door = _open_door(argument.situation, bar, closing)
    if open_door is None:
        argument.fails(Outcome.BARRED, "violent.barred", cite, *steps)
    else:
        argument.unsettled(f"violent.{open_door}", cite, *steps, ask=f"ask.violent_{open_door}")


def _open_door(situation: Situation, bar: ViolentBar, closing: list[Ground]) -> str | None:
    if not all(ground.sure for ground in closing):
        return "list_not_verified"
    if situation.reduced:
        return "reduced"
    if all(bar.added_after(ground.rule, situation.act.day) for ground in closing):
        return "entry_added_later"
    if not situation.convicted and _lesser_conviction(situation, bar):
        return "charge_lesser_conviction"
    return None


def _lesser_conviction(situation: Situation, bar: ViolentBar) -> bool:
    """Whether the same case, or for an arrest the case that came of it, ended in a conviction the list does not name."""
    for other in situation.siblings if situation.item.kind is ItemKind.ARREST else situation.same_case:
        if other.conviction_level is None or other.code is None or other.section is None:
            continue
        if (
            bar.never_at(other.conviction_level)
            or bar.listed(other.code, other.charge or other.section, other.attempt).rule is None
        ):
            return True
    return False


def _arrest_on_more(argument: Argument, bar: ViolentBar) -> None:
    """The conviction can be asked for; whether the arrest can, on a charge the list names, is a lawyer's question, put with
    the charge as it was booked.
    """
    for charge in argument.situation.booked:
        listed = bar.listed(charge.code, charge.section, charge.attempt).rule
        at_a_felony = charge.level is None or not bar.never_at(charge.level)
        if at_a_felony and listed is not None and listed.violent_class is ViolentLetter.VIOLENT:
            booked = f"{charge.code} {charge.section}"
            argument.counsel("violent.arrest", listed.cite, ask="ask.violent_arrest", charge=booked)
            return
