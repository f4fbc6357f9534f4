"""`python3 -m tools.prove_run [PORT]`: start `make run` as a person would, wait for its page, stop it, see that it is gone.

Without PORT it takes a free one, so that another program's page is never taken for ours.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tools.places import ROOT
from tools.run import port_trouble

PATIENCE = 300.0
END = 20.0


def main(arguments: list[str]) -> int:
    """0 when the page came and every process ended with the one we started."""
    port = arguments[0] if arguments else _free_port()
    trouble = port_trouble(port)
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    start = time.monotonic()
    process = subprocess.Popen(["make", "run", f"PORT={port}"], cwd=ROOT, stdin=subprocess.DEVNULL)
    try:
        served = _wait_for_page(port, process)
    finally:
        children = _family(process.pid)
        left = _end(process, children)
    if not served:
        print("make run served no page.", file=sys.stderr)
        return 1
    if left:
        print(f"Still running after make run was ended: {left}", file=sys.stderr)
        return 1
    print(
        f"make run served its page and ended with all of its {len(children)} processes, {time.monotonic() - start:.1f} s in all."
    )
    return 0


def _free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def _wait_for_page(port: str, process: "subprocess.Popen[bytes]") -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/", timeout=5) as answer:
                return bool(answer.status == 200 and b"</html>" in answer.read())
        except urllib.error.HTTPError as error:
            print(f"The page answered {error.code}.", file=sys.stderr)
            return False
        except OSError:
            time.sleep(0.2)
    return False


def _family(pid: int) -> list[int]:
    """The process and all below it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(entry.parent.name))
    family = [pid]
    for member in family:
        family += parents.get(member, [])
    return family


def _end(process: "subprocess.Popen[bytes]", family: list[int]) -> list[int]:
    """Stop it as a person's shell would, by its process id; who of the family is still there afterwards."""
    process.send_signal(signal.SIGTERM)
    until = time.monotonic() + END
    while time.monotonic() < until and (process.poll() is None or any(map(_lives, family))):
        time.sleep(0.1)
    left = [pid for pid in family if _lives(pid)]
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    process.wait()
    return left


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
