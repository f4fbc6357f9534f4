from demo.banners import END
from demo.sheet import sheet_lines, sheet_pages, sheet_text


def test_a_sheet_goes_from_the_header_to_the_end_of_the_message(build_person):
    lines = list(sheet_lines(build_person()))

    order = [lines.index(line) for line in ("IH", "CII/A99999001", "* * * *", "CNT:01     #9VY00001", END)]
    assert order == sorted(order)


def test_the_text_holds_the_pages_in_order(build_person, build_event):
    person = build_person(cycles=tuple((build_event(),) for _ in range(12)))

    pages, text = sheet_pages(person), sheet_text(person)

    assert len(pages) > 1
    assert [line for line in text.split("\n") if line] == [line for page in pages for line in page if line]


def test_the_same_person_always_gives_the_same_text(build_person):
    assert sheet_text(build_person()) == sheet_text(build_person())


def test_form_feeds_are_printed_where_the_person_asks_for_them(build_person, build_event):
    cycles = tuple((build_event(),) for _ in range(12))

    assert "\f" in sheet_text(build_person(cycles=cycles, form_feeds=True))
    assert "\f" not in sheet_text(build_person(cycles=cycles))
