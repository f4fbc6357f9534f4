from random import Random

from demo.noise.lines import replacing, rewriting


def test_a_line_that_does_not_match_is_left_alone():
    assert replacing("^CNT:", ("CHT:",))(["COURT:", "CNT:01"], Random(1), 1.0) == ["COURT:", "CHT:01"]


def test_a_template_may_use_what_was_matched():
    assert replacing(r"^(\d{5})(\d{3})$", (r"\1.\2",))(["20040102"], Random(1), 1.0) == ["20040.102"]


def test_a_line_may_become_several():
    assert rewriting("^A (B)$", lambda match, rng: ["A", match[1]])(["A B"], Random(1), 1.0) == ["A", "B"]
