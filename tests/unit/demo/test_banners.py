from dataclasses import replace

import pytest

from demo.banners import BANNERS, CLOSINGS, END, banner_lines, closing_lines, message_lines


def test_the_message_header_says_fictional(build_person):
    lines = list(message_lines(build_person()))

    assert "ATTN:FICTIONAL-DEMO" in lines
    assert lines[2].startswith("RE: QHY.CA0199999.99999001.PRUEBA-")


def test_the_consolidated_number_stands_in_a_box_before_the_identity(build_person):
    person = build_person()
    identity = replace(person.identity, consolidated="99999002")

    lines = list(banner_lines(replace(person, identity=identity)))

    assert lines[2] == "     CII/99999002"
    assert lines[0] == lines[3]


def test_the_closing_banner_counts_the_strike_boxes(build_person, build_event):
    cycles = ((build_event(strike=True), build_event()), (build_event(strike=True),))

    lines = list(closing_lines(build_person(cycles=cycles, closing=("strikes",))))

    assert lines[1].startswith("NOTE: 2 POTENTIAL ENTRIES")


def test_every_sheet_ends_with_the_end_of_the_message(build_person):
    assert list(closing_lines(build_person())) == [END]


@pytest.mark.parametrize("lines", [*BANNERS.values(), *CLOSINGS.values()])
def test_no_fixed_text_is_wider_than_a_sheet(lines):
    assert all(len(line.format(strikes=9)) <= 72 for line in lines)


def test_a_banner_nobody_knows_is_refused(build_person):
    with pytest.raises(KeyError):
        list(banner_lines(build_person(banners=("no_such_banner",))))
