import sys
from pathlib import Path

import pytest

from tools import bench


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    monkeypatch.setattr(bench, "PYTHON", sys.executable)
    (tmp_path / "bench").mkdir()
    return tmp_path / "bench"


def test_it_runs_every_script_but_helpers_and_keeps_the_first_bad_code(
    scripts: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (scripts / "a.py").write_text('print(\'{"name": "a"}\')')
    (scripts / "b.py").write_text('print(\'{"name": "b"}\'); raise SystemExit(4)')
    (scripts / "_helper.py").write_text("raise SystemExit(9)")

    assert bench.main([]) == 4
    assert capfd.readouterr().out == '{"name": "a"}\n{"name": "b"}\n'


def test_it_runs_the_named_ones_only(scripts: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (scripts / "a.py").write_text("print(1)")
    (scripts / "b.py").write_text("print(2)")

    assert bench.main(["b"]) == 0
    assert capfd.readouterr().out == "2\n"
