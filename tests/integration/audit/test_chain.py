"""The audit log tells what was done to it."""

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from probono.audit import heads, services, verify
from probono.audit.actions import Action
from probono.audit.chain import mac_of
from probono.audit.models import AppendOnlyError, Entry
from probono.audit.services import Act, append

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def sink(settings: Any, tmp_path: Path) -> Path:
    settings.AUDIT_SINK = tmp_path / "sink" / "heads.jsonl"
    return Path(settings.AUDIT_SINK)


@pytest.fixture
def log(sink: Path) -> list[Entry]:
    """Ten rows, with a signed head after the tenth."""
    rows = [append(Act(Action.READ, data_class="D4", handle=f"{number:032x}")) for number in range(10)]
    heads.write_head()
    return rows


def _without_triggers(statement: str, *values: Any) -> None:
    """What somebody does who owns the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER IF EXISTS audit_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS audit_no_delete")
        cursor.execute(statement, values)
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")


def _kinds() -> list[str]:
    return [one.kind for one in verify.verify().wrong]


def test_an_untouched_log_is_in_order(log: list[Entry]) -> None:
    found = verify.verify()

    assert (found.rows, found.heads, found.wrong) == (10, 1, ())


def test_numbers_have_no_gap(log: list[Entry]) -> None:
    assert [entry.seq for entry in log] == list(range(1, 11))


@pytest.mark.parametrize("column", ["actor", "action", "outcome", "data_class", "route", "handle", "part", "at", "mac"])
def test_an_altered_row_is_named(log: list[Entry], column: str) -> None:
    changed = {"actor": str("0" * 32), "at": timezone.now() - dt.timedelta(days=3)}.get(column, "x")
    value = changed if column != "mac" else "0" * 64
    _without_triggers(f"UPDATE audit_entry SET {column} = %s WHERE seq = 5", value)

    wrong = verify.verify().wrong
    assert "altered" in {one.kind for one in wrong}
    assert any("row 5" in one.where for one in wrong)


def test_a_removed_row_is_named(log: list[Entry]) -> None:
    _without_triggers("DELETE FROM audit_entry WHERE seq IN (4, 5)")

    assert "removed: rows 4 to 5 are gone" in [str(one) for one in verify.verify().wrong]


def test_a_cut_tail_is_named(log: list[Entry]) -> None:
    _without_triggers("DELETE FROM audit_entry WHERE seq > 7")

    assert [str(one) for one in verify.verify().wrong] == ["tail cut: rows 8 to 10 are gone"]


def test_cut_and_re_appended_is_named(log: list[Entry]) -> None:
    """Even by somebody who holds the site's key and makes the chain whole again."""
    _without_triggers("DELETE FROM audit_entry WHERE seq > 7")
    for number in range(5):
        append(Act(Action.READ, handle=f"{number:032x}", data_class="D9"))

    assert _kinds() == ["cut and re-appended"]


def test_a_forged_head_is_named(log: list[Entry], sink: Path) -> None:
    line = json.loads(sink.read_text())
    sink.write_text(sink.read_text() + json.dumps(line | {"seq": 3}) + "\n" + "no line at all\n")

    assert _kinds() == ["forged head", "forged head"]


def test_a_row_from_elsewhere_does_not_fit(log: list[Entry]) -> None:
    """Two rows changed places, each with its own code."""
    fourth, fifth = Entry.objects.get(seq=4), Entry.objects.get(seq=5)
    _without_triggers("UPDATE audit_entry SET mac = %s, prev = %s WHERE seq = 4", fifth.mac, fifth.prev)
    _without_triggers("UPDATE audit_entry SET mac = %s, prev = %s WHERE seq = 5", fourth.mac, fourth.prev)

    assert "altered" in _kinds()


def test_a_clock_that_went_back_is_named(log: list[Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services.timezone, "now", lambda: log[0].at - dt.timedelta(days=1))
    append(Act(Action.READ))

    assert _kinds() == ["clock"]


def test_rows_are_never_changed_or_removed(log: list[Entry]) -> None:
    with pytest.raises(AppendOnlyError):
        log[0].save()
    with pytest.raises(AppendOnlyError):
        log[0].delete()
    for statement in ("UPDATE audit_entry SET route = 'x'", "DELETE FROM audit_entry"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_code_covers_every_field(log: list[Entry]) -> None:
    names = {field.name for field in Entry._meta.fields} - {"mac"}
    entry = Entry.objects.get(seq=5)
    before = mac_of(entry)
    other = {"seq": 6, "at": timezone.now() + dt.timedelta(days=1), "actor": "11111111-1111-1111-1111-111111111111"}
    for name in names:
        old = getattr(entry, name)
        setattr(entry, name, other.get(name, "other"))
        assert mac_of(entry) != before, name
        setattr(entry, name, old)


def test_a_log_that_cannot_be_written_says_so(log: list[Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(Entry, "save", broken)
    with pytest.raises(services.UnavailableError):
        append(Act(Action.READ))


def test_a_log_without_any_head_says_that_a_cut_tail_would_not_be_seen(log: list[Entry], sink: Path) -> None:
    sink.unlink()

    assert _kinds() == ["no head"]


def test_a_line_cut_short_does_not_take_the_next_one_with_it(log: list[Entry], sink: Path) -> None:
    """The power went while a head was written."""
    sink.write_text(sink.read_text() + '{"seq": 10, "ma')

    heads.write_head()

    assert [head.genuine for head in heads.read_heads()] == [True, False, True]


def test_a_sink_that_takes_half_a_line_says_so(log: list[Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda handle, data: len(data) - 1)

    with pytest.raises(OSError, match="No space left"):
        heads.write_head()


def test_a_pipe_that_nobody_reads_is_refused_at_once(log: list[Entry], settings: Any, tmp_path: Path) -> None:
    settings.AUDIT_SINK = tmp_path / "pipe"
    os.mkfifo(settings.AUDIT_SINK)

    with pytest.raises(OSError):  # noqa: PT011  (its number differs from system to system)
        heads.write_head()


def test_a_row_with_a_number_that_was_never_given_is_named(log: list[Entry]) -> None:
    _without_triggers("UPDATE audit_entry SET seq = -4 WHERE seq = 10")

    assert [one for one in _kinds() if one != "clock"] == ["altered", "altered", "removed", "tail cut"]


def test_an_empty_log_has_no_head(sink: Path) -> None:
    assert heads.write_head() is None
    assert heads.read_heads() == []
