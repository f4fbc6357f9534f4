import itertools

import pytest

from vacatur.kit.tri import Tri, tri_all, tri_any, tri_not

VALUES: tuple[Tri, ...] = (True, False, None)


def test_the_opposite_of_not_known_is_not_known() -> None:
    assert [tri_not(value) for value in VALUES] == [False, True, None]


@pytest.mark.parametrize(
    ("values", "all_hold"),
    [
        ([True, True], True),
        ([True, None], None),
        ([None, None], None),
        ([True, False], False),
        ([None, False], False),
        ([], True),
    ],
)
def test_one_no_settles_all_and_one_unknown_leaves_it_open(values: list[Tri], all_hold: Tri) -> None:
    assert tri_all(values) is all_hold


@pytest.mark.parametrize(
    ("values", "any_holds"),
    [
        ([False, False], False),
        ([False, None], None),
        ([None, None], None),
        ([False, True], True),
        ([None, True], True),
        ([], False),
    ],
)
def test_one_yes_settles_any_and_one_unknown_leaves_it_open(values: list[Tri], any_holds: Tri) -> None:
    assert tri_any(values) is any_holds


def test_any_is_the_opposite_of_all_opposites() -> None:
    for values in itertools.product(VALUES, repeat=3):
        assert tri_any(values) is tri_not(tri_all(tri_not(value) for value in values))


def test_it_takes_values_that_can_be_read_once_only() -> None:
    assert tri_all(iter([True, None, False])) is False
    assert tri_any(iter([False, None, True])) is True
