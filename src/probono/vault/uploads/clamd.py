"""The virus scanner, asked over a unix socket of this machine. Three answers: clean, infected, not scanned.

Only its plain "OK", given by a scanner with fresh signatures about a file no larger than it looks into, is clean. ClamAV also
says "OK" of what it left out, so its `AlertExceedsMax` must be on, and larger files are not sent to it.
"""

import contextlib
import datetime as dt
import logging
import socket
import struct
import time
from dataclasses import dataclass
from enum import StrEnum

from probono.vault.uploads.limits import MEBIBYTE

log = logging.getLogger(__name__)

LARGEST = 25 * MEBIBYTE
"""Bytes: what ClamAV looks into as it is installed."""
SECONDS = 20.0
"""For the whole conversation."""
OLDEST = dt.timedelta(hours=48)
_CHUNK = 64 * 1024
_LONGEST_ANSWER = 4096
_LIMITS = ("Heuristics.Limits.Exceeded", "size limit exceeded")


class Verdict(StrEnum):
    """What is known of a file."""

    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not_scanned"


class Reason(StrEnum):
    """Why a file was not scanned."""

    OFF = "off"
    DOWN = "down"
    SLOW = "slow"
    TOO_LARGE = "too_large"
    OLD = "old"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Scan:
    """A verdict, and why it is none."""

    verdict: Verdict
    reason: Reason | None = None


def scan(data: bytes, place: str, *, now: dt.datetime, seconds: float = SECONDS) -> Scan:
    """Asks the scanner whose socket is at `place`; without one, nothing is scanned. It never raises and never guesses.

    Old signatures and a scanner that does not answer are told in the log: the operator's alarm.
    """
    if not place:
        return _not(Reason.OFF)
    if len(data) > LARGEST:
        return _not(Reason.TOO_LARGE)
    until = time.monotonic() + seconds
    try:
        is_old = _is_old(_ask(place, b"zVERSION\0", b"", until), now)
        said = _ask(place, b"zINSTREAM\0", data, until)
    except TimeoutError:
        log.error("The virus scanner did not answer in time: the file counts as not scanned.")
        return _not(Reason.SLOW)
    except OSError:
        log.error("The virus scanner cannot be reached: the file counts as not scanned.")
        return _not(Reason.DOWN)
    return _judged(said, is_old=is_old)


def _judged(said: str, *, is_old: bool) -> Scan:
    if any(limit in said for limit in _LIMITS):
        return _not(Reason.TOO_LARGE)
    if said.startswith("stream: ") and said.endswith(" FOUND"):
        return Scan(Verdict.INFECTED)
    if said != "stream: OK":
        log.error("The virus scanner's answer is not understood: the file counts as not scanned.")
        return _not(Reason.ODD)
    if is_old:
        log.error("The virus scanner's signatures are older than two days: files count as not scanned.")
        return _not(Reason.OLD)
    return Scan(Verdict.CLEAN)


def _is_old(version: str, now: dt.datetime) -> bool:
    """ "ClamAV 1.0.7/27462/Mon Nov 18 09:37:49 2026": the last part is when the signatures were made."""
    try:
        made = dt.datetime.strptime(version.split("/")[2].strip(), "%a %b %d %H:%M:%S %Y").replace(tzinfo=dt.UTC)
    except (IndexError, ValueError):
        return True
    return not -OLDEST < now - made < OLDEST


def _ask(place: str, command: bytes, data: bytes, until: float) -> str:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_left(until))
        line.connect(place)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it may have heard enough, and says why
            line.sendall(command)
            for at in range(0, len(data), _CHUNK):
                piece = data[at : at + _CHUNK]
                line.settimeout(_left(until))
                line.sendall(struct.pack(">I", len(piece)) + piece)
            if data:
                line.sendall(struct.pack(">I", 0))
        return _answer(line, until)


def _answer(line: socket.socket, until: float) -> str:
    answer = b""
    while b"\0" not in answer and len(answer) < _LONGEST_ANSWER:
        line.settimeout(_left(until))
        piece = line.recv(_LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.split(b"\0")[0].decode("utf-8", "replace").strip()


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _not(reason: Reason) -> Scan:
    return Scan(Verdict.NOT_SCANNED, reason)
