import importlib

import pytest

import vacatur


@pytest.mark.parametrize("verb", vacatur.__all__)
def test_each_verb_is_a_function_of_its_room(verb: str) -> None:
    function = getattr(vacatur, verb)

    assert callable(function)
    assert function.__module__.startswith("vacatur.")


def test_the_verbs_are_listed() -> None:
    assert set(vacatur.__all__) <= set(dir(vacatur))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        importlib.import_module("vacatur").guess  # noqa: B018
