from random import Random

import pytest

from demo.noise import headers


def test_colons_wear_off_or_change():
    changed = headers.colons(["COURT:                NAM:01"], Random(1), 1.0)[0]

    assert changed.split()[0] in {"COURT", "COURT;"}
    assert changed.endswith("NAM:01")


def test_a_header_is_split_from_its_name():
    lines = headers.split(["ARR/DET/CITE:         NAM:02  DOB:19900101"], Random(1), 1.0)

    assert lines[0] == "ARR/DET/CITE:"
    assert " ".join(lines[1:]).split() == ["NAM:02", "DOB:19900101"]


def test_header_date_and_agency_are_joined():
    lines = headers.joined(["COURT:                NAM:01", "19960718  CASC SAN FRANCISCO"], Random(1), 1.0)

    assert lines == ["COURT: NAM:01 19960718 CASC SAN FRANCISCO"]


def test_an_arrest_is_not_joined_because_its_header_ends_in_a_date():
    lines = ["ARR/DET/CITE:         NAM:01  DOB:19900101", "20140309  CAPD LOS ANGELES"]

    assert headers.joined(lines, Random(1), 1.0) == lines


def test_a_separator_goes_missing_only_before_a_known_header():
    lines = ["- - - -", "COURT:                NAM:01", "- - - -", "20000612  CASO LOS ANGELES"]

    assert headers.separators_missing(lines, Random(1), 1.0) == lines[1:]


@pytest.mark.parametrize("seed", range(5))
def test_worn_rows_keep_at_least_three_marks(seed):
    stars, dashes = headers.separators_worn(["* * * *", "- - - -"], Random(seed), 1.0)

    assert stars.count("*") >= 3
    assert dashes.count("-") >= 3


def test_the_strike_box_is_no_separator():
    box = ["     * * * * * * * * * * *"]

    assert headers.separators_worn(box, Random(1), 1.0) == box


def test_a_dot_falls_into_the_date():
    assert headers.dotted_dates(["20140309  CAPD LOS ANGELES"], Random(1), 1.0) == ["20140.309  CAPD LOS ANGELES"]
