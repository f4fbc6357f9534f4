import datetime as dt

import pytest

from vacatur.law import pack
from vacatur.law.deadlines import due
from vacatur.tracking.clock import ClockState, state_of

DUE = due("prosecutor-response", {"received": dt.date(2026, 10, 12)}, pack())  # Monday 2026-11-30


@pytest.mark.parametrize(
    ("met_on", "as_of", "state"),
    [
        (None, "2026-11-30", (ClockState.RUNNING, False)),
        (None, "2026-12-01", (ClockState.MISSED, False)),
        ("2026-11-30", "2026-12-01", (ClockState.MET, False)),
        ("2026-12-01", "2026-12-02", (ClockState.MET, True)),
        ("2026-12-05", "2026-12-02", (ClockState.MISSED, False)),
    ],
)
def test_the_state_of_a_running_clock(met_on: str | None, as_of: str, state: tuple[ClockState, bool]) -> None:
    met = dt.date.fromisoformat(met_on) if met_on else None

    assert state_of(DUE, met, dt.date.fromisoformat(as_of)) == state
