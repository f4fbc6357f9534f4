"""`python3 -m tools.run [PORT]`: set up, do the main job once for the fictional client, then serve the site."""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from tools import setup
from tools.places import ROOT, VENV

SHEET = "demo/readme/sheet.txt"
FACTS = "demo/readme/FACTS.toml"
AS_OF = "2026-06-01"
PACKET = "var/packets/readme"
HIGHEST_PORT = 65535


def main(arguments: list[str]) -> int:
    """Serve until stopped. 2 with one sentence when the port cannot be had, before anything else is done."""
    text = arguments[0] if arguments else "8000"
    sentence = port_trouble(text)
    if sentence:
        print(sentence, file=sys.stderr)
        return 2
    os.environ["PROBONO_PORT"] = text
    code = setup.main(["run"]) or _probono("setup-demo") or main_job() or _probono("people")
    return code or _serve()


def _serve() -> NoReturn:
    """Become the server: the process id stays, so whoever stops `make run` stops the server."""
    os.chdir(ROOT)
    os.execv(VENV / "bin" / "probono", ["probono", "serve"])


def port_trouble(text: str) -> str | None:
    """One sentence when nothing can listen on that port, else None."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= HIGHEST_PORT:
        return "PORT takes a whole number from 1 to 65535, for example: make run PORT=8001"
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"Port {text} is taken by another program: stop it, or take another port: make run PORT={_other(text)}"
            return f"Port {text} cannot be used by this account; take another one: make run PORT=8001"
    return None


def _other(text: str) -> int:
    return int(text) + 1 if int(text) < HIGHEST_PORT else int(text) - 1


def main_job() -> int:
    """Read, screen and draft for the fictional client: findings on the screen, the packet in a folder."""
    print(f"\nThe fictional client of {SHEET}, as of {AS_OF}:\n", flush=True)
    return _vacatur("screen", SHEET, "--facts", FACTS, "--as-of", AS_OF, "--short") or _packet()


def _packet() -> int:
    """The draft packet, made once: a person may have edited its Word files since."""
    if (ROOT / PACKET).is_dir() and any((ROOT / PACKET).iterdir()):
        print(
            f"\nHer draft packet of an earlier run lies in {PACKET} (kept as it is; delete the folder for a new one).\n"
        )
        return 0
    command: list[str | Path] = [
        VENV / "bin" / "vacatur",
        "packet",
        SHEET,
        "--facts",
        FACTS,
        "--as-of",
        AS_OF,
        "--out",
        PACKET,
    ]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode == 0:
        print(f"\n{done.stdout.splitlines()[0]}; read {PACKET}/reading-copy.pdf first.\n")
    return done.returncode


def _vacatur(*arguments: str) -> int:
    return subprocess.run([VENV / "bin" / "vacatur", *arguments], cwd=ROOT).returncode


def _probono(command: str) -> int:
    return subprocess.run([VENV / "bin" / "probono", command], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
