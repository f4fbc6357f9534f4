from collections.abc import Callable

from vacatur.law import Pack, pack
from vacatur.law.checks.meaning import (
    calendars,
    deadline_amounts,
    places,
    unread_parameters,
    violent_letters,
)

Edit = Callable[[str, str, str], Pack]


def test_californias_data_agrees_with_itself() -> None:
    for check in (violent_letters, deadline_amounts, places, calendars):
        assert list(check(pack())) == []


def test_an_offense_marked_not_listed_must_not_be_on_the_list(edit: Edit) -> None:
    law = edit("offenses/pc_215.toml", 'violent = "V"', 'violent = "N"')

    assert list(violent_letters(law)) == [
        "Law data, offenses/pc_215.toml: 'PC 215' stands otherwise on the violent felony list."
    ]


def test_years_cannot_run_backward(edit: Edit) -> None:
    law = edit("deadlines/continuance.toml", "continuance/notice_court_days", "pc_236_14/destroy_after_order_years")

    assert len(list(deadline_amounts(law))) == 1


def test_a_parameter_is_read_by_a_deadline_or_named(edit: Edit) -> None:
    named = [id_ for id_ in pack().parameter_ids() if id_ != "pc_236_14/response_days"]

    assert list(unread_parameters(pack(), named)) == []
    assert len(list(unread_parameters(pack(), []))) > 1
