"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, asked, ids, sheet
from vacatur.law import pack
from vacatur.records.record import Count, Level, Record
from vacatur.records.source import Source
from vacatur.screening.booked import Charge, booked_in
from vacatur.screening.engine import screen


def booked_on(level: Level | None, section: str | None = "211", conviction: str = CONVICTED) -> Record:
    """A conviction whose arrest was on something else too."""
    record = sheet(conviction)
    cycle = record.cycles[0]
    arrest = cycle.events[0]
    more = Count(2, Source(1, 2), "PC" if section else None, section, charged_level=level)
    arrest = replace(arrest, counts=(*arrest.counts, more))
    return replace(record, cycles=(replace(cycle, events=(arrest, *cycle.events[1:])),))


def test_it_lists_the_charges_of_an_arrest_by_its_day() -> None:
    found = booked_in(booked_on(Level.FELONY))

    assert found[dt.date(2014, 3, 9)] == (
        Charge("PC", "647(b)", Level.MISDEMEANOR, False),
        Charge("PC", "211", Level.FELONY, False),
    )


def test_a_charge_that_could_not_be_read_is_left_to_the_sheet() -> None:
    assert len(booked_in(booked_on(Level.FELONY, section=None))[dt.date(2014, 3, 9)]) == 1


def test_an_arrest_on_a_violent_charge_leaves_the_conviction_open_and_asks_about_the_arrest() -> None:
    finding = screen(booked_on(Level.FELONY), FACTS, DAY, pack()).items[0].findings[0]

    assert finding.outcome == "available"
    assert "violent.arrest" in ids(finding)
    (put,) = finding.to_decide
    assert (put.reason, put.charge) == ("violent.arrest", "PC 211")
    assert put.text in finding.questions
    assert put.text.startswith("The arrest was booked on PC 211")


def test_an_arrest_on_a_charge_without_level_asks_as_well() -> None:
    assert "violent.arrest" in ids(screen(booked_on(None), FACTS, DAY, pack()).items[0].findings[0])


def test_an_arrest_on_a_misdemeanor_or_on_an_unlisted_charge_asks_nothing() -> None:
    for record in (booked_on(Level.MISDEMEANOR), booked_on(Level.FELONY, section="487(a)"), sheet(CONVICTED)):
        assert "violent.arrest" not in ids(screen(record, FACTS, DAY, pack()).items[0].findings[0])


def test_a_felony_conviction_asks_about_the_arrest_too() -> None:
    felony = CONVICTED.replace("647(b) | M | M", "487(a) | F | F")
    assault = CONVICTED.replace("647(b) | M | M", "459/460(b) | F | F")

    for conviction in (felony, assault):
        record = booked_on(Level.FELONY, conviction=conviction)
        assert "violent.arrest" in ids(screen(record, FACTS, DAY, pack()).items[0].findings[0])


def test_without_the_record_nothing_of_the_arrest_is_known() -> None:
    assert "violent.arrest" not in ids(asked("pc_236_14"))
