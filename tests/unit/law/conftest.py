"""A copy of the law data that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law.pack import CALIFORNIA, Pack


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A whole copy of California's data."""
    copy = tmp_path / "ca"
    shutil.copytree(CALIFORNIA, copy)
    return copy


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write one law file into an empty folder and return the folder."""

    def write_file(file: str, text: str) -> Path:
        path = tmp_path / "law" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "law"

    return write_file


@pytest.fixture
def edit(root: Path) -> Callable[[str, str, str], Pack]:
    """Replace a text in a file of the copy, which must hold it, and open the copy as a pack."""

    def edit_file(file: str, old: str, new: str) -> Pack:
        path = root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return Pack(root)

    return edit_file
