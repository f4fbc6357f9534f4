"""Was the act done while a victim, and was it the direct result? (PC 236.14 and 236.15, subdivision (a))"""

import datetime as dt
from collections.abc import Iterable

from vacatur.kit.tri import Tri, tri_any
from vacatur.nexus.window import Membership, Where, membership
from vacatur.records.facts import Victimization
from vacatur.screening.argument import Argument, FactWanted
from vacatur.screening.attested import Kinds, Period
from vacatur.screening.finding import Outcome, Reason
from vacatur.screening.wording import long_day

OTHER_VICTIMIZATION = "status.other_victimization"
_DAY_WANTED = (Where.NO_DAY, Where.STAND_IN_AFTER, Where.COURT_STANDS_IN, Where.ON_FIRST_DAY)


def while_victim(argument: Argument, kinds: Kinds, cite: str) -> None:
    """The act lies within a period attested. Without any period attested nobody was asked; with only other kinds, that there
    was none of these is known only once it was asked.
    """
    situation = argument.situation
    periods = situation.attested.periods(kinds)
    if not periods:
        _no_period(argument, cite)
        return
    found = [membership(period.victimization, situation.act) for period in periods]
    holds = tri_any([one.holds for one in found])
    steps = (
        _decisive_first(tuple(map(_step, [argument] * len(found), periods, found)), holds) if argument.worded else ()
    )
    if holds is False:
        argument.fails(Outcome.NOT_APPLICABLE, f"victim.not_at_the_time_{argument.relief}", cite, *steps)
    elif holds is None:
        wanted = tuple(_wanted(periods, found))
        argument.lacks(f"victim.not_known_{argument.relief}", cite, *steps, facts=wanted)
    else:
        argument.holds(f"victim.at_the_time_{argument.relief}", cite, *steps)
        if not any(one.where is Where.INSIDE for one in found):
            argument.asks("ask.act_day_stands_in")
            argument.wants(("offense_date", "ask.offense_date"))


def _decisive_first(steps: tuple[Reason, ...], holds: Tri) -> tuple[Reason, ...]:
    """The periods that give the answer before those that do not."""
    return tuple(sorted(steps, key=lambda step: step.holds is not holds))


def _no_period(argument: Argument, cite: str) -> None:
    facts = argument.situation.attested.facts
    if not facts.victimizations:
        argument.lacks("victim.not_asked", cite, facts=(("victimization", "ask.victimization"),))
        return
    told = tuple(dict.fromkeys(one.kind.replace("_", " ") for one in facts.victimizations))
    if facts.status.other_victimization is False:
        argument.fails(Outcome.NOT_APPLICABLE, f"victim.of_another_kind_{argument.relief}", cite, told=told)
    else:
        asked = (OTHER_VICTIMIZATION, f"ask.other_victimization_{argument.relief}")
        argument.lacks(f"victim.kind_not_asked_{argument.relief}", cite, facts=(asked,), told=told)


def _wanted(periods: Iterable[Period], found: list[Membership]) -> Iterable[FactWanted]:
    if any(one.where in _DAY_WANTED for one in found):
        yield "offense_date", "ask.offense_date"
    for period, one in zip(periods, found, strict=True):
        if one.where is Where.NO_START:
            yield f"victimization[{period.place}].from", "ask.victimization_from"
        if one.where is Where.AFTER_LAST_KNOWN:
            yield f"victimization[{period.place}].at_least_until", "ask.at_least_until"


def _step(argument: Argument, period: Period, found: Membership) -> Reason:
    victimization = period.victimization
    return argument.step(
        f"window.{found.where}",
        None,
        found.holds,
        day=argument.situation.act.day,
        start=victimization.start,
        end=_end(victimization),
    )


def _end(victimization: Victimization) -> dt.date | str:
    if victimization.ended is None:
        return victimization.end or "the present"
    least = victimization.at_least_until
    return "a day that is not known" if least is None else f"a day that is not known, {long_day(least)} at the earliest"


def direct_result(argument: Argument, cite: str) -> None:
    """What the client says; the court decides. A client who says no is not asking for this relief."""
    said = argument.situation.nexus.direct_result
    if said is False:
        argument.fails(Outcome.NOT_APPLICABLE, "direct_result.denied", cite)
    elif said:
        argument.judgment("direct_result.said", cite, ask="ask.direct_result")
    else:
        argument.judgment("direct_result.not_asked", cite, ask="ask.direct_result")
        argument.wants(("direct_result", "ask.direct_result_fact"))
