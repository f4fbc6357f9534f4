import os
import socket
import subprocess
import sys

import pytest

from tools import prove_run
from tools.run import port_trouble

SLEEP = "import time; time.sleep(60)"
CHILD = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SLEEP!r}]); print('up', flush=True); {SLEEP}"


def start() -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", CHILD], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    return process


def test_it_finds_the_children_and_says_who_outlived_the_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prove_run, "END", 0.5)
    process = start()
    family = prove_run._family(process.pid)

    left = prove_run._end(process, family)

    assert len(family) == 2
    assert left == [family[1]]
    assert process.returncode is not None


def test_a_process_that_is_gone_does_not_live() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()

    assert not prove_run._lives(process.pid)
    assert prove_run._lives(os.getpid())


def test_a_page_of_another_program_is_never_taken_for_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prove_run.subprocess, "Popen", lambda *words, **more: pytest.fail("make run was started"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()

        assert prove_run.main([str(other.getsockname()[1])]) == 2

    assert "is taken by another program" in capsys.readouterr().err


def test_the_port_it_takes_is_free() -> None:
    assert port_trouble(prove_run._free_port()) is None
