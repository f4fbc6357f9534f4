"""The shred ledger: numbered, signed, and unharmed by a crash in the middle of a line."""

from pathlib import Path
from typing import Any

import pytest

from probono.retention import ledger
from probono.retention.ledger import LedgerError
from probono.vault import keystore


@pytest.fixture
def three() -> None:
    for number in range(3):
        ledger.add(ledger.BEGUN, f"mark-{number}", month="2026-11")


def _path(settings: Any) -> Path:
    return Path(settings.SHRED_LEDGER)


def test_what_was_written_is_read(three: None) -> None:
    assert [(line.number, line.mark) for line in ledger.lines()] == [(1, "mark-0"), (2, "mark-1"), (3, "mark-2")]
    assert ledger.marks() == {"mark-0", "mark-1", "mark-2"}


def test_a_line_that_was_changed_is_seen(three: None, settings: Any) -> None:
    _path(settings).write_text(_path(settings).read_text().replace("mark-1", "mark-9"))

    with pytest.raises(LedgerError, match="Line 2"):
        ledger.lines()


def test_a_line_that_was_taken_out_is_seen(three: None, settings: Any) -> None:
    first, _second, third = _path(settings).read_text().splitlines()
    _path(settings).write_text(f"{first}\n{third}\n")

    with pytest.raises(LedgerError, match="lacks line 2"):
        ledger.lines()


@pytest.mark.parametrize("keep", [1, 40, -1])
def test_a_line_that_a_crash_cut_short_is_nothing_and_the_next_one_stands(
    three: None, settings: Any, keep: int
) -> None:
    last = _path(settings).read_text().splitlines()[-1]
    with _path(settings).open("a") as file:
        file.write(last[:keep])

    assert len(ledger.lines()) == 3
    ledger.add(ledger.BEGUN, "mark-3", month="2026-11")
    assert [line.mark for line in ledger.lines()][-1] == "mark-3"


def test_a_line_made_unreadable_is_missed(three: None, settings: Any) -> None:
    first, second, third = _path(settings).read_text().splitlines()
    _path(settings).write_text(f"{first}\n{second[:-5]}\n{third}\n")

    with pytest.raises(LedgerError, match="lacks line 2"):
        ledger.lines()


def test_another_installation_s_line_is_no_line(three: None, settings: Any) -> None:
    with _path(settings).open("a") as file:
        file.write('{"number": 4, "kind": "begun", "mark": "x", "month": "2026-11", "epoch": 1, "sig": "AAAA"}\n')

    with pytest.raises(LedgerError, match="Line 4"):
        ledger.lines()


def test_no_ledger_is_an_empty_one() -> None:
    assert ledger.lines() == []


@pytest.mark.parametrize("left", ["", None])
def test_a_lost_end_is_seen_by_the_keystore_s_marks(settings: Any, left: str | None) -> None:
    for subject in ("one", "another"):
        ledger.add(ledger.BEGUN, keystore.mark_of(subject), month="2026-11")
        keystore.shred(subject)
    whole = _path(settings).read_text()
    _path(settings).write_text(whole.splitlines(keepends=True)[0])

    with pytest.raises(LedgerError, match="lacks its end"):
        ledger.lines()
    with pytest.raises(LedgerError, match="lacks its end"):
        ledger.add(ledger.BEGUN, "mark", month="2026-11")

    _path(settings).unlink() if left is None else _path(settings).write_text(left)
    with pytest.raises(LedgerError, match="lacks its end"):
        ledger.lines()

    _path(settings).write_text(whole)
    assert len(ledger.lines()) == 2
