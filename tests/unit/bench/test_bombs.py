"""The bench of hostile files makes the files it says, and reads the site as a person would."""

import io
import zlib
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest

from bench import bombs
from bench.bombs import Person


def test_the_stream_is_small_and_deflated_four_times() -> None:
    data = bombs.stacked()

    assert len(data) < 64 * 1024
    with pikepdf.open(io.BytesIO(data)) as document:
        stream = document.pages[0].Contents
        assert len(list(stream.Filter)) == 4  # type: ignore[call-overload]
        once = zlib.decompress(stream.read_raw_bytes())
    assert len(once) < 64 * 1024
    assert zlib.decompress(once)


def test_the_many_objects_are_a_pdf_of_twenty_megabytes() -> None:
    data = bombs.many_objects()

    assert data.startswith(b"%PDF")
    assert data.count(b" 0 obj 0 endobj") == 1_000_000


def test_the_vast_page_is_wider_than_any_paper() -> None:
    with pikepdf.open(io.BytesIO(bombs.vast_page())) as document:
        assert float(document.pages[0].MediaBox[2]) > 14_400  # type: ignore[arg-type]


class _Browser:
    """A browser that is told what to answer."""

    def __init__(self, status: int) -> None:
        self.status, self.sent = status, dict[str, Any]()

    def get(self, address: str, **_: Any) -> Any:
        return SimpleNamespace(status_code=self.status, text='<input name="csrfmiddlewaretoken" value="abc">')

    def post(self, address: str, told: dict[str, str], **more: Any) -> Any:
        self.sent = told | more
        return SimpleNamespace(status_code=self.status)


def _person(status: int) -> Any:
    person = object.__new__(Person)
    person.site, person.browser = "http://localhost:1", _Browser(status)
    return person


def test_a_bomb_that_is_taken_ends_the_bench() -> None:
    person = _person(200)

    with pytest.raises(SystemExit, match="expected a refusal and got 200"):
        person.refused("/record/", b"bomb")
    assert person.browser.sent["csrfmiddlewaretoken"] == "abc"
    assert person.browser.sent["files"]["file"][1] == b"bomb"


def test_a_page_that_is_none_ends_the_bench() -> None:
    with pytest.raises(SystemExit, match="expected a page and got 404"):
        bombs.p95(_person(404), "/matters/", 3)


def test_a_percentile_is_one_of_the_times() -> None:
    assert 0 < bombs.p95(_person(200), "/matters/", 20) < 1
