"""FICTIONAL."""

import pytest

from tests.unit.screening.asked import DAY, NUMBER, about, saying, sheet
from vacatur.kit.tri import Tri
from vacatur.law import pack
from vacatur.records.facts import Enhancement, EnhancementStatus, Nexus
from vacatur.records.items import items_of
from vacatur.screening.argument import Argument
from vacatur.screening.docket import situations
from vacatur.screening.elements.violent_bar import ViolentBar
from vacatur.screening.elements.violent_grounds import Ground, grounds
from vacatur.screening.wording import wording_of

BAR = ViolentBar(pack(), "pc_236_14", DAY)


def found(charge: str, **facts: object) -> list[Ground]:
    row = f"{NUMBER} | | PC | {charge} | F | F | 2014-03-09 | 2014-04-02 | convicted |"
    situation = situations(items_of(sheet(row)), saying(about(**facts)), DAY)[0]
    argument = Argument("pc_236_14", situation, wording_of(pack()))
    return list(grounds(argument, BAR, "PC", situation.section or ""))


def test_a_charge_that_nothing_brings_up_has_no_ground() -> None:
    assert found("484(a)") == []


def test_a_charge_on_the_list_is_a_ground_by_itself() -> None:
    (ground,) = found("211")

    assert (ground.violent, ground.rule.entry, ground.sure) == (True, "09", True)


@pytest.mark.parametrize(("proved", "violent"), [(True, True), (False, False), (None, None)])
def test_a_deciding_fact_decides(proved: bool | None, violent: Tri) -> None:
    ground = found("459/460(a)", occupied_residence_proved=proved)[0]

    assert ground.violent is violent
    assert ground.step.holds is (None if violent is None else not violent)
    assert bool(ground.wanted) is (violent is None)


@pytest.mark.parametrize(
    ("status", "violent", "step"),
    [
        (EnhancementStatus.FOUND_TRUE, True, "enhancement.found_true"),
        (EnhancementStatus.ADMITTED, True, "enhancement.found_true"),
        (EnhancementStatus.NOT_FOUND_TRUE, False, "enhancement.not_found_true"),
        (EnhancementStatus.CHARGED, None, "enhancement.charged"),
        (EnhancementStatus.STRICKEN, None, "enhancement.not_found"),
        (EnhancementStatus.DISMISSED, None, "enhancement.not_found"),
    ],
)
def test_what_became_of_an_enhancement_decides_for_any_felony(
    status: EnhancementStatus, violent: Tri, step: str
) -> None:
    (ground,) = found("484(a)", enhancements=(Enhancement("12022.7(a)", status),))

    assert (ground.violent, ground.step.id) == (violent, step)


def test_only_the_entries_that_an_enhancement_makes_are_brought_up() -> None:
    (ground,) = found("484(a)", enhancements=(Enhancement("12022.53(b)", EnhancementStatus.FOUND_TRUE),))

    assert ground.rule.entry == "22"


def test_no_enhancement_is_said_where_it_was_asked() -> None:
    grounds_ = found("245(a)(1)", enhancements=())

    assert {ground.step.id for ground in grounds_} == {"enhancement.none"}
    assert all(ground.violent is False for ground in grounds_)


def test_that_a_felony_had_no_enhancement_is_shown_for_every_entry() -> None:
    assert [ground.step.id for ground in found("484(a)", enhancements=())] == ["enhancement.none"] * 3


@pytest.mark.parametrize("facts", [{}, {"enhancements": ()}])
def test_an_arrest_that_was_never_filed_proved_nothing_and_is_asked_nothing(facts: dict[str, object]) -> None:
    row = " | B1 | PC | {} | | F | 2014-03-09 | | prosecutor_rejected |"
    for charge in ("245(a)(1)", "460(a)"):
        entry = Nexus(number="B1", count=1, **facts)  # type: ignore[arg-type]
        situation = situations(items_of(sheet(row.format(charge))), saying(entry), DAY)[0]
        argument = Argument("pc_236_14", situation, wording_of(pack()))
        found_ = list(grounds(argument, BAR, "PC", charge))

        assert found_
        assert all(ground.violent is False and not ground.wanted for ground in found_)


@pytest.mark.parametrize(("life", "step"), [(True, "fact.life_term_yes"), (False, "fact.life_term_no")])
def test_a_life_term_is_a_ground_for_any_felony(life: bool, step: str) -> None:
    (ground,) = found("484(a)", life_term=life)

    assert (ground.violent, ground.step.id) == (life, step)


def test_a_subdivision_from_the_complaint_closes_what_the_sheet_left_open() -> None:
    open_ground = found("451")[0]

    assert open_ground.violent is None
    assert ("section", "ask.subdivision") in open_ground.wanted
    assert found("451", section="451(b)")[0].violent is True
    assert all(ground.violent is not True for ground in found("451", section="451(d)"))
