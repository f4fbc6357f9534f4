from vacatur.cli.layout import WIDTH, heading, pairs, wrapped


def test_it_keeps_the_rest_of_a_long_text_in_line_with_its_mark() -> None:
    lines = wrapped("word " * 60, indent=2, mark="- ")

    assert lines[0].startswith("  - word")
    assert all(line.startswith("    word") for line in lines[1:])
    assert all(len(line) <= WIDTH for line in lines)


def test_it_never_breaks_a_citation_at_its_hyphen() -> None:
    lines = wrapped("x" * 90 + " 1000-2000-3000")

    assert lines[1] == "1000-2000-3000"


def test_an_empty_text_is_one_line_of_its_mark() -> None:
    assert wrapped("", indent=2, mark="- ") == ["  -"]


def test_pairs_stand_in_columns_and_leave_out_what_is_not_there() -> None:
    assert list(pairs([("CII", "A1"), ("Sex", None), ("Names", "01 ROE,RIA")])) == [
        "  CII    A1",
        "  Names  01 ROE,RIA",
    ]


def test_a_heading_has_a_rule_of_its_length() -> None:
    assert heading("Cycle 1") == ["", "Cycle 1", "-------"]
