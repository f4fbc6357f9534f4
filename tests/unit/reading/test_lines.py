from vacatur.reading.lines import lines_of
from vacatur.records.source import Source


def test_each_form_feed_starts_a_page() -> None:
    lines, pages = lines_of("ONE\nTWO\n\fTHREE")

    assert pages == 2
    assert [(line.source, line.text) for line in lines] == [
        (Source(1, 1), "ONE"),
        (Source(1, 2), "TWO"),
        (Source(2, 1), "THREE"),
    ]


def test_a_blank_page_after_the_last_is_no_page() -> None:
    assert lines_of("ONE\n\f\n\f")[1] == 1
    assert lines_of("ONE\f\fTWO")[1] == 3


def test_every_kind_of_line_end_is_one() -> None:
    assert [line.raw for line in lines_of("A\r\nB\rC\n\nD")[0]] == ["A", "B", "C", "", "D"]


def test_the_raw_line_is_kept_word_for_word_beside_a_clean_one() -> None:
    raw = "  “cnt:01”\u00a0–\u2009‘x’ \u00b7 ﬁle\u200b"

    line = lines_of(raw)[0][0]

    assert line.raw == raw
    assert line.text == "\"CNT:01\" - 'X' . FILE"
    assert line.indent == 2


def test_tabs_and_control_characters_become_columns_and_spaces() -> None:
    assert lines_of("\tA\x00B\x0bC")[0][0].wide == "        A B C"


def test_lines_that_may_be_sensitive_are_marked() -> None:
    lines, _ = lines_of("CNT:01\nCOM: ADR-1 FICTION AVE\n000-00-0000\nSOC/1")

    assert [line.hint for line in lines] == [False, True, True, True]


def test_no_text_has_no_lines() -> None:
    assert lines_of("") == ([], 1)


def test_an_accent_apart_from_its_letter_is_joined_to_it() -> None:
    (line,), _ = lines_of("C\u0327NT:01 TO\u0301C:F")

    assert line.text == "\u00c7NT:01 T\u00d3C:F"
    assert line.raw == "C\u0327NT:01 TO\u0301C:F"


def test_every_line_has_its_place_on_a_long_page() -> None:
    lines, _ = lines_of("\n".join(["A"] * 200) + "\f" + "\n".join(["B"] * 65))

    assert [line.source for line in lines] == [
        *(Source(1, number) for number in range(1, 201)),
        *(Source(2, number) for number in range(1, 66)),
    ]
