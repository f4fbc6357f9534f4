"""FICTIONAL."""

import pytest

from tests.unit.screening.asked import DAY
from vacatur.kit.tri import Tri
from vacatur.law import pack
from vacatur.screening.elements.sections import charge_named_in

EXCLUDED = pack().parameter("pc_1203_4/excluded_sections", DAY)


@pytest.mark.parametrize(
    ("code", "section", "named"),
    [
        ("PC", "288.5", True),
        ("PC", "288.5(a)", True),
        ("PC", "286(c)", True),
        ("PC", "286(c)(2)(A)", True),
        ("PC", "286(b)", False),
        ("PC", "286", None),
        ("PC", "647(b)", False),
        ("HS", "288", False),
        ("PC", "664/288", True),
        (None, "288", None),
        ("PC", None, None),
        ("PC", "not a section", False),
    ],
)
def test_a_list_names_a_section_its_subdivisions_and_leaves_open_what_is_broader(
    code: str | None, section: str | None, named: Tri
) -> None:
    assert charge_named_in(EXCLUDED, code, section) is named
