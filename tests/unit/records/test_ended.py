from dataclasses import replace

import pytest

from tests.unit.drafting.matters import record
from vacatur.records.ended import how_it_ended
from vacatur.records.facts import CountResult
from vacatur.records.items import items_of
from vacatur.records.record import Disposition, DispositionKind
from vacatur.records.source import Source

ARREST, COUNT, _ = items_of(record())


def ended(*told: tuple[DispositionKind, str], juvenile: bool = False) -> CountResult | None:
    dispositions = tuple(Disposition(kind, text, Source(1, 1)) for kind, text in told)
    return how_it_ended(replace(COUNT, dispositions=dispositions, juvenile=juvenile))


@pytest.mark.parametrize(
    ("kind", "result"),
    [
        (DispositionKind.CONVICTED, CountResult.CONVICTED),
        (DispositionKind.DISMISSED_1203_4, CountResult.CONVICTED),
        (DispositionKind.DISMISSED, CountResult.DISMISSED),
        (DispositionKind.PROSECUTOR_REJECTED, CountResult.DISMISSED),
        (DispositionKind.ACQUITTED, CountResult.ACQUITTED),
        (DispositionKind.DIVERTED, None),
        (DispositionKind.PROBATION_REVOKED, None),
        (DispositionKind.OTHER, None),
    ],
)
def test_only_what_the_sheet_shows_is_an_end(kind: DispositionKind, result: CountResult | None) -> None:
    assert ended((kind, "X")) is result


def test_a_count_without_a_disposition_and_an_arrest_have_no_end() -> None:
    assert ended() is None
    assert how_it_ended(ARREST) is None


def test_a_conviction_dismissed_later_stays_a_conviction() -> None:
    assert ended((DispositionKind.CONVICTED, "CONVICTED"), (DispositionKind.DISMISSED, "DISM")) is CountResult.CONVICTED


def test_a_juvenile_court_finds_and_never_convicts() -> None:
    assert ended((DispositionKind.OTHER, "PETITION SUSTAINED"), juvenile=True) is CountResult.ADJUDGED
    assert ended((DispositionKind.CONVICTED, "CONVICTED"), juvenile=True) is CountResult.ADJUDGED
    assert ended((DispositionKind.OTHER, "PETITION NOT SUSTAINED"), juvenile=True) is None
    assert ended((DispositionKind.OTHER, "PETITION SUSTAINED")) is None


def test_a_charge_that_was_put_together_with_others_has_not_ended() -> None:
    assert ended((DispositionKind.PROSECUTOR_REJECTED, "PROS REJ-COMB W/OTHER CNTS")) is None
