from demo.pages import GAP, as_text, paginate


def test_a_sheet_of_one_page_has_no_footer():
    assert paginate(["A", "B"], size=2) == [["A", "B"]]


def test_a_longer_sheet_is_numbered_at_the_foot_of_each_page():
    pages = paginate(["A", "B", "C"], size=2)

    assert [page[-1].strip() for page in pages] == ["Page 1 of 2", "Page 2 of 2"]
    assert pages[1][0] == "C"


def test_no_line_is_lost_by_cutting():
    lines = [f"LINE {number}" for number in range(130)]

    assert [line for page in paginate(lines) for line in page[:-2]] == lines


def test_pages_of_a_text_are_parted_by_blank_lines():
    assert as_text([["A"], ["B"]]) == "A\n" + "\n" * GAP + "B\n"


def test_pages_of_a_text_may_be_parted_by_form_feeds():
    assert as_text([["A"], ["B"]], form_feeds=True) == "A\n\fB\n"
