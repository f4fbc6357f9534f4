"""The `probono` command, run as a person runs it, on SQLite in a folder of its own."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def _environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PROBONO_", "DATABASE_", "DJANGO_"))
    }
    return kept | {"PROBONO_VAR": str(folder / "var"), **more}


def _probono(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "probono.config.command", *words]
    return subprocess.run(
        command, cwd=ROOT, env=_environment(folder, **more), capture_output=True, text=True, timeout=120
    )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo loaded."""
    folder = tmp_path_factory.mktemp("site")
    done = _probono(folder, "setup-demo")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.slow
def test_loading_the_demo_again_adds_nothing(loaded: Path) -> None:
    again = _probono(loaded, "setup-demo")

    assert again.returncode == 0
    assert " 0 new matters" in again.stdout


@pytest.mark.slow
def test_what_somebody_destroyed_does_not_come_back_with_the_next_start(loaded: Path, tmp_path: Path) -> None:
    shutil.copytree(loaded / "var", tmp_path / "var")
    with sqlite3.connect(tmp_path / "var" / "probono.sqlite3") as site:
        site.execute("UPDATE matters_matter SET code_name = 'Gone 1' WHERE id = (SELECT min(id) FROM matters_matter)")
    with sqlite3.connect(next((tmp_path / "var" / "keystore").glob("*.sqlite3"))) as keys:
        keys.execute("INSERT INTO shredded VALUES ('FICTIONAL')")

    again = _probono(tmp_path, "setup-demo")

    assert again.returncode == 0
    assert " 0 new matters" in again.stdout


@pytest.mark.slow
def test_it_tells_how_to_sign_in_as_each_person(loaded: Path) -> None:
    told = _probono(loaded, "people").stdout

    assert "/sign-in/" in told
    assert "Avery Lindqvist" in told
    assert "Immigration attorney" in told


def test_people_before_the_demo_is_one_sentence(tmp_path: Path) -> None:
    _probono(tmp_path, "migrate")

    told = _probono(tmp_path, "people")

    assert told.returncode == 2
    assert told.stderr.strip() == "The demo is not loaded: run probono setup-demo."


def test_production_mode_refuses_to_start_weak(tmp_path: Path) -> None:
    told = _probono(tmp_path, "migrate", PROBONO_MODE="production")

    assert told.returncode == 2
    assert told.stderr.strip() == "Production mode needs PostgreSQL: set DATABASE_URL to a postgres:// address."
    assert not (tmp_path / "var" / "keys").exists()


def test_a_broken_program_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("name = 1")

    told = _probono(tmp_path, "migrate", PROBONO_PROGRAM=str(tmp_path / "mine.toml"))

    assert told.returncode == 2
    assert len(told.stderr.strip().splitlines()) == 1


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        told = _probono(tmp_path, "serve", "--port", str(other.getsockname()[1]))

    assert told.returncode == 2
    assert "is in use" in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1


@pytest.fixture
def served(loaded: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "probono.config.command", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=_environment(loaded), stdout=subprocess.DEVNULL)
    try:
        yield server
    finally:
        if server.poll() is None:
            server.kill()
        server.wait(30)


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_it_serves_and_stops_with_everything_it_started(
    served: subprocess.Popen[bytes], port: int, how: signal.Signals
) -> None:
    assert _answers(port)
    started = _descendants(served.pid)
    assert len(started) >= 2

    served.send_signal(how)
    served.wait(30)

    assert _gone(started)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", port))


@pytest.mark.slow
def test_a_worker_that_was_killed_is_started_again_and_the_site_goes_on(
    served: subprocess.Popen[bytes], port: int
) -> None:
    assert _answers(port)
    (first,) = _workers(served.pid)

    os.kill(first, signal.SIGKILL)

    deadline = time.monotonic() + 40
    while _workers(served.pid) in ([], [first]) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(_workers(served.pid)) == 1
    assert _answers(port)
    assert served.poll() is None


def _workers(pid: int) -> list[int]:
    return [each for each in sorted(_children(pid)) if _of(each, "cmdline").endswith("\0worker\0")]


@pytest.mark.slow
def test_it_signs_the_audit_log_at_its_start_and_at_its_stop(
    served: subprocess.Popen[bytes], port: int, loaded: Path
) -> None:
    sink = loaded / "var" / "audit" / "heads.jsonl"
    before = _lines(sink)
    assert _answers(port)
    deadline = time.monotonic() + 40
    while _lines(sink) == before and time.monotonic() < deadline:
        time.sleep(0.2)
    assert _lines(sink) == before + 1

    served.terminate()
    served.wait(60)

    assert _lines(sink) == before + 2


def _lines(path: Path) -> int:
    return len(path.read_text().splitlines()) if path.exists() else 0


def _answers(port: int) -> bool:
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/static/ui/site.css", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.2)
    return False


def _descendants(pid: int) -> set[int]:
    children = _children(pid)
    return children | {each for child in children for each in _descendants(child)}


def _children(pid: int) -> set[int]:
    return {int(each) for each in _of(pid, f"task/{pid}/children").split()}


def _of(pid: int, name: str) -> str:
    """What the system tells of a process; nothing of one that has just ended."""
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _gone(pids: set[int]) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if not any(_runs(pid) for pid in pids):
            return True
        time.sleep(0.2)
    return False


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
