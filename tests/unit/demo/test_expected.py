import pytest

from demo.expected import expected, iso
from demo.model import Dispo


@pytest.mark.parametrize(
    ("raw", "day"), [("20140402", "2014-04-02"), ("19880002", None), ("20610214", "2061-02-14"), ("2014", None)]
)
def test_only_days_of_the_calendar_have_an_iso_form(raw, day):
    assert iso(raw) == day


def test_a_range_means_as_many_counts(build_person, build_event, build_charge):
    person = build_person(cycles=((build_event(counts=(build_charge(number=2, through=4),)),),))

    counts = expected(person)["cycles"][0]["events"][0]["counts"]

    assert [count["number"] for count in counts] == [2, 3, 4]
    assert {count["section"] for count in counts} == {"647(b)"}


def test_a_disposition_without_a_day_has_the_day_of_its_event(build_person, build_event, build_charge):
    update = Dispo(words="PROBATION REVOKED", kind="probation_revoked", date="20150803")
    charge = build_charge()
    charge = build_charge(dispositions=(*charge.dispositions, update))

    dispositions = expected(build_person(cycles=((build_event(counts=(charge,)),),)))["cycles"][0]["events"][0][
        "counts"
    ][0]["dispositions"]

    assert [one["date"] for one in dispositions] == ["2014-04-02", "2015-08-03"]


def test_for_a_damaged_sheet_only_the_meaning_is_expected(build_person):
    whole, meaning = expected(build_person()), expected(build_person(), as_printed=False)

    count = meaning["cycles"][0]["events"][0]["counts"][0]
    assert "description" in whole["cycles"][0]["events"][0]["counts"][0]
    assert not {"date_raw", "text", "description"} & (set(count) | set(count["dispositions"][0]))
    assert count["section"] == "647(b)"


def test_a_mental_health_event_means_its_day_and_nothing_else(build_person, build_event):
    event = expected(build_person(cycles=((build_event(kind="mental_health"),),)))["cycles"][0]["events"][0]

    assert event == {"kind": "mental_health", "date": "2014-04-02", "counts": []}


def test_a_jail_felony_is_flagged(build_person, build_event, build_charge):
    charge = build_charge(flags=("WARRANT",), sentencing="1170 (H) PC-SENTENCING")

    counts = expected(build_person(cycles=((build_event(counts=(charge,)),),)))["cycles"][0]["events"][0]["counts"]

    assert counts[0]["flags"] == ["WARRANT", "1170(h)"]


def test_a_count_without_its_own_number_is_the_first(build_person, build_event, build_charge):
    person = build_person(cycles=((build_event(headless=True, counts=(build_charge(number=None),)),),))

    assert expected(person)["cycles"][0]["events"][0]["counts"][0]["number"] == 1


@pytest.mark.parametrize(
    ("kind", "number_kind"), [("arrest", "booking"), ("court", "case"), ("custody", "inmate"), ("probation", "other")]
)
def test_a_number_is_typed_by_its_event(build_person, build_event, kind, number_kind):
    event = expected(build_person(cycles=((build_event(kind=kind),),)))["cycles"][0]["events"][0]

    assert event["number_kind"] == number_kind


def test_the_person_has_the_primary_birth_date_first(build_person):
    assert expected(build_person())["person"]["birth_dates"] == ["1990-01-01", "1991-01-01"]
