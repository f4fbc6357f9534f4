from demo.events import CYCLE, EVENT, STRIKE, cycle_lines, event_lines
from demo.model import Part


def test_a_court_event_starts_with_header_date_and_agency(build_event):
    assert list(event_lines(build_event()))[:4] == [
        "COURT:                NAM:01",
        "20140402  CASC MC VAN NUYS",
        "",
        "CNT:01     #9VY00001",
    ]


def test_an_arrest_shows_the_birth_date_used(build_event):
    arrest = build_event(kind="arrest", name="02", birth_date="19910101")

    assert next(event_lines(arrest)) == "ARR/DET/CITE:         NAM:02  DOB:19910101"


def test_a_court_event_may_lack_its_name_code(build_event):
    assert next(event_lines(build_event(name=None))) == "COURT:"


def test_two_numbers_stand_side_by_side(build_event):
    assert "CNT:01     #388555T,89894371" in list(event_lines(build_event(number="388555T", numbers=("89894371",))))


def test_a_count_told_of_in_a_comment_only_is_not_printed(build_event, build_charge):
    lines = list(event_lines(build_event(counts=(build_charge(), build_charge(number=2, unprinted=True)))))

    assert sum(line.startswith("CNT:") for line in lines) == 1


def test_a_headless_entry_is_only_date_agency_and_charge(build_event, build_charge):
    charge = build_charge(
        number=None, code="HS", section="11590", description="REGISTRATION", level=None, dispositions=()
    )
    entry = build_event(kind="registration", headless=True, number=None, counts=(charge,))

    assert list(event_lines(entry)) == ["20140402  CASC MC VAN NUYS", "  11590 HS-REGISTRATION"]


def test_the_sentence_of_a_custody_event_stands_before_its_updates(build_event, build_charge):
    custody = build_event(
        kind="custody",
        header="CUSTODY:CDC",
        sentence_from="LOS ANGELES CO  CRT #BA999999",
        sentence=(Part(kind="prison", years=3),),
        counts=(build_charge(level=None),),
    )

    lines = list(event_lines(custody))

    assert lines[0].startswith("CUSTODY:CDC  ")
    assert lines.index("   SEN FROM: LOS ANGELES CO  CRT #BA999999") < lines.index("   SEN: 003 YEARS PRISON")
    assert lines.index("   SEN: 003 YEARS PRISON") < lines.index("*DISPO:CONVICTED")


def test_the_strike_box_follows_its_event(build_event):
    assert tuple(event_lines(build_event(strike=True)))[-3:] == STRIKE


def test_events_of_a_cycle_are_parted_unless_the_separator_is_missing(build_event):
    together = list(cycle_lines((build_event(), build_event(), build_event(separator=False))))

    assert together[0] == CYCLE
    assert together.count(EVENT) == 1
