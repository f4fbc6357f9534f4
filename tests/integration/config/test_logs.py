"""Log lines hold kinds, places and fixed words, and nothing of what was worked on."""

import io
import logging
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.conf import settings

from probono.config.logs import WithoutContent


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the configured formatter writes for the loggers `planted`, `probono` and Django's."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(WithoutContent())
    root = logging.getLogger()
    root.addHandler(handler)
    yield out
    root.removeHandler(handler)


def _fail() -> None:
    try:
        raise KeyError("Marisol")
    except KeyError as error:
        raise ValueError("DETAIL: Failing row contains (Vega).") from error


def test_an_error_is_its_kind_and_its_places(lines: io.StringIO) -> None:
    try:
        _fail()
    except ValueError:
        logging.getLogger("probono").exception("A job stopped.")

    text = lines.getvalue()
    assert "A job stopped." in text
    assert "ValueError" in text
    assert "after KeyError" in text
    assert f"{__file__}:" in text
    assert "Marisol" not in text
    assert "Vega" not in text


def test_an_error_that_hides_where_it_came_from_hides_it_here(lines: io.StringIO) -> None:
    try:
        try:
            raise KeyError("Marisol")
        except KeyError:
            raise ValueError from None
    except ValueError:
        logging.getLogger("probono").exception("Stopped.")

    assert "KeyError" not in lines.getvalue()


def test_a_request_is_its_page_and_its_answer(lines: io.StringIO) -> None:
    request = SimpleNamespace(resolver_match=SimpleNamespace(view_name="matters:facts"))
    more = {"status_code": 404, "request": request}
    logging.getLogger("django.request").warning("%s: %s", "Not Found", "/matters/Marisol/", extra=more)
    logging.getLogger("django.security.DisallowedHost").error("Invalid HTTP_HOST header: Marisol")

    text = lines.getvalue()
    assert "matters:facts answered 404" in text
    assert "no page answered nothing" in text
    assert "Marisol" not in text


def test_what_a_library_says_is_cut_to_its_constant_part(lines: io.StringIO) -> None:
    logging.getLogger("planted").warning("could not read %s at %5.2f", "Marisol", 3.5)
    logging.getLogger("planted").warning("Marisol went there")

    text = lines.getvalue()
    assert "could not read … at …" in text
    assert "something was told in test_logs:" in text
    assert "Marisol" not in text


def test_our_own_lines_are_whole(lines: io.StringIO) -> None:
    logging.getLogger("probono.matters").warning("%s matters", 3)

    assert "probono.matters 3 matters" in lines.getvalue()


def test_every_line_of_the_site_goes_through_it() -> None:
    told = settings.LOGGING

    assert {one["()"] for one in told["formatters"].values()} == {"probono.config.logs.WithoutContent"}
    assert all(one["formatter"] in told["formatters"] for one in told["handlers"].values())
    assert told["root"]["handlers"] == ["console"]
    for name in ("django", "django.server"):
        assert logging.getLogger(name).handlers == []
        assert logging.getLogger(name).propagate
