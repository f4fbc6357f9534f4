from pathlib import Path

import pytest

from tools import fonts


def test_it_copies_all_four_styles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FONTS", tmp_path / "fonts")
    assert not fonts.are_there()

    fonts.copy()

    assert fonts.are_there()
    assert sorted(path.name for path in (tmp_path / "fonts").iterdir()) == [
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-BoldItalic.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-Regular.ttf",
    ]
