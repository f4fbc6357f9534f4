"""A scanner that says what a test wants it to say. FICTIONAL: it scans nothing."""

import socket
import struct
import tempfile
import threading
from pathlib import Path
from types import TracebackType

VERSION = "ClamAV 1.4.1/27462/Mon Nov 23 09:37:49 2026"


class FakeScanner:
    """Answers at a unix socket with a short path. `answer` None: it takes the file and never says a word."""

    def __init__(self, answer: str | None = "stream: OK", version: str = VERSION) -> None:
        self.answer, self.version, self.heard = answer, version, b""

    def __enter__(self) -> "FakeScanner":
        self._folder = tempfile.TemporaryDirectory(prefix="s")
        self.place = str(Path(self._folder.name) / "c")
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(self.place)
        self._server.listen()
        self._open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        for one in (self._server, *self._open):
            one.close()
        self._folder.cleanup()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            self._open.append(line)
            self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        command = b""
        while not command.endswith(b"\0"):
            command += line.recv(1)
        if command == b"zVERSION\0":
            line.sendall(self.version.encode() + b"\0")
            return
        self.heard = b"".join(iter(lambda: _chunk(line), b""))
        if self.answer is not None:
            line.sendall(self.answer.encode() + b"\0")


def _chunk(line: socket.socket) -> bytes:
    (length,) = struct.unpack(">I", line.recv(4, socket.MSG_WAITALL))
    return line.recv(length, socket.MSG_WAITALL) if length else b""
