"""The law data is in order: the same checks as `vacatur law check`."""

import pytest

from vacatur.law import pack
from vacatur.law.checks import check


@pytest.mark.law
def test_the_law_data_is_in_order() -> None:
    assert check(pack()).problems == []
