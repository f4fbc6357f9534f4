"""FICTIONAL."""

import datetime as dt

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, sheet
from vacatur.law import pack
from vacatur.records.items import items_of
from vacatur.screening import outline
from vacatur.screening.docket import situations
from vacatur.screening.finding import Effect, Outcome
from vacatur.screening.outline import Outline
from vacatur.screening.wording import wording_of

EFFECT = Effect("no", "Nothing.")


def made() -> Outline:
    return Outline("pc_236_14", situations(items_of(sheet(CONVICTED)), FACTS, DAY)[0], wording_of(pack()))


def test_it_keeps_the_outcome_and_the_day_and_no_words() -> None:
    short = made()
    short.holds("violent.nonviolent", short.at("(t)"))
    short.notes("vacatur.never_expires", None)
    short.judgment("vacatur.intent", None, ask="ask.intent")
    short.asks("ask.safety")
    short.wants(("offense_date", "ask.offense_date"))
    short.fails(Outcome.NOT_YET, "timing.not_open", None, day=dt.date(2027, 5, 1))

    finding = short.finding(EFFECT, "draft")

    assert (finding.outcome, finding.day) == (Outcome.NOT_YET, dt.date(2027, 5, 1))
    assert finding.reasons == finding.questions == finding.missing == ()


def test_facts_and_lawyers_questions_count_as_in_the_full_argument() -> None:
    lacking, unsettled = made(), made()
    lacking.lacks("victim.not_asked", None, facts=(("victimization", "ask.victimization"),))
    unsettled.unsettled("violent.reduced", None, ask="ask.violent_reduced")

    assert lacking.outcome is Outcome.NEEDS_FACTS
    assert unsettled.outcome is Outcome.LAWYER_DECIDES


def test_equal_findings_are_one_object() -> None:
    assert made().finding(EFFECT, "draft") is made().finding(EFFECT, "draft")


def test_findings_with_another_effect_are_not_mixed_up() -> None:
    other = Effect("yes", "Everything.")

    assert made().finding(EFFECT, "draft").effect is EFFECT
    assert made().finding(other, "draft").effect is other


def test_what_is_kept_stays_within_bounds() -> None:
    outline._BARE.clear()
    outline._BARE.update(
        {(str(n), Outcome.BARRED, None, ""): made().finding(EFFECT, "x") for n in range(outline._KEPT)}
    )

    made().finding(EFFECT, "draft")

    assert len(outline._BARE) < outline._KEPT
