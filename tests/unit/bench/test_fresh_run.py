import os
from pathlib import Path

from bench.fresh_run import line, size


def test_links_to_one_file_are_counted_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(8192))
    alone = size(tmp_path)

    os.link(tmp_path / "a", tmp_path / "b")

    assert size(tmp_path) == alone >= 8192


def test_a_ratio_says_how_many_times_better_than_the_peer() -> None:
    assert line("x", "MB", 310.0, 965.0)["ratio"] == 3.11
    assert line("x", "s", 42.0, None)["ratio"] is None
