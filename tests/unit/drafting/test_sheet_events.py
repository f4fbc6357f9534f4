from dataclasses import replace

import pytest

from tests.unit.drafting.matters import charge
from tests.unit.drafting.sheets import count, custody, event, parole, probation, with_events
from vacatur.drafting.matter import Matter
from vacatur.drafting.sheet_events import Keeper, arrests_of, cycles_of, kept_of
from vacatur.records.record import Disposition, DispositionKind, EventKind, NumberKind
from vacatur.records.source import Source

ARREST, COUNT, DISMISSED = 0, 1, 2


def keepers(made: Matter, row: int) -> list[tuple[Keeper, str | None]]:
    return [(one.keeper, one.printed) for one in kept_of(made, made.rows[row])]


def test_an_item_stands_in_the_cycle_of_its_count_or_of_its_arrest() -> None:
    made = with_events()
    first, second = made.record.cycles

    assert cycles_of(made.record, made.rows[ARREST]) == (first,)
    assert cycles_of(made.record, made.rows[COUNT]) == (second,)
    assert [one.number for one in arrests_of(made, made.rows[COUNT])] == ["3894410"]


def test_a_later_cycle_of_the_same_case_belongs_to_it() -> None:
    again = event(EventKind.COURT, "CASC MC VAN NUYS", "COURT", number="5VY07111", number_kind=NumberKind.CASE)
    made = with_events(lone=(count("CAPD GLENDALE"), again))

    assert len(cycles_of(made.record, made.rows[COUNT])) == 2
    assert [one.agency for one in arrests_of(made, made.rows[COUNT])] == ["CAPD LOS ANGELES", "CAPD GLENDALE"]


def test_an_arrest_without_counts_is_found_by_its_own_line() -> None:
    bare = count("CAPD GLENDALE")
    made = with_events(lone=(bare,))
    row = made.rows[ARREST]
    item = replace(row.item, source=bare.source)

    assert arrests_of(made, replace(row, planned=replace(row.planned, item=item))) == (bare,)


def test_an_entry_that_names_no_case_belongs_to_its_cycle() -> None:
    made = with_events(probation("CAPR LOS ANGELES"))

    assert keepers(made, COUNT) == keepers(made, DISMISSED) == [(Keeper.PROBATION, "CAPR LOS ANGELES")]
    assert keepers(made, ARREST) == []


@pytest.mark.parametrize("number", ["5VY07111", "5VY07111-01", "5VY-07111"])
def test_an_entry_that_names_a_case_belongs_to_that_case(number: str) -> None:
    made = with_events(lone=(custody("JAIL", "CASO LOS ANGELES", other_numbers=(number, "WARRANT 99")),))

    assert keepers(made, COUNT) == [(Keeper.JAIL, "CASO LOS ANGELES")]
    assert keepers(made, ARREST) == []


def test_an_entry_that_names_another_case_does_not() -> None:
    other = event(
        EventKind.COURT, "CASC COMPTON", "COURT", charge(1, 60, "484(a)"), number="TA99001", number_kind=NumberKind.CASE
    )
    made = with_events(other, custody("JAIL", "CASO LOS ANGELES", other_numbers=("TA99001",)))

    assert keepers(made, COUNT) == []


def test_an_entry_that_stands_alone_may_belong_to_every_item_but_a_mere_arrest() -> None:
    made = with_events(lone=(parole(),))

    assert keepers(made, COUNT) == keepers(made, DISMISSED) == [(Keeper.PAROLE, "CAPA LOS ANGELES")]
    assert keepers(made, ARREST) == []


def test_an_entry_of_another_arrests_cycle_does_not() -> None:
    made = with_events(lone=(count("CAPD GLENDALE"), probation("CAPR LOS ANGELES")))

    assert keepers(made, COUNT) == []


@pytest.mark.parametrize(
    ("word", "keeper"),
    [
        ("JAIL", Keeper.JAIL),
        ("CDC", Keeper.PRISON),
        ("CDCR", Keeper.PRISON),
        ("CYA", Keeper.YOUTH),
        ("FED & OOS", Keeper.OTHER),
    ],
)
def test_the_header_tells_whose_custody_it_was(word: str, keeper: Keeper) -> None:
    assert keepers(with_events(custody(word, None)), COUNT) == [(keeper, None)]


def test_a_parole_from_prison_is_parole_too() -> None:
    paroled = replace(
        charge(1, 70, "211"), dispositions=(Disposition(DispositionKind.PAROLED, "PAROLED FROM CDC", Source(1, 71)),)
    )
    made = with_events(replace(custody("CDC", "CASD CORRECTIONS"), counts=(paroled,)))

    assert keepers(made, COUNT) == [(Keeper.PRISON, "CASD CORRECTIONS"), (Keeper.PAROLE, None)]


def test_another_states_parolee_is_no_parole_of_these_cases() -> None:
    made = with_events(event(EventKind.OTHER, "CAPA LOS ANGELES", "INTERST COMP PAROLEE"))

    assert keepers(made, COUNT) == []


def test_the_supervision_block_belongs_to_the_cycle_with_its_number() -> None:
    held = custody("CDC", "CASD CORRECTIONS", number="W995221")
    made = with_events(held, supervision=("PAROLE: CDC CAPA LOS ANGELES #W995221",))
    elsewhere = with_events(lone=(count("CAPD X"), held), supervision=("PAROLE: CDC CAPA LOS ANGELES #W995221",))

    assert (Keeper.PAROLE, "CAPA LOS ANGELES") in keepers(made, COUNT)
    assert keepers(made, ARREST) == keepers(elsewhere, COUNT) == []


def test_without_a_number_it_may_belong_to_every_item_but_a_mere_arrest() -> None:
    made = with_events(supervision=("PROBATION: EXP:20160912 CAPR LOS ANGELES", "PROBATION: EXP:20160912"))

    assert keepers(made, COUNT) == [(Keeper.PROBATION, "CAPR LOS ANGELES"), (Keeper.PROBATION, None)]
    assert keepers(made, ARREST) == []
