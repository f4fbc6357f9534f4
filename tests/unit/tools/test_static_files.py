from pathlib import Path

import pytest

from tools import static_files


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What npm leaves, in small."""
    monkeypatch.setattr(static_files, "VENDOR", tmp_path / "vendor")
    files = {
        "@uswds/uswds/LICENSE.md": "terms",
        "@uswds/uswds/dist/img/sprite.svg": "<svg/>",
        "@uswds/uswds/dist/img/close.svg": "<svg/>",
        "@uswds/uswds/dist/img/unused.svg": "<svg/>",
        "@uswds/uswds/dist/fonts/sans.woff2": "font",
        "@uswds/uswds/dist/js/uswds.min.js": "script()",
        "@uswds/uswds/dist/css/uswds.min.css": "a{src:url(../fonts/sans.woff2)}b{background:url('../img/close.svg')}"
        "i{background:url(data:image/svg+xml;x)}\n/*# sourceMappingURL=uswds.min.css.map */\n",
        "axe-core/axe.min.js": "axe",
        "axe-core/LICENSE": "terms",
    }
    for name, text in files.items():
        path = tmp_path / "node_modules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "node_modules"


def test_it_copies_what_the_style_sheet_names_and_nothing_else(modules: Path, tmp_path: Path) -> None:
    static_files._copy(modules)

    vendor = tmp_path / "vendor"
    assert sorted(path.relative_to(vendor).as_posix() for path in vendor.rglob("*") if path.is_file()) == [
        "axe-core/LICENSE",
        "axe-core/axe.min.js",
        "uswds/LICENSE.md",
        "uswds/css/uswds.min.css",
        "uswds/fonts/sans.woff2",
        "uswds/img/close.svg",
        "uswds/img/sprite.svg",
    ]
    assert static_files.are_there()


def test_the_style_sheet_names_no_map(modules: Path, tmp_path: Path) -> None:
    static_files._copy(modules)

    assert "sourceMappingURL" not in (tmp_path / "vendor/uswds/css/uswds.min.css").read_text()


def test_a_second_copy_leaves_nothing_of_the_first(modules: Path, tmp_path: Path) -> None:
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "old.css").touch()

    static_files._copy(modules)

    assert not (tmp_path / "vendor" / "old.css").exists()
