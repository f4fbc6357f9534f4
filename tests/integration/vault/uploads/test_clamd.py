"""S-55: what is not scanned is never called clean."""

import datetime as dt
from typing import Any

import pytest

from probono.vault.uploads import clamd
from probono.vault.uploads.clamd import Reason, Scan, Verdict, scan
from tests.integration.vault.uploads.scanner import FakeScanner

NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
CLEAN = Scan(Verdict.CLEAN)


def _not(reason: Reason) -> Scan:
    return Scan(Verdict.NOT_SCANNED, reason)


def test_a_file_the_scanner_looked_at_whole_is_clean() -> None:
    data = bytes(range(256)) * 1000
    with FakeScanner() as scanner:
        assert scan(data, scanner.place, now=NOW) == CLEAN
        assert scanner.heard == data


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("stream: Eicar-Test-Signature FOUND", Scan(Verdict.INFECTED)),
        ("INSTREAM size limit exceeded. ERROR", _not(Reason.TOO_LARGE)),
        ("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND", _not(Reason.TOO_LARGE)),
        ("stream: Can't allocate memory ERROR", _not(Reason.ODD)),
        ("", _not(Reason.ODD)),
        ("OK", _not(Reason.ODD)),
        ("stream: OK but", _not(Reason.ODD)),
        ("UNKNOWN COMMAND", _not(Reason.ODD)),
    ],
)
def test_each_answer_has_its_meaning(answer: str, found: Scan) -> None:
    with FakeScanner(answer) as scanner:
        assert scan(b"x", scanner.place, now=NOW) == found


@pytest.mark.parametrize(
    "version",
    [
        "ClamAV 1.4.1/27462/Sat Nov 21 09:37:49 2026",
        "ClamAV 1.4.1/27462/Sat Nov 28 09:37:49 2026",
        "ClamAV 1.4.1",
        "ClamAV 1.4.1/27462/yesterday",
        "",
    ],
)
def test_old_signatures_find_and_never_acquit(version: str, caplog: pytest.LogCaptureFixture) -> None:
    with FakeScanner(version=version) as scanner:
        assert scan(b"x", scanner.place, now=NOW) == _not(Reason.OLD)
    assert "older than two days" in caplog.text
    with FakeScanner("stream: X FOUND", version) as scanner:
        assert scan(b"x", scanner.place, now=NOW).verdict is Verdict.INFECTED


def test_a_scanner_that_is_down_or_not_there_scans_nothing(tmp_path: Any, caplog: pytest.LogCaptureFixture) -> None:
    assert scan(b"x", "", now=NOW) == _not(Reason.OFF)
    assert scan(b"x", str(tmp_path / "none"), now=NOW) == _not(Reason.DOWN)
    assert "cannot be reached" in caplog.text


def test_a_scanner_that_hangs_is_left_alone_in_time() -> None:
    with FakeScanner(None) as scanner:
        assert scan(b"x", scanner.place, now=NOW, seconds=0.5) == _not(Reason.SLOW)


def test_what_is_larger_than_it_looks_into_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clamd, "LARGEST", 10)
    with FakeScanner() as scanner:
        assert scan(b"x" * 11, scanner.place, now=NOW) == _not(Reason.TOO_LARGE)
        assert scanner.heard == b""
