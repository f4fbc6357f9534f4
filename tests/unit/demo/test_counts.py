import pytest

from demo.counts import comment_lines, count_lines, part_text, sentence_lines
from demo.model import Dispo, Part


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Part(kind="probation", months=36), "036 MONTHS PROBATION"),
        (Part(kind="prison", years=2, suspended=True), "002 YEARS PRISON SS"),
        (Part(kind="jail", days=15, concurrent=True), "015 DAYS JAIL CC"),
        (Part(kind="jail", months=16, days=3), "016 MONTHS 003 DAYS JAIL"),
        (Part(kind="restitution"), "RESTN"),
        (Part(kind="other", text="WORK PROGRAM"), "WORK PROGRAM"),
    ],
)
def test_a_part_of_a_sentence_is_printed_as_the_sheet_prints_it(part, text):
    assert part_text(part) == text


def test_no_sentence_gives_no_line():
    assert sentence_lines(()) == []


def test_two_parts_in_one_breath_are_printed_once():
    parts = (Part(kind="fine", text="$971 FINE $420 RSTN"), Part(kind="restitution", text=""))

    assert sentence_lines(parts) == ["   SEN: $971 FINE $420 RSTN"]


def test_a_convicted_count_has_a_star_a_level_and_a_sentence(build_charge):
    assert list(count_lines(build_charge(), "9VY00001")) == [
        "CNT:01     #9VY00001",
        "  647(B) PC-PROSTITUTION                 TOC:M",
        "*DISPO:CONVICTED",
        "   CONV STATUS:MISDEMEANOR",
        "   SEN: 024 MONTHS PROBATION, FINE",
    ]


def test_a_later_count_inherits_the_number(build_charge):
    assert next(count_lines(build_charge(number=2), None)) == "CNT:02"


def test_a_range_is_printed_as_one_count(build_charge):
    assert next(count_lines(build_charge(through=4), "9")) == "CNT:01-04  #9"


def test_a_dated_update_stands_under_its_day(build_charge):
    update = Dispo(words="PROBATION REVOKED", kind="probation_revoked", date="20150803")

    lines = list(count_lines(build_charge(dispositions=(update,)), None))

    assert lines[-2:] == ["20150803", " DISPO:PROBATION REVOKED"]


def test_a_conviction_may_lack_its_star(build_charge):
    unstarred = Dispo(words="CONVICTED", kind="convicted", star=False)

    assert list(count_lines(build_charge(dispositions=(unstarred,)), None))[-1] == " DISPO:CONVICTED"


def test_flags_sentencing_line_numbers_and_agency_stand_around_the_charge(build_charge):
    charge = build_charge(
        flags=("WARRANT", "PROBATION REVO"),
        sentencing="1170 (H) PC-SENTENCING",
        arrested_by="CAPD HAWTHORNE",
        numbers=("WARRANT    #ABCD",),
        comments=("PHOTO AVAILABLE",),
        dispositions=(),
    )

    assert list(count_lines(charge, None)) == [
        "CNT:01",
        "   -WARRANT -PROBATION REVO",
        "  1170 (H) PC-SENTENCING",
        "  647(B) PC-PROSTITUTION                 TOC:M",
        "   ARR BY:CAPD HAWTHORNE",
        "   WARRANT    #ABCD",
        "   COM: PHOTO AVAILABLE",
    ]


def test_a_federal_charge_shows_its_title_first(build_charge):
    charge = build_charge(
        code="US 18", section="1028(a)(4)", printed="18 1028(A)(4)", description="FRAUD", dispositions=()
    )

    assert list(count_lines(charge, None))[1].startswith("  18 1028(A)(4) US-FRAUD")


def test_a_level_that_does_not_fit_gets_a_line_of_its_own(build_charge):
    charge = build_charge(description="A VERY LONG DESCRIPTION OF WHAT IS SAID TO HAVE BEEN DONE HERE", dispositions=())

    assert list(count_lines(charge, None))[2] == "  TOC:M"


def test_every_comment_has_its_own_label():
    assert comment_lines(("ONE", "TWO")) == ["   COM: ONE", "   COM: TWO"]
