from pathlib import Path

from tools.changelog import collect


def test_fragments_move_into_the_newest_release(tmp_path: Path) -> None:
    (tmp_path / "changes.d").mkdir()
    (tmp_path / "changes.d" / "b.md").write_text("Second.\n")
    (tmp_path / "changes.d" / "a.md").write_text("- First.\n\n")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\nIntro.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n")

    assert collect(tmp_path, "0.2.0", "2026-02-01") == 2

    assert (tmp_path / "CHANGELOG.md").read_text() == (
        "# Changelog\n\nIntro.\n\n## 0.2.0 (2026-02-01)\n\n- First.\n- Second.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n"
    )
    assert list((tmp_path / "changes.d").iterdir()) == []


def test_the_first_release_comes_after_the_introduction(tmp_path: Path) -> None:
    (tmp_path / "changes.d").mkdir()
    (tmp_path / "changes.d" / "a.md").write_text("First.\n")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\nIntro.\n")

    collect(tmp_path, "0.1.0", "2026-02-01")

    assert (tmp_path / "CHANGELOG.md").read_text() == "# Changelog\n\nIntro.\n\n## 0.1.0 (2026-02-01)\n\n- First.\n"
