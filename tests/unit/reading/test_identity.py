from datetime import date

import pytest

from vacatur.reading.identity import IdentityBlock
from vacatur.records.person import Name
from vacatur.records.record import SetApartKind


def block(*lines: str) -> IdentityBlock:
    identity = IdentityBlock()
    for line in lines:
        if "/" in line or line.startswith("FPC"):
            identity.take(line, hint=True)
        else:
            identity.go_on(line, hint=True)
    return identity


def test_it_reads_several_tags_on_a_line() -> None:
    person = block(
        "DOB/19570119 SEX/M RAC/AMERICAN INDIAN", "HGT/502 WGT/317 EYE/GRN HAI/PNK POB/CA", "CTZ/MEXICO"
    ).person()

    assert (person.sex, person.race, person.height, person.weight) == ("M", "AMERICAN INDIAN", "502", "317")
    assert (person.eye, person.hair, person.birth_place, person.citizenship) == ("GRN", "PNK", "CA", "MEXICO")


def test_the_name_table_keeps_its_codes() -> None:
    person = block("NAM/001 FICTIONAL,ONE", "002 FICTIONAL, TWO", "03 FICTIONAL,THREE").person()

    assert person.names == (Name("001", "FICTIONAL,ONE"), Name("002", "FICTIONAL, TWO"), Name("03", "FICTIONAL,THREE"))


def test_a_name_without_a_code_is_the_first_and_a_long_one_wraps() -> None:
    assert block("NAM/FICTIONAL,ONE", "VERY LONG").person().names == (Name("01", "FICTIONAL,ONE VERY LONG"),)


@pytest.mark.parametrize("dirt", ["X", "'..", "12"])
def test_dirt_below_a_name_is_not_its_rest(dirt: str) -> None:
    identity = block("NAM/01 FICTIONAL,ONE")

    assert identity.go_on(dirt) == (False, None)
    assert identity.person().names == (Name("01", "FICTIONAL,ONE"),)


def test_the_first_date_of_birth_is_the_primary_one() -> None:
    person = block("DOB/19570119", "DOB/19550505 19570119", "19560606").person()

    assert person.birth_dates == (date(1957, 1, 19), date(1955, 5, 5), date(1956, 6, 6))


def test_a_date_of_birth_that_is_no_day_is_not_understood() -> None:
    assert IdentityBlock().take("DOB/19571319") == (False, None)


def test_the_record_s_own_number_has_a_letter() -> None:
    person = block("CII/99000012", "CII/A99000015", "CII/99000012").person()

    assert (person.cii, person.other_cii) == ("A99000015", ("99000012",))


def test_without_a_letter_the_last_number_is_the_record_s_own() -> None:
    assert block("CII/99000012", "CII/99000015").person().cii == "99000015"
    assert IdentityBlock().take("CII/???") == (False, None)


def test_numbers_are_kept_by_their_tags_once() -> None:
    person = block("FBI/9001000", "CDL/X1 IDN/X2 X3", "INN/CYA-Y1 CDC-X2", "MNU/OLN AZ-12345", "FBI/9001000").person()

    assert person.numbers == (
        ("FBI", "9001000"),
        ("CDL", "X1"),
        ("IDN", "X2"),
        ("IDN", "X3"),
        ("INN", "CYA-Y1"),
        ("INN", "CDC-X2"),
        ("MNU", "OLN AZ-12345"),
    )


def test_monikers_and_occupations_wrap() -> None:
    person = block("MON/TINY; SLIM", "OCC/COOK; WAITER;", "DRIVER").person()

    assert (person.monikers, person.occupations) == (("TINY", "SLIM"), ("COOK", "WAITER", "DRIVER"))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("SOC/000000001 000000002", SetApartKind.SSN),
        ("MDS/WEARS A PACEMAKER", SetApartKind.MEDICAL),
        ("IDN/000-00-0000", SetApartKind.SSN),
    ],
)
def test_sensitive_values_are_set_apart_and_kept_out(line: str, kind: SetApartKind) -> None:
    identity = IdentityBlock()

    assert identity.take(line, hint=True) == (True, kind)
    assert identity.go_on("MORE OF IT", hint=True)[1] in (kind, None)
    assert "0000" not in repr(identity.person())
    assert "PACEMAKER" not in repr(identity.person())


def test_the_lines_below_a_sensitive_tag_are_set_apart_too() -> None:
    identity = block("MDS/WEARS")

    assert identity.go_on("A PACEMAKER") == (True, SetApartKind.MEDICAL)


def test_fingerprint_classes_and_marks_are_skipped_with_their_lines() -> None:
    identity = block("FPC 12 M 9 U OOI 10", "L 2 U OOI 11", "SMT/TAT UR ARM;", "SC L HND")

    assert identity.go_on("MORE") == (True, None)
    assert identity.person() == IdentityBlock().person()


def test_a_line_that_belongs_to_no_tag_is_not_understood() -> None:
    assert IdentityBlock().go_on("WORDS") == (False, None)
    assert block("SEX/F").go_on("M") == (False, None)
    assert block("SEX/F").take("SEX/F") == (True, None)


@pytest.mark.parametrize(("printed", "height"), [("5II", "511"), ("5O2", "502"), ("502", "502"), ("TALL", "TALL")])
def test_figures_of_a_height_are_figures(printed: str, height: str) -> None:
    block = IdentityBlock()
    block.take(f"HGT/{printed} WGT/I50")

    assert (block.plain["height"], block.plain["weight"]) == (height, "150")
