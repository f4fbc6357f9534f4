"""A small fictional sheet around the lines a test is about."""

from collections.abc import Callable

import pytest

from vacatur.reading import read_text
from vacatur.records.record import Count, Event, Record

HEAD = "ATTN:FICTIONAL\nCII/A99000001\nDOB/19800101 SEX/F\nNAM/01 FICTIONAL,ONE\n* * * *\n"
COURT = "COURT:                NAM:01\n20010201  CASC LOS ANGELES METRO\n\n"

ReadBody = Callable[[str], Record]
ReadEvent = Callable[[str], Event]
ReadCount = Callable[[str], Count]


@pytest.fixture
def read_body() -> ReadBody:
    """Read a sheet with these lines after the identity block and the first separator."""
    return lambda body: read_text(HEAD + body)


@pytest.fixture
def read_event(read_body: ReadBody) -> ReadEvent:
    """Read a court event with these lines after its agency; the last event of the sheet."""
    return lambda body: read_body(COURT + body).cycles[-1].events[-1]


@pytest.fixture
def read_count(read_event: ReadEvent) -> ReadCount:
    """Read these lines after `CNT:01 #1CR00001`; the first count of the event."""
    return lambda body: read_event("CNT:01     #1CR00001\n" + body).counts[0]
