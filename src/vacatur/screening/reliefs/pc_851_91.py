"""Penal Code section 851.91: sealing of an arrest that did not result in a conviction, in the order of its subdivisions."""

import datetime as dt
from dataclasses import dataclass

from vacatur.kit.tri import Tri
from vacatur.law.pack import Pack
from vacatur.law.parameters import Value
from vacatur.nexus.match import fold
from vacatur.records.item import Item, ItemKind
from vacatur.records.record import DispositionKind
from vacatur.screening.argument import Argument
from vacatur.screening.elements import gates, pattern
from vacatur.screening.elements.sections import charge_named_in, named_in
from vacatur.screening.finding import Outcome
from vacatur.screening.situation import Situation, kinds_of, nexus_key, undecided

ID = "pc_851_91"
_NEVER_FILED = (DispositionKind.PROSECUTOR_REJECTED, DispositionKind.RELEASED)


@dataclass(frozen=True, slots=True)
class Rules:
    """The lists and numbers the section reads."""

    excluded: Value
    no_limitations: Value
    pattern_sections: Value
    pattern_convictions: Value
    pattern_arrests: Value
    pattern_years: Value
    notice: Value


def rules(pack: Pack, day: dt.date) -> Rules:
    """The law this relief reads, on the day asked about."""
    return Rules(
        excluded=pack.parameter(f"{ID}/excluded_sections", day),
        no_limitations=pack.parameter(f"{ID}/no_limitations_sections", day),
        pattern_sections=pack.parameter(f"{ID}/pattern_sections", day),
        pattern_convictions=pack.parameter(f"{ID}/pattern_convictions", day),
        pattern_arrests=pack.parameter(f"{ID}/pattern_arrests", day),
        pattern_years=pack.parameter(f"{ID}/pattern_years", day),
        notice=pack.parameter(f"{ID}/notice_days", day),
    )


def find(argument: Argument, law: Rules) -> None:
    """Add every step."""
    if gates.another_sovereign(argument) or gates.granted_already(argument, DispositionKind.SEALED, argument.at("")):
        return
    if _resulted_in_conviction(argument):
        return
    gates.combined(argument, argument.at("(a)(1)"))
    if _filed(argument):
        _charges_ended(argument)
    elif argument.situation.combined:
        _combined_case_ended(argument)
    else:
        _limitations(argument)
    _never_sealable(argument, law)
    argument.judgment("arrest.evasion", argument.at("(a)(2)"), ask="ask.evasion")
    _of_right(argument, law)
    argument.notes("arrest.one_petition", argument.at("(b)"), days=law.notice.number)


def _resulted_in_conviction(argument: Argument) -> bool:
    """(a)(1): the arrest, with all its charges, did not result in a conviction of an adult that still stands."""
    situation, cite = argument.situation, argument.at("(a)(1)")
    if situation.item.juvenile:
        argument.fails(Outcome.NOT_APPLICABLE, "arrest.juvenile", cite)
    elif pattern.stands_convicted(situation.item):
        argument.fails(Outcome.NOT_APPLICABLE, "arrest.convicted", cite)
    elif any(pattern.stands_convicted(other) for other in (*situation.siblings, *_combined_case(situation))):
        argument.fails(Outcome.NOT_APPLICABLE, "arrest.convicted_of_another_count", cite)
    else:
        argument.holds("arrest.no_conviction", cite)
    return argument.closed


def _filed(argument: Argument) -> bool:
    situation = argument.situation
    dropped = any(kind in _NEVER_FILED for kind in situation.kinds) and not situation.combined
    return situation.item.kind is ItemKind.COUNT and not dropped


def _combined_case(situation: Situation) -> tuple[Item, ...]:
    """The counts of the case with which the prosecutor combined the charge, as far as the sheet has them."""
    number = situation.nexus.combined_with
    if number is None:
        return ()
    return tuple(one for one in situation.everything if one.case is not None and fold(one.case) == fold(number))


def _combined_case_ended(argument: Argument) -> None:
    """(a)(1)(B): the charge went into another case; how that ended decides, and the sheet may not have it."""
    situation, cite = argument.situation, argument.at("(a)(1)(B)")
    if situation.nexus.combined_with is None:
        return
    others = _combined_case(situation)
    if others and not any(undecided(one, kinds_of(one)) for one in others):
        _refiling(argument, "arrest.combined_ended", cite)
    else:
        argument.unsettled("arrest.combined_elsewhere", cite, ask="ask.combined_case")


def _limitations(argument: Argument) -> None:
    """(a)(1)(A): the period of limitations has run on every offense, and nothing was filed. Counsel says when it ran."""
    situation, cite = argument.situation, argument.at("(a)(1)(A)")
    run, charged = situation.nexus.limitations_run, situation.attested.facts.status.charged
    if charged:
        argument.unsettled("arrest.charged_somewhere", cite, ask="ask.pending_here")
    if run is False:
        argument.fails(Outcome.NOT_YET, "arrest.limitations_not_run", cite)
    elif run is None:
        argument.lacks("arrest.limitations_not_known", cite, facts=(("limitations_run", "ask.limitations_run"),))
    else:
        argument.holds("arrest.limitations_run", cite)
    if charged is None:
        argument.lacks("status.charged_open", cite, facts=(("status.charged", "ask.charged"),))


def _charges_ended(argument: Argument) -> None:
    """(a)(1)(B): every charge filed ended without a conviction that stands, and none can be filed again."""
    situation = argument.situation
    kinds = situation.kinds
    open_ones = [one for one in (situation.item, *situation.same_case) if undecided(one, kinds_of(one))]
    if open_ones:
        _end_not_shown(argument, open_ones)
    if DispositionKind.ACQUITTED in kinds:
        argument.holds("arrest.acquitted", argument.at("(a)(1)(B)(ii)"))
    elif DispositionKind.VACATED in kinds:
        _refiling(argument, "arrest.vacated", argument.at("(a)(1)(B)(iii)"))
    elif not situation.undecided:
        diverted = DispositionKind.DIVERTED in kinds and DispositionKind.DISMISSED not in kinds
        _refiling(argument, "arrest.diverted" if diverted else "arrest.dismissed", argument.at("(a)(1)(B)(i)"))
        if diverted:
            argument.asks("ask.diversion_completed")


def _end_not_shown(argument: Argument, open_ones: list[Item]) -> None:
    """The facts to ask for are the ends of this count and of the others of its case."""
    if argument.situation.attested.facts.status.charged is None:
        argument.wants(("status.charged", "ask.charged"))
    _, question = gates.RESULT_WANTED
    wanted = tuple((nexus_key(one, "result"), question) for one in open_ones)
    argument.lacks("arrest.end_not_shown", argument.at("(a)(1)(B)"), facts=wanted)


def _refiling(argument: Argument, ended: str, cite: str) -> None:
    situation = argument.situation
    again = situation.nexus.can_be_refiled
    step = argument.step(ended, None, True)
    if again is None:
        fact = ("can_be_refiled", "ask.can_be_refiled")
        argument.lacks("arrest.refiling_not_known", cite, step, facts=(fact,))
    elif again:
        argument.fails(Outcome.NOT_YET, "arrest.can_be_refiled", cite, step)
    else:
        argument.holds("arrest.cannot_be_refiled", cite, step)


def _never_sealable(argument: Argument, law: Rules) -> None:
    """(a)(2)(B): murder and offenses without a period of limitations, unless acquitted. Any charge of the arrest counts."""
    situation, cite = argument.situation, argument.at("(a)(2)(B)")
    if DispositionKind.ACQUITTED in situation.kinds:
        return
    if situation.item.section is None or situation.item.code is None:
        argument.unsettled("arrest.charge_not_read", cite, ask="ask.charge")
    elif _any_charge(argument, law.excluded):
        argument.bars(law.excluded, "arrest.excluded", cite)
    elif _any_charge(argument, law.no_limitations):
        mark = str(law.no_limitations.confidence)
        argument.unsettled("arrest.no_limitations", cite, ask="ask.no_limitations", mark=mark)
    else:
        argument.holds("arrest.not_excluded", cite)


def _any_charge(argument: Argument, value: Value) -> Tri:
    situation = argument.situation
    return bool(named_in(value, situation)) or any(
        charge_named_in(value, other.code, other.charge) for other in situation.siblings
    )


def _of_right(argument: Argument, law: Rules) -> None:
    """(c): a matter of right, but in the court's discretion when the arrest is part of a pattern. The outcome is the same."""
    if not argument.worded:
        return
    situation = argument.situation
    if named_in(law.pattern_sections, situation) is False:
        argument.holds("arrest.of_right", argument.at("(c)(1)"))
        return
    everything, sections, years = situation.everything, law.pattern_sections, law.pattern_years.number
    convictions = pattern.longest_run(pattern.conviction_days(everything, sections), years)
    arrests = pattern.longest_run(pattern.arrest_days(everything, sections), years)
    cite, mark = argument.at("(c)(2)"), str(sections.confidence)
    if convictions >= law.pattern_convictions.number or arrests >= law.pattern_arrests.number:
        argument.judgment("arrest.pattern", cite, ask="ask.interest_of_justice", mark=mark)
    else:
        argument.judgment("arrest.no_pattern_seen", cite, ask="ask.pattern", mark=mark)
