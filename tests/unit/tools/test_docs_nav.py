from pathlib import Path

from tools.docs_nav import nav


def test_pages_find_their_place_by_folder_and_empty_kinds_are_left_out(tmp_path: Path) -> None:
    for name in ("index.md", "how-to/b.md", "how-to/a.md", "adr/0001-x.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()

    assert nav(tmp_path) == [
        {"Home": "index.md"},
        {"How to": ["how-to/a.md", "how-to/b.md"]},
        {"Decisions": ["adr/0001-x.md"]},
    ]
