"""FICTIONAL."""

import datetime as dt

import pytest

from vacatur.law import LawError, pack
from vacatur.law.pack import CALIFORNIA, Pack
from vacatur.screening import wording
from vacatur.screening.wording import Wording, listed, long_day, plain, wording_of


def test_a_day_is_written_as_a_lawyer_writes_it() -> None:
    assert long_day(dt.date(2014, 3, 9)) == "March 9, 2014"
    assert long_day(dt.date(2015, 12, 31)) == "December 31, 2015"


@pytest.mark.parametrize(
    ("texts", "sentence"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_a_list_is_written_out(texts: tuple[str, ...], sentence: str) -> None:
    assert listed(texts) == sentence


def test_parameters_are_plain_words() -> None:
    assert plain(None) == "not known"
    assert plain(15) == "15"
    assert plain(dt.date(2014, 3, 9)) == "March 9, 2014"
    assert plain(("a", "b")) == "a and b"


def test_a_sentence_has_its_holes_filled() -> None:
    said = wording_of(pack()).sentence("timing.ceased", {"ceased": dt.date(2015, 6, 30)})

    assert said == "The victimization ended on June 30, 2015."


def test_a_sentence_without_holes_ignores_parameters() -> None:
    fixed = wording_of(pack())

    assert fixed.sentence("ask.safety", {"day": dt.date(2015, 6, 30)}) == fixed.sentence("ask.safety", {})


def test_a_reason_without_words_is_an_error_of_the_law_data() -> None:
    with pytest.raises(LawError, match=r"violent\.nonsense"):
        wording_of(pack()).sentence("violent.nonsense", {})


def test_a_step_under_another_is_kept_with_it() -> None:
    words = Wording(pack())
    under = words.step("timing.ceased", None, True, {"ceased": dt.date(2015, 6, 30)})

    step = words.step("timing.open", "Pen. Code", True, {"opened": dt.date(2016, 3, 1), "mark": "C1"}, (under,))

    assert step.because == (under,)
    assert step.confidence == "C1"


def test_one_wording_serves_a_pack_and_another_pack_has_its_own() -> None:
    other = Pack(CALIFORNIA)

    assert wording_of(pack()) is wording_of(pack())
    assert wording_of(other) is not wording_of(pack())


def test_what_is_kept_stays_within_bounds() -> None:
    words = Wording(pack())
    for day in range(wording._KEPT + 1):
        words.step("timing.ceased", None, True, {"ceased": str(day)})

    assert len(words.known) <= wording._KEPT
