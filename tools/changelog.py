"""`python3 -m tools.changelog VERSION DAY`: move the fragments of changes.d/ into CHANGELOG.md, newest release first."""

import sys
from pathlib import Path

from tools.places import ROOT


def section(version: str, day: str, lines: list[str]) -> str:
    """One release as it stands in the changelog."""
    return "\n".join([f"## {version} ({day})", "", *(f"- {line}" for line in lines), ""])


def collect(root: Path, version: str, day: str) -> int:
    """Write the release and remove its fragments; how many lines it has."""
    fragments = sorted((root / "changes.d").glob("*.md"))
    lines = [
        line.strip().removeprefix("- ")
        for path in fragments
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]
    changelog = root / "CHANGELOG.md"
    head, mark, earlier = changelog.read_text("utf-8").partition("\n## ")
    changelog.write_text(f"{head.rstrip()}\n\n{section(version, day, lines)}{mark}{earlier}", "utf-8")
    for path in fragments:
        path.unlink()
    return len(lines)


def main(arguments: list[str]) -> int:
    """Two arguments: the version and its day."""
    if len(arguments) != 2:
        print("Usage: python3 -m tools.changelog VERSION DAY", file=sys.stderr)
        return 2
    print(f"{collect(ROOT, *arguments)} lines moved into CHANGELOG.md.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
