from random import Random

import pytest

from demo.noise import charges


@pytest.mark.parametrize("seed", range(5))
def test_the_label_of_a_count_is_misread_and_its_number_kept(seed):
    changed = charges.count_labels(["CNT:01     #9VY00001"], Random(seed), 1.0)[0]

    assert changed != "CNT:01     #9VY00001"
    assert changed.endswith("01     #9VY00001")


def test_the_count_may_have_three_digits():
    assert charges.long_counts(["CNT:01     #9", "CNT:02"], Random(1), 1.0) == ["CNT:001     #9", "CNT:002"]


def test_the_number_may_stand_on_the_next_line():
    assert charges.numbers_moved(["CNT:01     #9VY00001"], Random(1), 1.0) == ["CNT:01", "#9VY00001"]


def test_the_section_gets_spaces_and_keeps_its_letters():
    changed = charges.sections_spaced(["  647(B) PC-PROSTITUTION"], Random(1), 1.0)[0]

    assert changed != "  647(B) PC-PROSTITUTION"
    assert changed.replace(" ", "") == "647(B)PC-PROSTITUTION"


@pytest.mark.parametrize("seed", range(5))
def test_the_dash_of_a_charge_changes(seed):
    changed = charges.charge_dashes(["  647(B) PC-PROSTITUTION"], Random(seed), 1.0)[0]

    assert changed.endswith("PROSTITUTION")
    assert " PC-" not in changed


@pytest.mark.parametrize("seed", range(5))
def test_the_level_moves_or_gets_a_full_stop(seed):
    lines = charges.levels_moved(["  459 PC-BURGLARY                        TOC:F"], Random(seed), 1.0)

    assert lines in (["  459 PC-BURGLARY", "  TOC:F"], ["  459 PC-BURGLARY  TOC:F."])


def test_the_label_of_a_comment_changes():
    assert charges.comment_labels(["   COM: PHOTO AVAILABLE"], Random(1), 1.0)[0] in {
        "   COM; PHOTO AVAILABLE",
        "   .COM: PHOTO AVAILABLE",
        "   COM : PHOTO AVAILABLE",
    }
