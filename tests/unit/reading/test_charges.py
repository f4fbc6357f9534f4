import pytest

from vacatur.kit.sections import Sections
from vacatur.reading.charges import is_doubtful, is_sentencing_line, looks_damaged, read_charge, take_level
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
        ("666 PC7ID THEFT", "PC", "666", "ID THEFT"),
        ("487.1 PC7GT", "PC", "487.1", "GT"),
        ("487 PCYGT", "PC", "487", "GT"),
        ("487 PC7", "PC", "487", None),
        ("23152(A) VC7DUI", "VC", "23152(a)", "DUI"),
        ("11350(A) HSYPOSSESS", "HS", "11350(a)", "POSSESS"),
        ("459. PC-BURGLARY", "PC", "459", "BURGLARY"),
        ("459,PC-BURGLARY", "PC", "459", "BURGLARY"),
        ("459-PC-BURGLARY", "PC", "459", "BURGLARY"),
        ("459 PC.BURGLARY", "PC", "459", "BURGLARY"),
        ("459 PC_BURGLARY", "PC", "459", "BURGLARY"),
        ("647(B) PC:PROSTITUTION", "PC", "647(b)", "PROSTITUTION"),
        ("470 PC/FORGERY", "PC", "470", "FORGERY"),
        ("490 PC YOUNG PERSON", "PC", "490", "YOUNG PERSON"),
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
        "459 P0-BURGLARY",
        "484 THEFT PC",
        "459 PC/11350 HS",
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


@pytest.mark.parametrize(
    "text", ["459 P0-BURGLARY", "459 BURGLARY", "484 THEFT PC", "L1350 HS-POSSESS", "L1350 HS7POSSESS"]
)
def test_words_with_a_damaged_section_or_code_are_doubtful(text: str) -> None:
    assert is_doubtful(text)


@pytest.mark.parametrize("text", ["TRAFFIC VIOLATION", "SEE COMMENT FOR CHARGE", "OUT OF STATE PAROLEE", "PC-BURGLARY"])
def test_plain_words_are_not_doubtful(text: str) -> None:
    assert not is_doubtful(text)


@pytest.mark.parametrize(
    ("text", "damaged"), [("459 PO-BURGLARY", True), ("41.18(D) LA-SIT", False), ("459 PC-X", False)]
)
def test_a_code_that_looks_like_a_known_one_may_be_damaged(text: str, damaged: bool) -> None:
    charge = read_charge(text)

    assert charge is not None
    assert looks_damaged(charge) is damaged
