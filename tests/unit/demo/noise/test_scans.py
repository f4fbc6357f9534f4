from random import Random

import pytest

from demo.noise import scans


@pytest.mark.parametrize(
    "line", ["ARR/DET/CITE:         NAM:01", "COURT:                NAM:01", "CNT:01     #9", "   SEN: 002 DAYS JAIL"]
)
def test_a_label_is_misread_and_what_follows_is_kept(line):
    changed = scans.misread([line], Random(1), 1.0)[0]

    assert changed != line
    assert changed.split()[-1] == line.split()[-1]


def test_a_letter_of_the_level_is_misread():
    assert scans.misread(["  459 PC-BURGLARY  TOC:F"], Random(1), 1.0)[0][-5:] in {"TÓC:F", "T0C:F"}


def test_dirt_stands_before_the_line():
    changed = scans.dirt(["CNT:01     #9", "20140309  CAPD LOS ANGELES"], Random(1), 1.0)

    assert changed[0].endswith("CNT:01     #9")
    assert len(changed[0]) == len("CNT:01     #9") + 2
    assert changed[1] == "20140309  CAPD LOS ANGELES"
