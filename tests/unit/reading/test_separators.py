import pytest

from vacatur.reading.separators import END, Row, row_of, split_row


@pytest.mark.parametrize("text", ["* * * *", "*    *    *    *", "* * *", "* * **", "*.*,*'*", "* . * * *"])
def test_three_to_five_stars_part_cycles(text: str) -> None:
    assert row_of(text) is Row.CYCLE


@pytest.mark.parametrize("text", ["- - - -", "- - -- --", "--- - ---", "- -", "'- - -"])
def test_two_dashes_part_events(text: str) -> None:
    assert row_of(text) is Row.EVENT


@pytest.mark.parametrize(
    "text", ["* * * * * * * * * * *", "*" * 72, "* " * 21, "*    *    *                    *    *    *"]
)
def test_more_stars_are_the_frame_of_a_box(text: str) -> None:
    assert row_of(text.strip()) is Row.FRAME


@pytest.mark.parametrize(
    ("text", "row"), [("*", Row.PART), ("* *", Row.PART), ("-", Row.DIRT), ("'", Row.DIRT), (". . .", Row.DIRT)]
)
def test_one_mark_alone_parts_nothing(text: str, row: Row) -> None:
    assert row_of(text) is row


@pytest.mark.parametrize("text", ["* * * * END OF MESSAGE", "** X **", "A"])
def test_a_line_with_letters_is_no_row(text: str) -> None:
    assert row_of(text) is None


@pytest.mark.parametrize(
    "text", ["*    *    *    END OF MESSAGE    *    *    *", "* END OF MESSAGE", "END OF MESSAGE XX", "END 0F MESAGE"]
)
def test_the_end_is_known_in_its_variants(text: str) -> None:
    assert END.match(text)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("* * * * COURT: NAM:01", ("* * * *", "COURT: NAM:01")),
        ("*    *    *    *  COURT:", ("*    *    *    *", "COURT:")),
        ("- - - - COURT:", ("- - - -", "COURT:")),
        ("- - -- -- 20010407", ("- - -- --", "20010407")),
        ("** PALM PRINT ON FILE", ("", "")),
        ("*DISPO:CONVICTED", ("", "")),
        ("-WARRANT", ("", "")),
        ("* * * * * * * * * * * X", ("", "")),
    ],
)
def test_a_separator_is_split_from_what_stands_behind_it(text: str, split: tuple[str, str]) -> None:
    assert split_row(text) == split
