import datetime as dt
from dataclasses import replace

from tests.unit.drafting.matters import FACTS, HURT, NEXUS, TRAFFICKED, but, changed, matter
from vacatur.drafting.blocks import Inlines, Missing
from vacatur.drafting.scopes import (
    fined,
    grounds,
    loops,
    matter_scope,
    of_group,
    period_scope,
    prosecutors,
    row_scope,
    thing_or,
    things,
    violence_only,
)
from vacatur.records.facts import Never, Unknown


def words(inlines: Inlines) -> str:
    return "".join(f"[{one.label}]" if isinstance(one, Missing) else one.text for one in inlines)


def test_the_numbers_of_the_law_come_from_the_law_data_at_the_day_asked_about() -> None:
    values = matter_scope(matter()).values

    assert words(values["response_days"]) == "45 days"
    assert words(values["seal_after_arrest_14"]) == "one year"
    assert words(values["seal_after_order_14"]) == "90 days"
    assert words(values["seal_after_arrest_15"]) == "three years"


def test_what_is_asked_is_told_in_words() -> None:
    assert things(matter().rows) == "arrests and conviction"
    assert things(matter().rows[1:2]) == "arrest and conviction"
    assert things(matter().rows[:1]) == "arrest"


def test_each_thing_is_told_in_the_singular() -> None:
    assert thing_or(matter().rows) == "arrest or conviction"
    assert thing_or(matter().rows[:1]) == "arrest"
    assert thing_or((*matter().rows, changed(1, juvenile=True).rows[1])) == "arrest, conviction, or adjudication"


def test_a_fine_is_only_one_that_the_sheet_shows() -> None:
    assert [row.number for row in fined(matter())] == [2]
    assert fined(changed(1, dispositions=(), sentence=())) == ()
    assert fined(matter(but(victimizations=(HURT,)), "pc_236_15")) == ()


def test_each_ground_is_named_once() -> None:
    both = matter(but(FACTS, victimizations=(TRAFFICKED, HURT, HURT)), "pc_236_14", "pc_236_15")

    assert words(grounds(both.periods)) == "human trafficking and intimate partner violence"
    assert words(grounds(())) == "[kind of victimization]"


def test_flags_tell_what_the_words_depend_on() -> None:
    flags = matter_scope(matter()).flags

    assert {"pc_236_14", "has:arrest", "has:conviction", "several_rows", "sex_act", "cases"} <= flags
    assert not flags & {"pc_236_15", "both", "explained", "restitution", "unsure_prosecutor", "several_prosecutors"}


def test_rows_that_plead_both_sections_are_not_left_to_the_narrower_one() -> None:
    both = matter(but(FACTS, victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15")

    assert violence_only(both) == ()
    assert "only_15" not in matter_scope(both).flags
    assert "only_15" in matter_scope(matter(but(victimizations=(HURT,)), "pc_236_15")).flags


def test_an_item_that_no_agency_is_served_for_is_asked_about() -> None:
    made = matter()
    none = replace(made, petition=replace(made.petition, service=()))

    assert words(prosecutors(made)) == "the Los Angeles City Attorney"
    assert words(prosecutors(none)).count("[prosecuting agency, item") == 3


def test_a_period_brings_its_own_section_and_words() -> None:
    scope = period_scope(matter(), matter().periods[0])

    assert scope.reliefs == ("pc_236_14",)
    assert words(scope.values["from"]) == "January 1, 2012"
    assert words(scope.values["sought"]) == "March 1, 2016"
    assert "ground:pc_236_14" in scope.flags


def test_services_never_sought_are_no_missing_day() -> None:
    made = matter(but(victimizations=(replace(TRAFFICKED, sought_services=Never.NEVER),)))

    assert "never_sought" in period_scope(made, made.periods[0]).flags


def test_a_direct_result_that_nobody_said_is_a_bracket() -> None:
    for said in (None, False):
        made = matter(but(nexus=(NEXUS[0], replace(NEXUS[1], direct_result=said), NEXUS[2])))

        assert isinstance(row_scope(made, made.rows[1]).values["direct_result"][0], Missing)
    assert words(row_scope(matter(), matter().rows[1]).values["direct_result"]) == "were the direct result"


def test_a_day_outside_every_period_is_not_said_to_lie_inside() -> None:
    later = replace(NEXUS[1], offense_date=replace(TRAFFICKED).start)
    made = matter(but(nexus=(NEXUS[0], later, NEXUS[2]), victimizations=(replace(TRAFFICKED, start=None),)))

    assert "in_period" not in row_scope(made, made.rows[1]).flags
    assert "in_period" in row_scope(matter(), matter().rows[1]).flags


def test_a_group_of_offenses_holds_a_section_and_its_subdivisions_only() -> None:
    row = matter().rows[0]

    def charged(section: str) -> bool:
        return of_group("sex_acts", replace(row, planned=replace(row.planned, item=replace(row.item, section=section))))

    assert charged("653.22(a)")
    assert charged("647(b)")
    assert charged("647(b)(2)")
    assert not charged("653.23")
    assert not charged("647(f)")


def test_the_loops_hold_every_period_and_every_row() -> None:
    found = loops(matter())

    assert (len(found["period"]), len(found["row"])) == (1, 3)


def test_an_end_on_a_day_nobody_can_name_is_said_so_and_is_no_bracket() -> None:
    ended = replace(TRAFFICKED, end=None, ended=Unknown.UNKNOWN)
    dated = replace(ended, at_least_until=dt.date(2014, 12, 31))

    for told, said in (
        (ended, "a day that is not known"),
        (dated, "a day that is not known, at the earliest December 31, 2014"),
    ):
        made = matter(but(victimizations=(told,)))
        assert words(period_scope(made, made.periods[0]).values["to"]) == said
