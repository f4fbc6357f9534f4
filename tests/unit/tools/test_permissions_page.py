"""The page of permissions is the one that the matrix and the addresses make now."""

from probono.accounts import registry
from probono.accounts.matrix import cells
from tests.architecture.tree import ROOT
from tools.permissions_page import page

ANEW = "write it anew: python -m tools.permissions_page > docs/reference/permissions.md"


def test_the_page_kept_is_the_page_made() -> None:
    kept = ROOT / "docs" / "reference" / "permissions.md"

    assert kept.read_text("utf-8") == page(), ANEW


def test_it_tells_every_cell_in_words_and_every_address() -> None:
    text = page()

    assert all(f"| {one.role.label} | {one.words} |" in text for one in cells())
    assert all(f"| {name} |" in text for name in registry.registered())
    assert f"{len(cells())} cells" in text
