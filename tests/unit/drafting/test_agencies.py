from dataclasses import replace

from tests.unit.drafting.matters import matter
from vacatur.drafting.agencies import Ordered, ordered_agencies
from vacatur.drafting.matter import Matter


def named(made: Matter) -> dict[str, Ordered]:
    return {one.name: one for one in ordered_agencies(made)}


def test_section_236_14_reaches_every_agency_by_its_own_clause() -> None:
    found = named(matter())

    assert found["Los Angeles Police Department"].clause.key == "pc_236_14(k)(1)(C)"
    assert found["California Department of Justice"].clause.key == "pc_236_14(k)(1)(B)"
    assert found["Los Angeles Police Department"].rows == (1, 2, 3)
    assert {one.clause.key[-3:] for one in found.values()} == {"(A)", "(B)", "(C)", "(D)", "(E)"}


def test_agencies_that_supervised_are_named_where_the_sentence_shows_them() -> None:
    assert named(matter())["Los Angeles County Probation Department"].rows == (2,)


def test_section_236_15_reaches_keepers_of_records_only_by_further_action() -> None:
    found = named(matter(matter().facts, "pc_236_15"))

    assert found["Los Angeles Police Department"].clause.key == "pc_236_15(k)"
    assert found["Los Angeles County Probation Department"].clause.key == "pc_236_15(r)"
    assert {one.clause.key for one in found.values()} == {"pc_236_15(k)", "pc_236_15(r)"}


def test_a_federal_agency_is_not_ordered() -> None:
    made = matter()
    federal = next(agency for agency in made.pack.agencies.all if not agency.bound)
    row = made.rows[1]
    item = replace(row.item, arresting_agency=federal.strings[0])
    other = replace(made, rows=(replace(row, planned=replace(row.planned, item=item)),))

    assert federal.name not in named(other)


def test_the_agencies_stand_in_the_order_of_the_lawyers_file() -> None:
    parts = [one.part for one in ordered_agencies(matter())]

    assert parts == sorted(
        parts, key=["arrest", "took_part", "jurisdiction", "justice", "supervising", "records"].index
    )
