"""FICTIONAL."""

import pytest

from vacatur.records.answering import answered, combined, not_filed, same_charge
from vacatur.records.record import Count, Disposition, DispositionKind
from vacatur.records.source import Source

HERE = Source(1, 1)


def count(section: str | None, code: str = "PC", other: tuple[str, ...] = (), dispo: str | None = None) -> Count:
    kind = DispositionKind.PROSECUTOR_REJECTED if dispo and "REJ" in dispo else DispositionKind.OTHER
    said = (Disposition(kind, dispo, HERE),) if dispo else ()
    return Count(1, HERE, code if section else None, section, other_sections=other, dispositions=said)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (count("459"), count("459")),
        (count("496(a)(2)"), count("496(a)")),
        (count("647"), count("647(b)")),
        (count("484(a)", other=("490.5",)), count("490.5(a)")),
        (count("10851", "VC", other=("PC 496d(a)",)), count("496d")),
    ],
)
def test_the_same_charge_may_leave_a_subdivision_out(one: Count, other: Count) -> None:
    assert same_charge(one, other)
    assert same_charge(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (count("647(b)"), count("647(f)")),
        (count("459"), count("459.5")),
        (count("11"), count("11", "HS")),
        (count("484"), count("4840")),
        (count(None), count(None)),
    ],
)
def test_another_charge_is_not_the_same(one: Count, other: Count) -> None:
    assert not same_charge(one, other)
    assert not same_charge(other, one)


def test_a_filed_count_of_the_same_charge_answers() -> None:
    assert answered(count("484(a)"), [count("459"), count("484")]) is True
    assert answered(count("484(a)"), [None, count("484")]) is True


def test_nothing_answers_when_all_charges_were_read_and_differ() -> None:
    assert answered(count("211"), [count("459"), count("484")]) is False


@pytest.mark.parametrize(
    ("one", "filed"),
    [
        (count(None), [count("459")]),
        (count("211"), [count("459"), count(None)]),
        (count("211"), [None]),
        (count("211", dispo="PROS REJ-COMB W/OTHER CNTS"), [count("459")]),
    ],
)
def test_what_cannot_be_read_or_was_combined_is_not_known(one: Count, filed: list[Count | None]) -> None:
    assert answered(one, filed) is None


@pytest.mark.parametrize(
    ("dispo", "dropped"),
    [
        (None, False),
        ("PROS REJ-OTHER", True),
        ("PROS REJ-COMB W/OTHER CNTS", False),
        ("PROS DEFERRED FOR REVOCATION OF PAROLE", True),
        ("CLARIFICATION REQUESTED", False),
    ],
)
def test_the_sheet_says_which_arrest_counts_were_not_filed(dispo: str | None, dropped: bool) -> None:
    assert not_filed(count("459", dispo=dispo)) is dropped


def test_a_combined_charge_is_known_by_its_words() -> None:
    assert combined(Disposition(DispositionKind.PROSECUTOR_REJECTED, "PROS REJ-COMB W/OTHER CNTS", HERE))
    assert not combined(Disposition(DispositionKind.PROSECUTOR_REJECTED, "PROS REJ-OTHER", HERE))
