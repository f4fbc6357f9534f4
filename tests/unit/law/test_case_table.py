import datetime as dt

import pytest

from vacatur.law.case_table import read_rows, record_of
from vacatur.law.errors import LawError
from vacatur.records.item import ItemKind
from vacatur.records.items import items_of
from vacatur.records.record import DispositionKind, EventKind, Level, Record, SentenceKind

TABLE = """
case | count | code | section | attempt | level | charged | arrest | court | disposition | sentence
5VY02034|1|PC|647(b)||M|M| 2014-03-09 | 2014-04-02 | convicted; reduced 2016-01-05 M | 3 years probation, 10 days jail suspended, fine
5VY02034 | 2 | PC | 211 | yes | F | F | 2014-03-09 | 2014-04-02 | dismissed |
         |   | PC | 484(a) | | | M | 2013-05-02 | | prosecutor_rejected |
"""


def record(table: str = TABLE) -> Record:
    return record_of(read_rows(table, "cases/x.toml"))


def test_rows_of_one_case_stand_in_one_cycle_and_an_unfiled_arrest_in_its_own() -> None:
    kinds = [[event.kind for event in cycle.events] for cycle in record().cycles]

    assert kinds == [[EventKind.ARREST, EventKind.COURT], [EventKind.ARREST]]


def test_it_gives_the_items_a_sheet_would() -> None:
    items = items_of(record())

    assert [(item.kind, item.number, item.count, item.section) for item in items] == [
        (ItemKind.COUNT, "5VY02034", 1, "647(b)"),
        (ItemKind.COUNT, "5VY02034", 2, "211"),
        (ItemKind.ARREST, None, 1, "484(a)"),
    ]
    assert items[0].conviction_level is Level.MISDEMEANOR
    assert items[1].attempt
    assert items[0].arrest_date == dt.date(2014, 3, 9)
    assert items[2].dispositions[0].kind is DispositionKind.PROSECUTOR_REJECTED


def test_a_later_disposition_has_its_own_day_and_level() -> None:
    first, second = record().cycles[0].events[1].counts[0].dispositions

    assert (first.kind, first.date, first.level) == (DispositionKind.CONVICTED, dt.date(2014, 4, 2), Level.MISDEMEANOR)
    assert (second.kind, second.date, second.level) == (DispositionKind.REDUCED, dt.date(2016, 1, 5), Level.MISDEMEANOR)


def test_a_sentence_is_read_in_its_parts() -> None:
    probation, jail, fine = record().cycles[0].events[1].counts[0].dispositions[0].sentence

    assert (probation.kind, probation.years) == (SentenceKind.PROBATION, 3)
    assert (jail.kind, jail.days, jail.suspended) == (SentenceKind.JAIL, 10, True)
    assert (fine.kind, fine.days) == (SentenceKind.FINE, None)


def test_the_courts_and_police_can_be_named() -> None:
    table = "case | arrest | court | court_name | police\n1 | 2020-01-01 | 2020-02-01 | CASC POMONA | CAPD POMONA"
    arrest, court = record(table).cycles[0].events

    assert (arrest.agency, court.agency) == ("CAPD POMONA", "CASC POMONA")


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("", "needs a line of columns"),
        ("case | code", "needs a line of columns"),
        ("case | colour\n1 | red", "the column 'colour' is not known"),
        ("case | case\n1 | 2", "stands twice"),
        ("case | code\n1 | PC | more", "row 1 of a table has more cells"),
        ("case | court\n1 | yesterday", "'yesterday' in the column 'court' is not a day"),
        ("case | level\n1 | X", "'X' in the column 'level' is not a level"),
        ("case | disposition\n1 | forgotten", "'forgotten' is not a disposition"),
        ("case | disposition\n1 | reduced 2016-13-01", "'2016-13-01' in the column 'disposition' is not a day"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_file(table: str, sentence: str) -> None:
    with pytest.raises(LawError, match=sentence) as caught:
        record(table)

    assert caught.value.file == "cases/x.toml"
