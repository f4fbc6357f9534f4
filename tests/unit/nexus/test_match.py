"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.nexus.items import item
from vacatur.kit.errors import InputError
from vacatur.nexus import match
from vacatur.nexus.match import fold
from vacatur.records.facts import CountResult, Facts, Nexus
from vacatur.records.item import Item, ItemKind
from vacatur.records.record import Disposition, DispositionKind
from vacatur.records.source import Source

FIRST, SECOND, OTHER = item(), item(count=2), item("5DV03001")
ARREST = item("3381207", kind=ItemKind.ARREST, case=None)


def matched(*nexus: Nexus, items: tuple[Item, ...] = (FIRST, SECOND, OTHER, ARREST)) -> dict[str, Nexus]:
    return match(items, Facts(nexus=nexus))


def refused(*nexus: Nexus, items: tuple[Item, ...] = (FIRST, SECOND, OTHER, ARREST)) -> str:
    with pytest.raises(InputError) as error:
        matched(*nexus, items=items)
    return error.value.sentence


def test_nothing_said_matches_nothing() -> None:
    assert matched() == {}


def test_an_entry_finds_its_count_of_a_case() -> None:
    said = Nexus("9AR04417", count=2)

    assert matched(said) == {SECOND.id: said}


def test_a_number_with_one_count_needs_no_count() -> None:
    said = Nexus("5DV03001")

    assert matched(said) == {OTHER.id: said}


def test_an_arrest_is_found_by_its_booking_number() -> None:
    said = Nexus("3381207", count=1)

    assert matched(said) == {ARREST.id: said}


@pytest.mark.parametrize("printed", ["#5dv-03001", " 5DV 03001 ", "5dv03001"])
def test_spaces_dashes_and_case_of_a_number_do_not_matter(printed: str) -> None:
    assert list(matched(Nexus(printed))) == [OTHER.id]


def test_any_number_of_an_item_finds_it() -> None:
    joined = replace(OTHER, numbers=("5DV03001", "B7735310"))

    assert list(matched(Nexus("B7735310"), items=(FIRST, joined))) == [joined.id]


def test_an_item_s_own_number_wins_over_another_item_s_second_one() -> None:
    joined = replace(OTHER, numbers=("5DV03001", "3381207"))

    assert list(matched(Nexus("3381207"), items=(joined, ARREST))) == [ARREST.id]


def test_a_count_printed_twice_takes_the_entry_twice() -> None:
    twin = replace(FIRST, id="twin")

    assert set(matched(Nexus("9AR04417", count=1), items=(FIRST, twin))) == {FIRST.id, "twin"}


def test_a_number_that_is_not_on_the_sheet_is_refused_by_position() -> None:
    said = refused(Nexus("5DV03001"), Nexus("7ZZ99999"))

    assert said.startswith(
        "The facts about one item (entry 2 of [[nexus]] in a facts file) name a number that is not on"
    )
    assert "7ZZ99999" not in said


def test_a_number_with_several_counts_needs_a_count() -> None:
    assert refused(Nexus("9AR04417")) == (
        "The facts about one item (entry 1 of [[nexus]] in a facts file) name a number with several counts: "
        "say which with 'count'."
    )


def test_a_count_that_the_sheet_does_not_show_is_refused() -> None:
    assert "a count that the sheet does not show" in refused(Nexus("9AR04417", count=3))


def test_a_booking_number_of_two_cases_is_refused() -> None:
    one, two = replace(FIRST, numbers=("9AR04417", "B1")), replace(OTHER, numbers=("5DV03001", "B1"))

    assert "use the case number" in refused(Nexus("B1", count=1), items=(one, two))


def test_two_entries_about_one_item_are_refused() -> None:
    assert "in this and an earlier entry" in refused(Nexus("5DV03001"), Nexus("5DV03001", count=1))


@pytest.mark.parametrize("day", [dt.date(2014, 3, 10), dt.date(2014, 4, 3)])
def test_an_act_after_the_arrest_is_a_contradiction(day: dt.date) -> None:
    said = refused(Nexus("5DV03001", offense_date=day))

    assert "offense date after the arrest or court date" in said
    assert str(day.day) not in said


def test_an_act_after_the_court_date_is_a_contradiction_without_an_arrest_too() -> None:
    court_only = replace(OTHER, arrest_date=None)

    assert "offense date after" in refused(Nexus("5DV03001", offense_date=dt.date(2014, 4, 3)), items=(court_only,))
    assert matched(Nexus("5DV03001", offense_date=dt.date(2014, 4, 2)), items=(court_only,))


def test_an_act_on_the_day_of_the_arrest_is_fine() -> None:
    assert matched(Nexus("5DV03001", offense_date=dt.date(2014, 3, 9)))


def test_an_item_without_a_number_cannot_be_named() -> None:
    assert "not on the sheet" in refused(Nexus("1"), items=(item(None, case=None),))


def test_another_section_than_the_sheet_s_is_a_contradiction() -> None:
    charged = replace(OTHER, code="PC", section="288")

    assert matched(Nexus("5DV03001", section="288(a)"), items=(charged,))
    assert "another section" in refused(Nexus("5DV03001", section="289(a)"), items=(charged,))


@pytest.mark.parametrize(
    ("charge", "given", "kept"),
    [("459", "460(b)", "459/460(b)"), ("484", "490.2", "484/490.2")],
)
def test_a_section_that_the_law_data_joins_with_the_sheet_s_stands_beside_it(
    charge: str, given: str, kept: str
) -> None:
    burglary = replace(OTHER, code="PC", section=charge)

    (said,) = matched(Nexus("5DV03001", section=given), items=(burglary,)).values()

    assert said.section == kept


@pytest.mark.parametrize(("code", "given"), [("PC", "211"), (None, "460(b)")])
def test_one_that_it_does_not_join_is_refused_with_a_way_out(code: str | None, given: str) -> None:
    burglary = replace(OTHER, code=code, section="459")

    assert "where the law data joins the two" in refused(Nexus("5DV03001", section=given), items=(burglary,))


def test_another_level_than_the_sheet_s_is_a_contradiction() -> None:
    from vacatur.records.record import Level

    convicted = replace(OTHER, conviction_level=Level.MISDEMEANOR)

    assert matched(Nexus("5DV03001", conviction_level=Level.MISDEMEANOR), items=(convicted,))
    assert matched(Nexus("5DV03001", conviction_level=Level.FELONY), items=(OTHER,))
    assert "another level" in refused(Nexus("5DV03001", conviction_level=Level.FELONY), items=(convicted,))


def test_another_result_than_the_sheet_s_is_a_contradiction() -> None:
    convicted = replace(
        OTHER, kind=ItemKind.COUNT, dispositions=(Disposition(DispositionKind.CONVICTED, "CONVICTED", Source(1, 1)),)
    )

    assert matched(Nexus("5DV03001", result=CountResult.DISMISSED), items=(replace(OTHER, kind=ItemKind.COUNT),))
    assert matched(Nexus("5DV03001", result=CountResult.CONVICTED), items=(convicted,))
    assert "another result" in refused(Nexus("5DV03001", result=CountResult.DISMISSED), items=(convicted,))


def test_an_arrest_without_a_case_has_no_result() -> None:
    arrest = replace(OTHER, kind=ItemKind.ARREST)

    assert "no case for" in refused(Nexus("5DV03001", result=CountResult.DISMISSED), items=(arrest,))


def test_fold_keeps_letters_and_digits() -> None:
    assert fold("#9ar-044 17") == "9AR04417"
