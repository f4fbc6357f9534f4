import datetime as dt

import pytest

from vacatur.kit.errors import InputError
from vacatur.tracking.events import Filed, Happened, Happening, check_order

CITY = "los_angeles_city_attorney"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def petition(*events: Happened) -> Filed:
    return Filed("pc_236_14", (CITY,), events=events)


def test_events_of_a_kind_come_in_the_order_of_their_days() -> None:
    later, earlier = Happened(Happening.SEALED, day("2026-03-01")), Happened(Happening.SEALED, day("2026-02-01"))

    assert petition(later, earlier).of(Happening.SEALED) == (earlier, later)
    assert petition(later, earlier).first(Happening.SEALED) is earlier
    assert petition().first(Happening.FILED) is None


def test_events_can_be_asked_for_by_who_they_are_about() -> None:
    mine = Happened(Happening.RECEIVED, day("2026-03-01"), CITY)
    other = Happened(Happening.RECEIVED, day("2026-02-01"), "somebody_else")

    assert petition(mine, other).of(Happening.RECEIVED, CITY) == (mine,)


@pytest.mark.parametrize(
    ("events", "sentence"),
    [
        (
            [
                Happened(Happening.MAILED, day("2026-03-02"), CITY),
                Happened(Happening.RECEIVED, day("2026-03-01"), CITY),
            ],
            "received before they were mailed",
        ),
        (
            [
                Happened(Happening.RECEIVED, day("2026-03-02"), CITY),
                Happened(Happening.OPPOSED, day("2026-03-01"), CITY),
            ],
            "cannot answer before the petition was received",
        ),
        (
            [Happened(Happening.FILED, day("2026-03-02")), Happened(Happening.GRANTED, day("2026-03-01"))],
            "cannot come before the filing",
        ),
        (
            [Happened(Happening.GRANTED, day("2026-03-01"), arrests=(day("2026-03-02"),))],
            "An arrest cannot come after the order",
        ),
    ],
)
def test_events_that_cannot_have_happened_in_that_order_are_refused(events: list[Happened], sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as caught:
        check_order(petition(*events))

    assert "2026" not in caught.value.sentence


def test_events_on_one_day_are_in_order() -> None:
    one = day("2026-03-02")

    check_order(petition(Happened(Happening.MAILED, one, CITY), Happened(Happening.RECEIVED, one, CITY)))
