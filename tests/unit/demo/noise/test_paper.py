from random import Random

from demo.noise import paper

SHEET = [
    "ATTN:FICTIONAL-DEMO",
    "CII/A99999001",
    "* * * *",
    *(f"LINE {number}" for number in range(80)),
    "   *   END OF MESSAGE   *",
]


def test_page_breaks_keep_every_line_in_order():
    changed = paper.page_breaks(SHEET, Random(1), 1.0)

    assert len(changed) > len(SHEET)
    assert [line for line in changed if line in SHEET] == SHEET


def test_page_breaks_fall_only_after_the_identity_block():
    assert paper.page_breaks(SHEET, Random(1), 1.0)[:2] == SHEET[:2]


def test_a_text_without_cycles_stays_whole():
    assert paper.page_breaks(["A", "B"], Random(1), 1.0) == ["A", "B"]


def test_blank_lines_keep_every_line_in_order():
    changed = paper.blank_lines(SHEET, Random(1), 1.0)

    assert "" in changed
    assert [line for line in changed if line] == SHEET


def test_the_end_is_cut_off_or_followed_by_junk():
    ends = {paper.cut_end(SHEET, Random(seed), 1.0)[-1] for seed in range(8)}

    assert ends == {"LINE 79", ":r'.i"}
