import pytest

from vacatur.kit.sections import Sections
from vacatur.reading.charges import is_sentencing_line, read_charge, take_level
from vacatur.records.record import Level


@pytest.mark.parametrize(
    ("text", "code", "section", "words"),
    [
        ("459 PC-BURGLARY", "PC", "459", "BURGLARY"),
        ("496 (A) (2) PC-RECEIVE KNOWN STOLEN PROPERTY", "PC", "496(a)(2)", "RECEIVE KNOWN STOLEN PROPERTY"),
        ("537E(A) PC", "PC", "537e(a)", None),
        ("490,2 CP-PETTY THEFT", "PC", "490.2", "PETTY THEFT"),
        ("459 PCYBURGLARY", "PC", "459", "BURGLARY"),
        ("459 PC7BURGLARY", "PC", "459", "BURGLARY"),
        ("459PC - BURGLARY", "PC", "459", "BURGLARY"),
        ("11377(A) HS-POSSESS CONTROLLED SUBSTANCE", "HS", "11377(a)", "POSSESS CONTROLLED SUBSTANCE"),
        ("14601.1(A) VC-DRIVE W/LIC SUSP", "VC", "14601.1(a)", "DRIVE W/LIC SUSP"),
        ("25658(A) BP-FURNISH LIQUOR", "BP", "25658(a)", "FURNISH LIQUOR"),
        ("18 2113(A) US-BANK/ETC ROBBERY", "US 18", "2113(a)", "BANK/ETC ROBBERY"),
        ("41.18(D) LA-SIT ON SIDEWALK", "LA", "41.18(d)", "SIT ON SIDEWALK"),
    ],
)
def test_it_reads_a_charge(text: str, code: str, section: str, words: str | None) -> None:
    charge = read_charge(text)

    assert charge is not None
    assert (charge.code, charge.sections.first, charge.description) == (code, section, words)


@pytest.mark.parametrize(
    "text",
    [
        "TRAFFIC VIOLATION",
        "3 YEARS PROBATION",
        "365 DAYS JAIL",
        "19840725  CASO LOS ANGELES",
        "PC-BURGLARY",
        "12 MONTHS PROB",
    ],
)
def test_it_takes_nothing_else_for_a_charge(text: str) -> None:
    assert read_charge(text) is None


def test_it_takes_the_level_from_the_same_line() -> None:
    charge = read_charge("484(A)/490.5 PC-PETTY THEFT          TOC:M")

    assert charge is not None
    assert charge.sections == Sections("484(a)", ("490.5",))
    assert charge.level is Level.MISDEMEANOR
    assert charge.description == "PETTY THEFT"


@pytest.mark.parametrize(
    ("text", "rest", "level"),
    [
        ("TOC:F.", "", Level.FELONY),
        ("X TÓC:M", "X", Level.MISDEMEANOR),
        ("T0C;I", "", Level.INFRACTION),
        ("TOC:N", "", None),
        ("NOTHING OF THE KIND", "NOTHING OF THE KIND", None),
        ("STOCK:F", "STOCK:F", None),
    ],
)
def test_it_takes_the_type_of_charge_out_of_a_line(text: str, rest: str, level: Level | None) -> None:
    assert take_level(text) == (rest, level)


@pytest.mark.parametrize(
    "text", ["1170 (H) PC-SENTENCING", ".-1170 (H) PC-SENTENCING", "1170(H)(5) PC-SENTENCING", ".-1170 (H)"]
)
def test_it_knows_the_sentencing_line(text: str) -> None:
    assert is_sentencing_line(text)


def test_1170_with_other_words_is_a_charge() -> None:
    assert not is_sentencing_line("1170 (D) PC-OTHER")
