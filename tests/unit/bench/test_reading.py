"""The bench of reading measures what it says."""

from bench.reading import line, results, seconds, sheets, two_pages, typeset
from vacatur.reading import read_pdf, read_text


def test_the_sheets_are_fictional_different_and_read_without_a_rest() -> None:
    texts = sheets(5)

    assert len(set(texts)) == 5
    assert all("FICTIONAL" in text for text in texts)
    assert [read_text(text).unread for text in texts] == [()] * 5


def test_the_typeset_pdf_says_the_same_as_the_text() -> None:
    pages = two_pages(sheets(1)[0])

    record = read_pdf(typeset(pages))

    assert record.pages == 2
    assert record.person == read_text("\f".join("\n".join(page) for page in pages)).person


def test_the_work_is_done_once_more_than_it_is_measured() -> None:
    done: list[int] = []

    assert len(seconds(lambda: done.append(1), rounds=3)) == 3
    assert len(done) == 4


def test_the_ratio_says_how_many_times_as_fast() -> None:
    assert line("x", [10.0], unit="ms", peer="peer", peer_median=80.0)["ratio"] == 8.0
    assert line("x", [160.0], unit="lines/s", peer="peer", peer_median=80.0)["ratio"] == 2.0


def test_every_line_has_the_promised_keys() -> None:
    for result in results(count=1, rounds=1):
        assert list(result) == ["name", "unit", "median", "min", "max", "n", "peer", "peer_median", "ratio"]
