"""`probono serve`: one web server and one worker, started and stopped together. A worker that ends by itself is started again."""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

from probono.config.head_keeper import HeadKeeper
from probono.config.production.start import check_before_start
from probono.config.worker_keeper import WorkerKeeper

HOST = "127.0.0.1"
GRACE_SECONDS = 15


def serve(port: int | None) -> int:
    """Runs until a signal, until the web server ends, or until no worker stays; then stops all. A port in use is one sentence and 2."""
    if port is not None:
        os.environ["PROBONO_PORT"] = str(port)
    from django.conf import settings

    check_before_start()
    if not _free(settings.PORT):
        print(
            f"Port {settings.PORT} is in use: stop the other program or choose another port with --port.",
            file=sys.stderr,
        )
        return 2
    stopping: list[int] = []
    _on_signals(stopping)
    web, worker = _start(*_web(settings.PORT)), WorkerKeeper(_start)
    heads = HeadKeeper(_start)
    print(f"The site is at {settings.SITE_ORIGIN} (stop it with Ctrl-C).", flush=True)
    try:
        while not stopping and web.poll() is None and worker.turn():
            heads.turn()
            time.sleep(0.2)
    finally:
        _stop([web, worker.child])
        heads.stop()
    return 0 if stopping else 1


THREADS = 8
"""Requests answered at a time: well more than may be waiting for a file to be opened (vault/uploads/turns.py)."""


def _web(port: int) -> list[str]:
    return [
        "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port), "--workers", "1",
        "--blocking-threads", str(THREADS), "--no-ws", "--log-level", "warning", "--respawn-failed-workers",
        "--workers-kill-timeout", "5", "probono.config.wsgi:application",
    ]  # fmt: skip


def _start(*words: str, quiet: bool = False) -> subprocess.Popen[bytes]:
    out = subprocess.DEVNULL if quiet else None
    return subprocess.Popen(
        [sys.executable, *words], preexec_fn=_die_with_parent, start_new_session=True, stdout=out, stderr=out
    )


def _die_with_parent() -> None:
    """On Linux the kernel ends a child whose parent was killed, so that no orphan keeps the port."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def _on_signals(stopping: list[int]) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        stopping.append(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def _stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
