import pytest

from vacatur.reading.numbers import CountLine, other_numbers, read_count, read_numbers, split_rest


@pytest.mark.parametrize(
    ("text", "first", "last", "rest"),
    [
        ("01     #1234567", 1, 1, "#1234567"),
        ("001", 1, 1, ""),
        (" 003", 3, 3, ""),
        ("001-004  #1", 1, 4, "#1"),
        ("OU1", 1, 1, ""),
        ("0Ul".upper(), 1, 1, ""),
        ("0    1   #5", 1, 1, "#5"),
        ("-1", 1, 1, ""),
        ("01     1234567", 1, 1, "1234567"),
        ("12*1234", 12, 12, "*1234"),
    ],
)
def test_it_reads_a_count_and_its_noise(text: str, first: int, last: int, rest: str) -> None:
    assert read_count(text) == CountLine(first, last, rest)


@pytest.mark.parametrize("text", ["004-001", "001-999"])
def test_a_range_that_makes_no_sense_is_its_first_count(text: str) -> None:
    found = read_count(text)

    assert found is not None
    assert found.first == found.last
    assert not found.range_ok


def test_no_number_is_no_count() -> None:
    assert read_count("  #1234567") is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("#1111111", ("1111111",)),
        ("#388555T,89894371", ("388555T", "89894371")),
        ("#555787(87)", ("555787(87)",)),
        ("#S 332840", ("S 332840",)),
        ("#3799-3788", ("3799-3788",)),
        ("*1234567.:-", ("1234567",)),
        ("#12.34", ("1234",)),
        ("#", ()),
        ("WORDS", ()),
    ],
)
def test_it_reads_the_numbers_after_the_sign(text: str, numbers: tuple[str, ...]) -> None:
    assert read_numbers(text) == numbers


def test_a_charge_on_the_count_s_line_is_parted_from_the_number() -> None:
    assert split_rest("#1111111 459 PC-BURGLARY TOC:F") == ("#1111111", "459 PC-BURGLARY TOC:F")
    assert split_rest("459 PC-BURGLARY") == ("", "459 PC-BURGLARY")
    assert split_rest("#3799-3788") == ("#3799-3788", "")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("CITE      #44050", ("CITE 44050",)),
        ("WARRANT #ABCD", ("WARRANT ABCD",)),
        ("CRT #:84321", ("84321",)),
        ("SEN FROM: LOS ANGELES CO  CRT #44050", ("44050",)),
        ("CRT CASE NBR 123488", ("123488",)),
        ("NOTHING", ()),
    ],
)
def test_it_reads_the_numbers_of_other_papers(text: str, numbers: tuple[str, ...]) -> None:
    assert other_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "first", "last", "rest"),
    [("0    3-05", 3, 5, ""), ("0    3-05  #555", 3, 5, "#555"), ("0 1-4", 1, 4, ""), ("0  12-3456", 0, 0, "12-3456")],
)
def test_a_range_whose_first_number_a_scan_has_torn_is_a_range(text: str, first: int, last: int, rest: str) -> None:
    found = read_count(text)

    assert found is not None
    assert (found.first, found.last, found.rest) == (first, last, rest)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("#1111111   459 PC-BURGLARY", ("#1111111", "459 PC-BURGLARY")),
        ("#1111111   666 PC7ID THEFT", ("#1111111", "666 PC7ID THEFT")),
        ("#S 332840", ("#S 332840", "")),
        ("#3799-3788", ("#3799-3788", "")),
        ("#555787(87)", ("#555787(87)", "")),
    ],
)
def test_a_charge_behind_a_number_is_split_from_it(text: str, parts: tuple[str, str]) -> None:
    assert split_rest(text) == parts
