"""FICTIONAL."""

from dataclasses import replace

from tests.unit.nexus.items import item
from vacatur.immigration import flags_of
from vacatur.immigration.flags import NOT_IN_TABLE
from vacatur.law import pack
from vacatur.records.item import Item
from vacatur.records.record import Level, SentenceKind, SentencePart

JAIL = SentencePart(SentenceKind.JAIL, "365 DAYS JAIL SS", days=365, suspended=True)
PROBATION = SentencePart(SentenceKind.PROBATION, "3 YEARS PROBATION", years=3)


def charged(section: str | None, code: str | None = "PC", **other: object) -> Item:
    return item(code=code, section=section, **other)


def test_each_flag_has_its_ground_words_source_and_mark() -> None:
    flags = flags_of(charged("647(b)", level=Level.MISDEMEANOR), pack())

    moral = next(flag for flag in flags if flag.ground == "cimt")
    assert moral.text == "A crime of moral turpitude."
    assert "Rohit" in moral.source
    assert moral.confidence == "C2"


def test_a_subdivision_finds_the_row_of_its_section() -> None:
    assert flags_of(charged("496(a)"), pack()) == flags_of(charged("496"), pack())


def test_a_charge_that_is_not_in_the_table_is_flagged_as_such() -> None:
    (flag,) = flags_of(charged("9999"), pack())

    assert flag.ground == NOT_IN_TABLE
    assert "Ask the immigration attorney" in flag.text


def test_a_charge_that_could_not_be_read_is_flagged_as_such() -> None:
    for unread in (charged(None), charged("647(b)", code=None)):
        (flag,) = flags_of(unread, pack())
        assert flag.ground == NOT_IN_TABLE
        assert "could not be read" in flag.text


def test_a_section_without_its_subdivision_shows_the_flags_of_each() -> None:
    flags = flags_of(charged("243"), pack())

    assert any(flag.text.startswith("If it is PC 243(d) (") for flag in flags)
    assert any(flag.text.startswith("If it is PC 243(e)(1) (") for flag in flags)


def test_a_flag_that_turns_on_the_term_imposed_shows_the_custody_on_the_sheet() -> None:
    flags = flags_of(charged("245(a)(1)", sentence=(PROBATION, JAIL)), pack())

    felony = next(flag for flag in flags if flag.ground == "aggravated_felony")
    assert felony.text.endswith("Custody printed on the sheet: 365 DAYS JAIL SS. Suspended time counts.")
    assert all("Custody" not in flag.text for flag in flags if flag.ground != "aggravated_felony")


def test_without_custody_on_the_sheet_nothing_is_added() -> None:
    flags = flags_of(charged("245(a)(1)", sentence=(PROBATION,)), pack())

    assert all("Custody" not in flag.text for flag in flags)


def test_a_flag_that_does_not_turn_on_a_term_does_not_show_it() -> None:
    flags = flags_of(charged("647(b)", sentence=(JAIL,)), pack())

    assert all("Custody" not in flag.text for flag in flags)


def test_a_ground_that_rests_on_conduct_stays_after_a_vacatur() -> None:
    flags = {flag.ground: flag for flag in flags_of(charged("647(b)"), pack())}

    assert "does not cure conduct" in (flags["prostitution"].after_vacatur or "")
    assert flags["cimt"].after_vacatur is None


def test_a_flag_may_say_when_it_holds() -> None:
    flags = flags_of(charged("237(a)", level=Level.FELONY), pack())

    assert any("When: " in flag.text for flag in flags)


def test_a_charge_is_the_same_whatever_its_number() -> None:
    one = charged("647(b)")

    assert flags_of(one, pack()) == flags_of(replace(one, number="5DV03001"), pack())
