from datetime import date

import pytest

from vacatur.kit.span import Span

JUNE, JULY, AUGUST = date(2014, 6, 1), date(2014, 7, 1), date(2014, 8, 1)


def test_a_span_must_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Span(JULY, JUNE)


def test_it_holds_its_first_and_its_last_day() -> None:
    span = Span(JUNE, JULY)

    assert span.holds(JUNE) is True
    assert span.holds(JULY) is True
    assert span.holds(AUGUST) is False
    assert span.holds(date(2014, 5, 31)) is False


def test_it_does_not_know_where_an_end_is_not_known() -> None:
    assert Span(JUNE, None).holds(JULY) is None
    assert Span(JUNE, None).holds(date(2014, 5, 31)) is False
    assert Span(None, JUNE).holds(JULY) is False
    assert Span(JUNE, JULY).holds(None) is None


def test_two_spans_meet_when_they_share_a_day() -> None:
    assert Span(JUNE, JULY).meets(Span(JULY, AUGUST)) is True
    assert Span(JUNE, JUNE).meets(Span(JULY, AUGUST)) is False
    assert Span(AUGUST, AUGUST).meets(Span(JUNE, JULY)) is False


def test_whether_open_spans_meet_may_not_be_known() -> None:
    assert Span(JUNE, None).meets(Span(JULY, AUGUST)) is None
    assert Span(None, JUNE).meets(Span(JULY, None)) is False
