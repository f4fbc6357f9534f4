"""What a taken-over converter would try. Each runs only behind walls."""

import contextlib
import os
import signal
import socket
import time
from typing import BinaryIO

from probono.vault.uploads.frames import WORDS, send


def prepare() -> None:
    """Loads what is needed before the walls go up, as the converter does."""
    socket.getaddrinfo("127.0.0.1", 80)


def hang(data: bytes, words: list[str], out: BinaryIO) -> None:
    for number in range(1, 32):
        if number not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(number, signal.SIG_IGN)
    time.sleep(3600)


def spin(data: bytes, words: list[str], out: BinaryIO) -> None:
    while True:
        pass


def fork_bomb(data: bytes, words: list[str], out: BinaryIO) -> None:
    """Each child keeps the name it was given, to be looked for."""
    while True:
        try:
            if os.fork() == 0:
                os.setsid()
        except OSError:
            time.sleep(0.01)


def forks(data: bytes, words: list[str], out: BinaryIO) -> None:
    """How many processes it can have."""
    made = 0
    try:
        for _ in range(50):
            if os.fork() == 0:
                time.sleep(3600)
            made += 1
    except OSError:
        pass
    send(out, WORDS, str(made).encode())


def fill_output(data: bytes, words: list[str], out: BinaryIO) -> None:
    while True:
        out.write(bytes(1024 * 1024))


def fill_memory(data: bytes, words: list[str], out: BinaryIO) -> None:
    held = []
    while True:
        held.append(b"x" * 50_000_000)


def network(data: bytes, words: list[str], out: BinaryIO) -> None:
    """Tries to reach a listener outside by an address, an abstract name and a path."""
    port, name, path = words
    reached = []
    for family, address in (
        (socket.AF_INET, ("127.0.0.1", int(port))),
        (socket.AF_INET, ("192.0.2.1", 80)),
        (socket.AF_UNIX, "\0" + name),
        (socket.AF_UNIX, path),
    ):
        try:
            with socket.socket(family, socket.SOCK_STREAM) as one:
                one.settimeout(1)
                one.connect(address)
                reached.append(str(address))
        except OSError:
            pass
    send(out, WORDS, " ".join(reached).encode())


def write_outside(data: bytes, words: list[str], out: BinaryIO) -> None:
    """Writes the file wherever it can, and says where it was let and what it could read."""
    done = []
    for place in words:
        for flags in (os.O_WRONLY | os.O_CREAT, os.O_RDONLY):
            try:
                handle = os.open(place, flags)
                if flags & os.O_WRONLY:
                    os.write(handle, data)
                done.append(place)
                os.close(handle)
            except OSError:
                pass
    with open("here", "wb") as file:
        file.write(data)
    send(out, WORDS, " ".join(done).encode())


def rights(data: bytes, words: list[str], out: BinaryIO) -> None:
    """Tries to get its rights back: to become root, to mount, to raise a limit."""
    import ctypes
    import resource

    won = []
    try:
        os.setuid(0)
        if words == ["root"]:
            won.append("root")
    except OSError:
        pass
    if ctypes.CDLL(None).mount(b"none", b"/", b"tmpfs", 0, None) == 0:
        won.append("mount")
    if ctypes.CDLL(None).unshare(0x10000000) == 0:
        won.append("user space")
    try:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        won.append("memory")
    except (OSError, ValueError):
        pass
    send(out, WORDS, " ".join(won).encode())


def push(data: bytes, words: list[str], out: BinaryIO) -> None:
    """Tries to get before others again, and tells how far back it stands."""
    with contextlib.suppress(OSError):
        os.nice(-20)
    send(out, WORDS, str(os.nice(0)).encode())


def lie(data: bytes, words: list[str], out: BinaryIO) -> None:
    """Answers with what no converter says."""
    out.write(data)


def crash(data: bytes, words: list[str], out: BinaryIO) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)
    os.abort()
