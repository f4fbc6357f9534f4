"""Penal Code section 1203.4: withdrawal of the plea and dismissal after probation, in the order of its subdivisions."""

import datetime as dt
from dataclasses import dataclass

from vacatur.law.pack import Pack
from vacatur.law.parameters import Value
from vacatur.records.facts import ProbationOutcome
from vacatur.records.record import DispositionKind, Level
from vacatur.screening.argument import Argument
from vacatur.screening.elements import gates
from vacatur.screening.elements.probation import Probation, probation_of
from vacatur.screening.elements.sections import named_in
from vacatur.screening.elements.three_nots import three_nots
from vacatur.screening.finding import Outcome, Reason

ID = "pc_1203_4"


@dataclass(frozen=True, slots=True)
class Rules:
    """The lists the section reads: convictions it leaves out, and those left to the court's discretion."""

    sections: Value
    felonies: Value
    misdemeanors: Value
    levels: Value
    discretionary: Value
    notice: Value


def rules(pack: Pack, day: dt.date) -> Rules:
    """The law this relief reads, on the day asked about."""
    return Rules(
        sections=pack.parameter(f"{ID}/excluded_sections", day),
        felonies=pack.parameter(f"{ID}/excluded_felonies", day),
        misdemeanors=pack.parameter(f"{ID}/excluded_misdemeanors", day),
        levels=pack.parameter(f"{ID}/excluded_levels", day),
        discretionary=pack.parameter(f"{ID}/discretionary_sections", day),
        notice=pack.parameter(f"{ID}/notice_days", day),
    )


def find(argument: Argument, law: Rules) -> None:
    """Add every step."""
    if _nothing_to_dismiss(argument):
        return
    probation = probation_of(argument.situation)
    if not _probation_granted(argument, probation):
        return
    _probation_over(argument, probation)
    three_nots(argument, argument.at("(a)(1)"), until=probation.ends)
    if not _discretionary(argument, law):
        _which_branch(argument, probation)
    _excluded(argument, law)
    argument.notes("probation.notice", argument.at(""), days=law.notice.number)
    argument.notes("probation.restitution", argument.at(""))
    argument.notes("probation.vacatur_first", None)


def _nothing_to_dismiss(argument: Argument) -> bool:
    """(a)(1): a conviction, by a California court, of an adult, that still stands."""
    situation = argument.situation
    if gates.another_sovereign(argument):
        return True
    if gates.granted_already(argument, DispositionKind.DISMISSED_1203_4, argument.at("(a)(1)")):
        return True
    if situation.undecided:
        argument.lacks("gate.end_not_shown", argument.at("(a)(1)"), facts=(gates.RESULT_WANTED,))
        return True
    if not situation.convicted:
        argument.fails(Outcome.NOT_APPLICABLE, "probation.no_conviction", argument.at("(a)(1)"))
    elif DispositionKind.VACATED in situation.kinds:
        argument.fails(Outcome.NOT_APPLICABLE, "probation.vacated", argument.at("(a)(1)"))
    elif situation.item.juvenile:
        argument.fails(Outcome.NOT_APPLICABLE, "probation.juvenile", argument.at("(a)(1)"))
    return argument.closed


def _probation_granted(argument: Argument, probation: Probation) -> bool:
    """(a)(1): the section is for those who were granted probation."""
    cite = argument.at("(a)(1)")
    if probation.granted is False:
        argument.fails(
            Outcome.NOT_APPLICABLE, "probation.prison" if probation.prison else "probation.not_granted", cite
        )
        return False
    if probation.granted is None:
        argument.lacks("probation.no_sentence", cite, facts=(("probation_outcome", "ask.probation_outcome"),))
    elif probation.prison or probation.prison_later:
        argument.unsettled("probation.and_prison", cite, ask="ask.probation_and_prison")
    else:
        argument.holds("probation.granted", cite)
    return True


def _probation_over(argument: Argument, probation: Probation) -> None:
    """(a)(1): at any time after the termination of the period of probation."""
    situation, cite = argument.situation, argument.at("(a)(1)")
    attested = situation.nexus.probation_ended
    if attested is not None:
        _compare(argument, attested, "probation.ended_by_fact", cite)
    elif situation.attested.facts.status.on_probation is False:
        argument.holds("probation.over_by_status", cite)
    elif probation.ends is not None:
        _compare(argument, probation.ends, "probation.ends_by_sheet", cite)
    else:
        step = "probation.changed_on_sheet" if probation.granted else "probation.no_sentence"
        fact = ("probation_ended", "ask.probation_ended")
        argument.lacks("probation.end_not_known", cite, argument.step(step, None, None), facts=(fact,))


def _compare(argument: Argument, ends: dt.date, step: str, cite: str) -> None:
    over = argument.situation.attested.as_of >= ends
    told: Reason = argument.step(step, None, over, ends=ends)
    if over:
        argument.holds("probation.over", cite, told)
    else:
        argument.fails(Outcome.NOT_YET, "probation.not_over", cite, told, day=ends)


def _which_branch(argument: Argument, probation: Probation) -> None:
    """(a)(1): fulfilled for the whole period or discharged early, the court shall; in any other case it may."""
    situation, cite = argument.situation, argument.at("(a)(1)")
    outcome = situation.nexus.probation_outcome
    if outcome is ProbationOutcome.NOT_FULFILLED:
        argument.judgment("probation.not_fulfilled", cite, ask="ask.interest_of_justice")
    elif outcome is not None:
        argument.holds(f"probation.{outcome}", cite)
    else:
        step = "probation.revoked_on_sheet" if probation.revoked else "probation.outcome_not_asked"
        argument.judgment(step, cite, ask="ask.probation_branch")
        argument.wants(("probation_outcome", "ask.probation_outcome"))


def _excluded(argument: Argument, law: Rules) -> None:
    """(b): convictions the section does not reach, some at any level, some at one."""
    level, cite = argument.situation.level_that_counts, argument.at("(b)")
    if level is not None and level in law.levels.texts:
        argument.bars(law.levels, "probation.excluded_level", cite)
        return
    lists = ((law.sections, level or Level.FELONY), (law.felonies, Level.FELONY), (law.misdemeanors, Level.MISDEMEANOR))
    named = [(value, named_in(value, argument.situation)) for value, at in lists if level in (None, at)]
    found = next((value for value, holds in named if holds), None)
    if level is None and found is not law.sections:
        argument.lacks("probation.level_not_known", cite, facts=(("conviction_level", "ask.conviction_level"),))
    elif found is not None:
        argument.bars(found, "probation.excluded_section", cite)
    elif any(holds is None for _, holds in named):
        _charge_not_known(argument, cite)
    else:
        argument.holds("probation.not_excluded", cite)


def _charge_not_known(argument: Argument, cite: str) -> None:
    situation = argument.situation
    if situation.section is None:
        argument.unsettled("probation.charge_not_read", cite, ask="ask.charge")
    else:
        argument.lacks("probation.subdivision_not_known", cite, facts=(("section", "ask.subdivision"),))


def _discretionary(argument: Argument, law: Rules) -> bool:
    """(c): offenses of Vehicle Code section 12810, subdivisions (a) to (e), are never of right. A list from memory only asks."""
    if not named_in(law.discretionary, argument.situation):
        return False
    cite, mark = argument.at("(c)"), str(law.discretionary.confidence)
    if not law.discretionary.confidence.may_decide:
        argument.judgment("probation.perhaps_discretionary", cite, ask="ask.discretionary_only", mark=mark)
        return False
    listed = argument.step("probation.listed_in_12810", law.discretionary.cite, None, mark=mark)
    argument.judgment("probation.discretionary_only", cite, listed, ask="ask.interest_of_justice")
    return True
