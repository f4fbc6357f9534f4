"""S-54: a converter that is taken over gets nowhere, takes little, and leaves nothing. By every means that works here."""

import errno
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from probono.vault.uploads import sandbox
from probono.vault.uploads.frames import HELLO, WORDS, Frame
from probono.vault.uploads.inside import GIVES_WAY
from probono.vault.uploads.limits import MEBIBYTE
from probono.vault.uploads.refusal import RefusedError, Why
from probono.vault.uploads.sandbox import Limits, Means
from tests.integration.vault.uploads.made import MARKER

HERE = Path(__file__).parent
HOSTILE = "hostile"
SHORT = Limits(memory=400 * MEBIBYTE, cpu=2, wall=4, output=8 * MEBIBYTE, folder=4 * MEBIBYTE)
WORKING = [each for each in Means if sandbox.works(each)]


def test_at_least_one_way_of_walling_in_works_here() -> None:
    assert WORKING
    assert sandbox.means() is WORKING[0]


@pytest.fixture(params=WORKING)
def means(request: Any) -> Means:
    return request.param


@pytest.fixture
def no_residue() -> Iterator[None]:
    """No process of the site's own is left afterwards."""
    before = _processes()
    yield
    until = time.monotonic() + 30
    while (left := _processes() - before) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left


def _processes() -> set[str]:
    """Every process of this machine that was started by a sandbox."""
    found = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                words = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if f"{HOSTILE}:".encode() in words:
                found.add(folder.name)
    return found


def _run(work: str, by: Means, *words: str, data: bytes = b"", limits: Limits = SHORT) -> list[Frame]:
    return sandbox.run(f"{HOSTILE}:{work}", data, *words, limits=limits, by=by, also=[HERE])


def _refused(work: str, by: Means, *words: str, **more: Any) -> Why:
    with pytest.raises(RefusedError) as refused:
        _run(work, by, *words, **more)
    return refused.value.why


def test_what_goes_in_comes_out_however_large(means: Means) -> None:
    data = os.urandom(3 * MEBIBYTE)

    assert sandbox.run("probono.vault.uploads.inside:hello", data, by=means) == [Frame(HELLO, data)]


@pytest.mark.parametrize("work", ["hang", "spin", "fork_bomb", "fill_output"])
def test_what_takes_too_much_is_ended_with_its_children(means: Means, work: str, no_residue: None) -> None:
    assert _refused(work, means) is Why.TOO_MUCH_WORK


def test_memory_has_an_end(means: Means, no_residue: None) -> None:
    assert _refused("fill_memory", means) is Why.TOO_MUCH_WORK


def test_it_has_next_to_no_children(means: Means, no_residue: None) -> None:
    (answer,) = _run("forks", means)

    assert int(answer.content) <= 3


def test_nothing_outside_can_be_reached(means: Means, tmp_path: Path, no_residue: None) -> None:
    name = f"vacatur-{tmp_path.parent.name}-{tmp_path.name}"
    by_address, by_name, by_path = (
        socket.create_server(("127.0.0.1", 0)),
        socket.socket(socket.AF_UNIX),
        socket.socket(socket.AF_UNIX),
    )
    heard: list[bool] = []
    with by_address, by_name, by_path:
        by_name.bind("\0" + name)
        by_path.bind(str(tmp_path / "s"))
        for one in (by_name, by_path):
            one.listen()
        for one in (by_address, by_name, by_path):
            one.settimeout(3)
            threading.Thread(target=_hear, args=(one, heard), daemon=True).start()
        (answer,) = _run("network", means, str(by_address.getsockname()[1]), name, str(tmp_path / "s"))

    assert answer == Frame(WORDS, b"")
    assert heard == []


def _hear(server: socket.socket, heard: list[bool]) -> None:
    try:
        server.accept()
        heard.append(True)
    except OSError:
        pass


def test_it_writes_and_reads_nothing_outside(means: Means, tmp_path: Path, no_residue: None) -> None:
    tmp_path.chmod(0o777)
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    secret.chmod(0o666)
    places = [str(secret), f"{tmp_path}/new", "/etc/passwd", "/usr/planted", str(HERE / "planted"), "/dev/shm/planted"]

    (answer,) = _run("write_outside", means, *places, data=MARKER)

    assert secret.read_bytes() == b"secret"
    assert not any(Path(place).exists() for place in places if "planted" in place or place.endswith("new"))
    assert str(secret).encode() not in answer.content
    assert b"/etc/passwd" not in answer.content


def test_rights_do_not_come_back(means: Means) -> None:
    assert _run("rights", means, "root" if os.geteuid() == 0 else "user") == [Frame(WORDS, b"")]


def test_it_gives_way_to_the_site(means: Means) -> None:
    assert _run("push", means) == [Frame(WORDS, str(GIVES_WAY).encode())]


@pytest.mark.parametrize(
    "said", [b"DONE\x00\x00\x00\x00", b"HELO", b"XXXX\x00\x00\x00\x00", b"FILE\xff\xff\xff\xffabc", b"\x00" * 500]
)
def test_an_odd_answer_is_a_damaged_file(means: Means, said: bytes) -> None:
    assert _refused("lie", means, data=said) is Why.DAMAGED


def test_a_crash_is_a_damaged_file(means: Means, no_residue: None) -> None:
    assert _refused("crash", means) is Why.DAMAGED


def test_the_walls_fall_in_when_the_site_is_killed(means: Means, no_residue: None) -> None:
    child = os.fork()
    if child == 0:
        try:
            _run("hang", means, limits=Limits(cpu=60, wall=60))
        finally:
            os._exit(0)
    until = time.monotonic() + 30
    while not _processes() and time.monotonic() < until:
        time.sleep(0.05)
    assert _processes()
    os.kill(child, 9)
    os.waitpid(child, 0)


def test_without_walls_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "means", lambda: None)

    with pytest.raises(RefusedError, match="no_sandbox"):
        sandbox.run("probono.vault.uploads.inside:hello", b"x")


def test_where_nothing_works_that_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_working", [])
    monkeypatch.setattr(sandbox, "works", lambda each: False)

    assert sandbox.means() is None


def test_a_means_that_fails_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox.shutil, "which", lambda name: None)
    monkeypatch.setattr(sandbox.sys, "executable", "/usr/bin/false")

    assert not any(sandbox.works(each) for each in Means)


def test_one_bad_moment_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_working", [])
    with monkeypatch.context() as patched:
        patched.setattr(sandbox, "works", lambda each: False)
        assert sandbox.means() is None

    assert sandbox.means() is WORKING[0]


@pytest.mark.parametrize(("number", "why"), [(errno.EAGAIN, Why.TOO_MUCH_WORK), (errno.ENOENT, Why.NO_SANDBOX)])
def test_a_process_that_cannot_be_started_is_a_refusal(monkeypatch: pytest.MonkeyPatch, number: int, why: Why) -> None:
    def full(*words: Any, **more: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(sandbox.subprocess, "Popen", full)

    with pytest.raises(RefusedError) as caught:
        sandbox.run("probono.vault.uploads.inside:hello", b"", by=WORKING[0])
    assert caught.value.why is why
