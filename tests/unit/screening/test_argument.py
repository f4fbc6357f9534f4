"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, sheet
from vacatur.law import Confidence, pack
from vacatur.records.items import items_of
from vacatur.screening.argument import Argument
from vacatur.screening.docket import situations
from vacatur.screening.finding import Effect, Outcome
from vacatur.screening.wording import wording_of

EFFECT = Effect("no", "Nothing.")


def argument() -> Argument:
    situation = situations(items_of(sheet(CONVICTED)), FACTS, DAY)[0]
    return Argument("pc_236_14", situation, wording_of(pack()))


def test_it_begins_available_and_a_met_test_leaves_it_so() -> None:
    made = argument()

    made.holds("violent.nonviolent", made.at("(t)"))

    finding = made.finding(EFFECT, "draft")
    assert finding.outcome is Outcome.AVAILABLE
    assert finding.reasons[0].holds is True
    assert finding.reasons[0].cite == "Pen. Code, § 236.14, subd. (t)"


def test_a_worse_outcome_stays_when_a_better_one_follows() -> None:
    made = argument()

    made.fails(Outcome.BARRED, "violent.barred", None)
    made.unsettled("violent.reduced", None, ask="ask.violent_reduced")
    made.lacks("victim.not_asked", None, facts=(("victimization", "ask.victimization"),))

    assert made.outcome is Outcome.BARRED
    assert made.closed


def test_what_decides_comes_first_and_the_rest_stays_in_the_order_of_the_statute() -> None:
    made = argument()
    made.holds("violent.nonviolent", None)
    made.notes("vacatur.documents_help", None)
    made.lacks("victim.not_asked", None, facts=(("victimization", "ask.victimization"),))
    made.unsettled("violent.reduced", None, ask="ask.violent_reduced")

    ids = [reason.id for reason in made.finding(EFFECT, "draft").reasons]

    assert ids == ["victim.not_asked", "violent.nonviolent", "vacatur.documents_help", "violent.reduced"]


def test_a_closed_finding_asks_nothing() -> None:
    made = argument()
    made.unsettled("violent.reduced", None, ask="ask.violent_reduced")
    made.wants(("offense_date", "ask.offense_date"))
    made.fails(Outcome.NOT_APPLICABLE, "direct_result.denied", None)

    finding = made.finding(EFFECT, "draft")

    assert finding.questions == finding.missing == ()
    assert len(finding.reasons) == 2


def test_two_waits_end_with_the_later_one() -> None:
    made = argument()
    made.fails(Outcome.NOT_YET, "timing.not_open", None, day=dt.date(2027, 5, 1))
    made.fails(Outcome.NOT_YET, "timing.not_open", None, day=dt.date(2027, 1, 1))

    assert made.finding(EFFECT, "draft").day == dt.date(2027, 5, 1)


def test_a_wait_without_a_day_takes_the_day_away() -> None:
    made = argument()
    made.fails(Outcome.NOT_YET, "timing.not_open", None, day=dt.date(2027, 5, 1))
    made.fails(Outcome.NOT_YET, "timing.victimization_goes_on", None)
    made.fails(Outcome.NOT_YET, "timing.not_open", None, day=dt.date(2028, 5, 1))

    assert made.finding(EFFECT, "draft").day is None


def test_a_bare_name_is_a_fact_of_the_item_and_a_dotted_one_a_key_as_it_stands() -> None:
    made = argument()

    made.wants(("offense_date", "ask.offense_date"), ("status.charged", "ask.charged"))

    assert [fact.key for fact in made.finding(EFFECT, "draft").missing] == [
        "nexus[9AR04417/1].offense_date",
        "status.charged",
    ]


def test_the_same_fact_and_the_same_question_are_asked_once() -> None:
    made = argument()
    for _ in range(2):
        made.wants(("offense_date", "ask.offense_date"))
        made.asks("ask.safety")

    finding = made.finding(EFFECT, "draft")

    assert len(finding.missing) == len(finding.questions) == 1


def test_law_that_nobody_read_may_flag_and_never_decide() -> None:
    value = pack().parameter("pc_236_14/barring_entries", DAY)
    read, remembered = argument(), argument()

    read.bars(value, "violent.barred", read.at("(t)"))
    remembered.bars(replace(value, confidence=Confidence.MEMORY), "violent.barred", remembered.at("(t)"))

    assert read.outcome is Outcome.BARRED
    finding = remembered.finding(EFFECT, "draft")
    assert finding.outcome is Outcome.LAWYER_DECIDES
    assert finding.reasons[0].confidence == "M"
    assert value.cite in finding.questions[0]
