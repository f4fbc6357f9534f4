import datetime as dt
import subprocess
import sys

import pytest

from vacatur.law import LawError, Pack, pack


def test_the_pack_is_made_once() -> None:
    assert pack() is pack()


def test_it_has_a_version() -> None:
    assert pack().version.startswith("2026.")


def test_a_parameter_that_does_not_exist_is_an_error_that_names_its_file() -> None:
    with pytest.raises(LawError, match=r"parameters/pc_1/nothing.toml: there is no such file"):
        pack().parameter("pc_1/nothing", dt.date(2026, 1, 1))


def test_a_parameter_is_read_from_its_file_only_when_asked_for(root: object) -> None:
    law = Pack(root)  # type: ignore[arg-type]
    (law.root / "parameters/pc_236_15/response_days.toml").write_text("broken", encoding="utf-8")

    assert law.parameter("pc_236_14/response_days", dt.date(2026, 1, 1)).number == 45
    with pytest.raises(LawError, match="not valid TOML"):
        law.parameter("pc_236_15/response_days", dt.date(2026, 1, 1))


def test_importing_the_law_reads_no_file_and_no_outside_library() -> None:
    code = (
        "import sys, builtins\n"
        "import vacatur.law\n"
        "law = vacatur.law.pack()\n"
        "assert not law._parameters\n"
        "heavy = [name for name in ('typer', 'pikepdf', 'django', 'typst', 'docx') if name in sys.modules]\n"
        "assert not heavy, heavy\n"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_violent_list_is_asked_once_for_a_charge() -> None:
    day = dt.date(2026, 1, 1)

    assert pack().violent("PC", "211", day) is pack().violent("PC", "211", day)
