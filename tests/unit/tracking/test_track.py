import datetime as dt

import pytest

from vacatur.kit.errors import InputError
from vacatur.tracking import Clock, ClockState, Filed, Happened, Happening, track
from vacatur.tracking.clock import Kind

CITY, COUNTY = "los_angeles_city_attorney", "los_angeles_district_attorney"
DOJ, POLICE = "california_department_of_justice", "los_angeles_police"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def petition(*events: Happened, relief: str = "pc_236_14", prosecutors: tuple[str, ...] = (CITY,)) -> Filed:
    return Filed(relief, prosecutors, (DOJ, POLICE), events, number="Petition 1")


FILED = Happened(Happening.FILED, day("2026-10-01"))
MAILED = Happened(Happening.MAILED, day("2026-10-01"), CITY)
RECEIVED = Happened(Happening.RECEIVED, day("2026-10-12"), CITY)
GRANTED = Happened(Happening.GRANTED, day("2026-06-01"), arrests=(day("2014-03-09"), day("2026-05-15")))


def clocks(filed: Filed, as_of: str, kind: Kind) -> list[Clock]:
    return [clock for clock in track(filed, day(as_of)).clocks if clock.kind is kind]


def test_before_anything_happened_no_clock_runs() -> None:
    found = track(petition(), day("2026-10-01"))

    assert (found.clocks, found.next_steps) == ((), ())


def test_after_filing_the_next_step_is_to_serve() -> None:
    (clock,) = track(petition(FILED), day("2026-10-01")).clocks

    assert (clock.kind, clock.state, clock.due) == (Kind.SERVICE, ClockState.WAITING, None)
    assert clock.next_step.startswith("Serve the petition and every supporting document on Los Angeles City Attorney")


def test_mailed_is_not_received_and_nothing_is_counted_from_mailing() -> None:
    (clock,) = track(petition(FILED, MAILED), day("2026-12-31")).clocks

    assert (clock.kind, clock.state, clock.due) == (Kind.RESPONSE, ClockState.WAITING, None)
    assert "Waiting for proof of receipt" in clock.next_step
    assert "never from mailing" in clock.next_step


def test_from_receipt_the_prosecutor_has_its_days() -> None:
    (clock,) = clocks(petition(FILED, MAILED, RECEIVED), "2026-10-20", Kind.RESPONSE)

    assert clock.due is not None
    assert (clock.state, clock.due.day) == (ClockState.RUNNING, day("2026-11-30"))
    assert clock.due.conservative_day == day("2026-11-25")
    assert (
        clock.next_step
        == "Los Angeles City Attorney has until Monday 2026-11-30 to respond (Pen. Code, § 236.14, subd. (c))."
    )


@pytest.mark.parametrize(
    ("as_of", "state", "unopposed"),
    [
        ("2026-11-29", ClockState.RUNNING, ()),
        ("2026-11-30", ClockState.RUNNING, ()),
        ("2026-12-01", ClockState.MISSED, ("Petition 1",)),
    ],
)
def test_the_day_after_the_last_day_it_is_unopposed(as_of: str, state: ClockState, unopposed: tuple[str, ...]) -> None:
    found = track(petition(FILED, RECEIVED), day(as_of))

    assert (found.clocks[0].state, found.unopposed) == (state, unopposed)


def test_it_is_not_unopposed_while_one_prosecutor_has_not_received_it() -> None:
    found = track(petition(FILED, RECEIVED, prosecutors=(CITY, COUNTY)), day("2026-12-01"))

    assert found.unopposed == ()
    assert {clock.who: clock.state for clock in found.clocks} == {CITY: ClockState.MISSED, COUNTY: ClockState.WAITING}


def test_an_opposition_stops_the_clock_and_calls_for_a_hearing() -> None:
    opposed = Happened(Happening.OPPOSED, day("2026-11-20"), CITY)
    found = track(petition(FILED, RECEIVED, opposed), day("2026-12-05"))

    assert (found.clocks[0].state, found.clocks[0].late, found.unopposed) == (ClockState.MET, False, ())
    assert found.next_steps == ("Los Angeles City Attorney opposes: prepare the reply and the hearing with counsel.",)


def test_a_late_opposition_is_counsels_to_judge() -> None:
    opposed = Happened(Happening.OPPOSED, day("2026-12-01"), CITY)
    found = track(petition(FILED, RECEIVED, opposed), day("2026-12-05"))

    assert found.clocks[0].late
    assert "counsel decides whether to object" in found.next_steps[0]


def test_a_word_that_it_does_not_oppose_is_enough() -> None:
    agrees = Happened(Happening.NOT_OPPOSED, day("2026-10-20"), CITY)
    found = track(petition(FILED, RECEIVED, agrees), day("2026-10-21"))

    assert found.unopposed == ("Petition 1",)
    assert found.next_steps == ("Los Angeles City Attorney does not oppose: file its statement with the court.",)


def test_what_has_not_happened_yet_on_the_day_asked_about_does_not_count() -> None:
    found = track(petition(FILED, MAILED, RECEIVED, GRANTED_LATER), day("2026-10-05"))

    assert [clock.state for clock in found.clocks] == [ClockState.WAITING]


GRANTED_LATER = Happened(Happening.GRANTED, day("2026-12-15"), arrests=(day("2014-03-09"),))


def test_section_236_15_has_its_own_rule() -> None:
    (clock,) = track(petition(FILED, RECEIVED, relief="pc_236_15"), day("2026-10-20")).clocks

    assert clock.cite == "Pen. Code, § 236.15, subd. (c)"


def test_a_remedy_without_a_time_to_respond_has_no_clock() -> None:
    assert track(petition(FILED, RECEIVED, relief="pc_1203_4"), day("2026-10-20")).clocks == ()


def test_after_the_ruling_nobody_waits_for_a_response() -> None:
    assert clocks(petition(GRANTED), "2026-07-01", Kind.RESPONSE) == []


def test_each_agency_seals_for_each_arrest_on_its_own_day() -> None:
    found = clocks(petition(GRANTED), "2026-07-01", Kind.SEALING)

    assert {(clock.who, clock.arrest, clock.due.day if clock.due else None) for clock in found} == {
        (DOJ, day("2014-03-09"), day("2026-08-31")),
        (POLICE, day("2014-03-09"), day("2026-08-31")),
        (DOJ, day("2026-05-15"), day("2027-05-17")),
        (POLICE, day("2026-05-15"), day("2027-05-17")),
    }


def test_agencies_destroy_within_a_year_of_the_order() -> None:
    found = clocks(petition(GRANTED), "2026-07-01", Kind.DESTRUCTION)

    assert [clock.due.day if clock.due else None for clock in found] == [day("2027-06-01")] * 2


def test_the_department_of_justice_confirms_with_the_last_sealing() -> None:
    (clock,) = clocks(petition(GRANTED), "2026-07-01", Kind.DOJ_CONFIRMATION)

    assert clock.due is not None
    assert clock.due.day == day("2027-05-17")


def test_a_sealing_is_met_for_the_arrests_it_names() -> None:
    sealed = Happened(Happening.SEALED, day("2026-07-01"), POLICE, arrests=(day("2014-03-09"),))
    found = {
        (clock.who, clock.arrest): clock.state
        for clock in clocks(petition(GRANTED, sealed), "2026-07-02", Kind.SEALING)
    }

    assert found[(POLICE, day("2014-03-09"))] is ClockState.MET
    assert found[(POLICE, day("2026-05-15"))] is ClockState.RUNNING
    assert found[(DOJ, day("2014-03-09"))] is ClockState.RUNNING


def test_a_missed_sealing_says_what_to_do() -> None:
    found = track(petition(GRANTED), day("2026-09-01"))

    assert found.clocks[0].state is ClockState.MISSED
    assert "ask the court to enforce the order" in found.next_steps[0]


def test_a_sealing_done_late_is_met_and_late() -> None:
    sealed = Happened(Happening.SEALED, day("2026-10-01"), POLICE)
    (clock,) = [
        clock
        for clock in clocks(petition(GRANTED, sealed), "2026-10-02", Kind.SEALING)
        if clock.who == POLICE and clock.arrest == day("2014-03-09")
    ]

    assert (clock.state, clock.late, clock.met_on) == (ClockState.MET, True, day("2026-10-01"))


def test_without_the_day_of_an_arrest_sealing_waits_for_it() -> None:
    (clock,) = clocks(petition(Happened(Happening.GRANTED, day("2026-06-01"))), "2026-07-01", Kind.SEALING)

    assert (clock.state, clock.due) == (ClockState.WAITING, None)
    assert clock.next_step.startswith("Enter the day of each arrest")


def test_a_day_past_the_known_holidays_does_not_hide_the_other_clocks() -> None:
    found = track(petition(GRANTED, relief="pc_236_15"), day("2026-07-01"))
    states = {(clock.who, clock.arrest): clock for clock in found.clocks if clock.kind is Kind.SEALING}
    far, near = states[(POLICE, day("2026-05-15"))], states[(POLICE, day("2014-03-09"))]

    assert (far.state, far.due) == (ClockState.WAITING, None)
    assert "The judicial holidays of 2029 are not in the law data" in far.next_step
    assert near.due is not None
    assert near.due.day == day("2027-06-01")


def test_a_receipt_before_the_law_began_waits_for_counsel() -> None:
    early = Happened(Happening.RECEIVED, day("2023-05-01"), CITY)
    (clock,) = track(petition(early), day("2026-07-01")).clocks

    assert (clock.state, clock.due) == (ClockState.WAITING, None)
    assert "counsel counts it" in clock.next_step


def test_what_was_done_is_met_even_where_its_day_could_not_be_counted() -> None:
    sealed = Happened(Happening.SEALED, day("2026-07-01"), POLICE)
    found = clocks(petition(GRANTED, sealed, relief="pc_236_15"), "2026-07-02", Kind.SEALING)

    assert {clock.state for clock in found if clock.who == POLICE} == {ClockState.MET}


def test_section_236_15_names_no_day_of_destruction_and_no_confirmation() -> None:
    filed = petition(GRANTED, relief="pc_236_15")
    (first, second) = clocks(filed, "2026-07-01", Kind.DESTRUCTION)

    assert (first.due, second.due) == (None, None)
    assert "gives no day" in first.next_step
    assert clocks(filed, "2026-07-01", Kind.DOJ_CONFIRMATION) == []


def test_section_236_15_destruction_is_met_when_an_agency_shows_it() -> None:
    done = Happened(Happening.DESTROYED, day("2027-07-01"), POLICE)
    found = clocks(petition(GRANTED, done, relief="pc_236_15"), "2027-07-02", Kind.DESTRUCTION)

    assert {clock.who: clock.state for clock in found} == {POLICE: ClockState.MET, DOJ: ClockState.RUNNING}


def test_an_order_says_which_kinds_of_agency_it_must_name() -> None:
    for relief, count in (("pc_236_14", 5), ("pc_236_15", 4)):
        assert len(track(petition(GRANTED, relief=relief), day("2026-07-01")).to_name) == count


def test_without_agencies_the_clocks_are_of_every_agency() -> None:
    filed = Filed("pc_236_14", events=(GRANTED,))

    assert track(filed, day("2026-07-01")).next_steps[0].startswith("every agency named in the order must seal")


def test_a_denial_points_to_what_can_be_cured() -> None:
    denied = Happened(Happening.DENIED, day("2026-12-10"))
    found = track(petition(FILED, RECEIVED, denied), day("2026-12-11"))

    assert found.clocks == ()
    assert "what can be cured" in found.next_steps[0]
    assert "subd. (s)" in found.next_steps[0]


def test_a_hearing_that_is_set_is_a_next_step_until_its_day() -> None:
    hearing = Happened(Happening.HEARING_SET, day("2026-12-20"))

    assert (
        "A hearing is set for 2026-12-20" in track(petition(FILED, RECEIVED, hearing), day("2026-12-19")).next_steps[-1]
    )
    assert "hearing" not in " ".join(track(petition(FILED, RECEIVED, hearing), day("2026-12-21")).next_steps)


def test_several_petitions_are_tracked_together_the_most_pressing_first() -> None:
    found = track([petition(GRANTED), petition(FILED, RECEIVED)], day("2026-10-20"))
    days = [clock.due.conservative_day for clock in found.clocks if clock.due and clock.state is not ClockState.MET]

    assert days == sorted(days)


def test_contradicting_events_are_refused() -> None:
    with pytest.raises(InputError, match="received before they were mailed"):
        track(petition(Happened(Happening.RECEIVED, day("2026-09-01"), CITY), MAILED), day("2026-12-01"))
