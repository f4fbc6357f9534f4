import datetime as dt

from vacatur.law import pack
from vacatur.tracking.clock import Kind
from vacatur.tracking.events import Filed, Happened, Happening
from vacatur.tracking.sealing import clearance


def granted(*events: Happened) -> Filed:
    order = Happened(Happening.GRANTED, dt.date(2026, 6, 1), arrests=(dt.date(2014, 3, 9),))
    return Filed("pc_236_14", agencies=("los_angeles_police",), events=(order, *events))


def test_before_the_order_there_is_nothing_to_clear() -> None:
    assert list(clearance(granted(), dt.date(2026, 5, 31), pack())) == []


def test_what_an_agency_did_before_the_order_does_not_obey_it() -> None:
    early = Happened(Happening.SEALED, dt.date(2026, 5, 1), "los_angeles_police")
    (sealing,) = [one for one in clearance(granted(early), dt.date(2026, 6, 2), pack()) if one.kind is Kind.SEALING]

    assert sealing.met_on is None


def test_a_remedy_that_orders_no_sealing_has_no_clearance() -> None:
    filed = Filed("pc_1203_4", events=(Happened(Happening.GRANTED, dt.date(2026, 6, 1)),))

    assert list(clearance(filed, dt.date(2026, 7, 1), pack())) == []


def test_an_agency_that_is_not_in_the_data_is_called_by_its_id() -> None:
    order = Happened(Happening.GRANTED, dt.date(2026, 6, 1), arrests=(dt.date(2014, 3, 9),))
    filed = Filed("pc_236_14", agencies=("harbor_patrol",), events=(order,))

    assert any(one.next_step.startswith("harbor_patrol must seal") for one in clearance(filed, order.day, pack()))
