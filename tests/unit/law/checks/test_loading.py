from pathlib import Path

from vacatur.law import Pack, pack
from vacatur.law.checks.loading import languages, load_all
from vacatur.law.checks.report import Report


def test_one_broken_file_does_not_hide_another(root: Path) -> None:
    (root / "reliefs/pc_17_b.toml").write_text("broken", encoding="utf-8")
    (root / "calendar/2026.toml").write_text("", encoding="utf-8")
    report = Report()

    assert not load_all(Pack(root), report)
    assert any(
        problem.startswith("Law data, reliefs/pc_17_b.toml: it is not valid TOML") for problem in report.problems
    )
    assert any(problem.startswith("Law data, calendar/2026.toml") for problem in report.problems)
    assert report.counts["offenses"] > 90


def test_an_empty_folder_is_a_problem_by_itself(tmp_path: Path) -> None:
    report = Report()

    assert not load_all(Pack(tmp_path), report)
    assert "Law data: there are no agencies." in report.problems
    assert languages(Pack(tmp_path)) == []


def test_the_languages_are_the_folders_of_words() -> None:
    assert "en" in languages(pack())
