"""The console blocks of a page: commands after `$ `, and what they print. The pages are run, so that they stay true.

A line `...` in the printed text stands for any lines, and ` ...` at the end of a line for the rest of it. After a change,
`python -m tests.docs.console PAGE` writes the outputs anew into the page, except those with `...`.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECONDS = 120
ANY = "..."


@dataclass(frozen=True, slots=True)
class Step:
    """One command and the lines the page says it prints, on either output."""

    command: str
    prints: str


def steps_of(block: str) -> list[Step]:
    """The commands of one block. Text before the first one has nobody who printed it."""
    before, *parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
    if before.strip():
        raise ValueError("a console block starts with a command")
    return [Step(*_cut(part)) for part in parts]


def _cut(part: str) -> tuple[str, str]:
    command, _, prints = part.partition("\n")
    return command, prints.strip("\n")


def steps(page: str) -> list[Step]:
    """All commands of a page, in order: a later one may use what an earlier one wrote."""
    return [step for block in BLOCK.findall(page) for step in steps_of(block)]


def prepare(folder: Path) -> None:
    """Make `folder` look like the root of the repository to a reader who only reads: its demo and its program file."""
    for name in ("demo", "program.toml"):
        (folder / name).symlink_to(ROOT / name)


def run(command: str, folder: Path) -> str:
    """What the command prints, run as a reader would; `folder` is where the reader stands."""
    tools = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n"))


def _pattern(line: str) -> str:
    if line == ANY:
        return r"(?:.*\n)*?"
    return re.escape(line[: -len(ANY)]) + ".*\n" if line.endswith(f" {ANY}") else re.escape(line) + "\n"


def agrees(prints: str, printed: str) -> bool:
    """Is `printed` what the page says?"""
    pattern = "".join(_pattern(line) for line in prints.split("\n"))
    return re.fullmatch(pattern, printed + "\n") is not None


def _rewritten(block: str, folder: Path) -> Iterator[str]:
    for step in steps_of(block):
        printed = run(step.command, folder)
        shown = step.prints if re.search(r"(?:^|\s)\.\.\.$", step.prints, re.MULTILINE) else printed
        yield f"$ {step.command}\n{shown}\n" if shown else f"$ {step.command}\n"


def refresh(path: Path) -> None:
    """Write what the commands print today into the page."""
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name))
        page = BLOCK.sub(
            lambda block: "```console\n" + "".join(_rewritten(block[1], Path(name))) + "```",
            path.read_text(encoding="utf-8"),
        )
    path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        refresh(Path(argument))
