import subprocess
import sys

import pytest

from vacatur.cli.lazy import COMMANDS, load


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads_and_keeps_its_name(name: str) -> None:
    command = load(name)

    assert command.name == name
    assert command.help


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_loading_a_command_loads_no_heavy_library(name: str) -> None:
    loaded = modules_after(f"from vacatur.cli.lazy import load; load({name!r})")

    assert not loaded & {"django", "probono", "typst", "docx", "pikepdf", "pypdfium2", "PIL", "lxml", "rich"}


def test_importing_the_library_loads_none_of_its_rooms() -> None:
    loaded = {name for name in modules_after("import vacatur") if name.startswith("vacatur")}

    assert loaded == {"vacatur"}
