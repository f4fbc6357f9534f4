import datetime as dt

from vacatur.law import pack
from vacatur.tracking.clock import ClockState, Kind
from vacatur.tracking.counting import counted, uncounted


def test_a_day_that_can_be_counted_is_counted() -> None:
    found = counted("prosecutor-response", {"received": dt.date(2026, 10, 12)}, pack())

    assert not isinstance(found, str)
    assert found.day == dt.date(2026, 11, 30)


def test_a_day_that_the_data_does_not_reach_is_told_in_a_sentence() -> None:
    assert "2028" in str(counted("prosecutor-response", {"received": dt.date(2027, 12, 1)}, pack()))


def test_a_clock_without_a_day_waits_until_what_it_waits_for_is_done() -> None:
    day = dt.date(2027, 12, 1)

    waiting = uncounted(Kind.SEALING, "Why.", "x", day, None, None, pack())
    done = uncounted(Kind.SEALING, "Why.", "x", day, None, day, pack())

    assert (waiting.state, done.state) == (ClockState.WAITING, ClockState.MET)
    assert waiting.next_step == "A day cannot be counted yet, so counsel counts it: Why."
