from vacatur.law.case_table import read_rows, record_of
from vacatur.records.record import Record
from vacatur.tracking import compare

HEAD = "case | booking | code | section | level | arrest | court | disposition\n"


def sheet(*rows: str) -> Record:
    return record_of(read_rows(HEAD + "\n".join(rows), "sheet"))


def test_it_tells_what_is_gone_new_changed_and_the_same() -> None:
    old = sheet(
        "A1 | | PC | 647(b) | M | 2014-03-09 | 2014-04-02 | convicted", " | B2 | PC | 484(a) | | 2015-01-01 | |"
    )
    new = sheet(
        "A1 | | PC | 647(b) | M | 2014-03-09 | 2014-04-02 | convicted; vacated 2026-06-01",
        "C3 | | PC | 602 | M | 2020-01-01 | 2020-02-01 | dismissed",
    )

    assert compare(old, new).lines() == [
        "Gone from the later sheet: 1",
        "  - arrest B2: PC 484(a), CAPD LOS ANGELES, 2015-01-01",
        "New on the later sheet: 1",
        "  + C3, count 1: PC 602, CASC LOS ANGELES, 2020-01-01",
        "Changed: 1",
        "  * A1, count 1: PC 647(b), CASC LOS ANGELES, 2014-03-09",
        "      disposition: added vacated 2026-06-01",
        "The same on both: 0",
    ]


def test_what_is_no_longer_there_and_what_reads_otherwise_is_told() -> None:
    old = sheet("A1 | | PC | 647(b) | M | 2014-03-09 | 2014-04-02 | convicted; probation_revoked 2015-01-01")
    new = sheet("A1 | | PC | 647(a) | M | 2014-03-09 | 2014-04-02 | convicted")

    lines = compare(old, new).lines()

    assert "      charge: PC 647(b) -> PC 647(a)" in lines
    assert "      disposition: no longer there: probation revoked 2015-01-01" in lines


def test_an_arrest_that_became_a_case_is_told_with_the_case() -> None:
    old = sheet(" | B2 | PC | 484(a) | | 2015-01-01 | |")
    new = sheet("C3 | | PC | 602 | M | 2015-01-01 | 2015-02-01 | dismissed")

    assert compare(old, new).lines()[1:4] == [
        "  - arrest B2: PC 484(a), CAPD LOS ANGELES, 2015-01-01",
        "      Charges were filed from this arrest since the earlier sheet.",
        "      now C3, count 1: PC 602, CASC LOS ANGELES, 2015-01-01",
    ]


def test_cautions_come_first() -> None:
    record = sheet("A1 | | PC | 647(b) | F | 2014-03-09 | 2014-04-02 | convicted")
    lines = compare(record, Record(file="empty", person=record.person)).lines()

    assert lines[0].startswith("Caution: The later sheet holds no cycles")
    assert lines[1] == ""
