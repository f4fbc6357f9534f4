"""`probono audit verify` and `probono audit head`, as a person runs them."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.config.test_command import _probono

LOADED = """
from probono.audit.actions import Action
from probono.audit.services import Act, append
for number in range(10):
    append(Act(Action.READ, data_class="D4", handle=f"{number:032x}"))
"""
Said = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def told(tmp_path: Path) -> Said:
    """Runs `probono audit ...` in the folder: its exit code, its lines and what went to standard error."""

    def run(*words: str) -> tuple[int, list[str], str]:
        done = _probono(tmp_path, "audit", *words)
        return done.returncode, done.stdout.splitlines(), done.stderr

    return run


@pytest.fixture
def log(tmp_path: Path, told: Said) -> Path:
    """The database of a site with ten rows and one signed head."""
    _probono(tmp_path, "migrate")
    _probono(tmp_path, "manage", "shell", "-v", "0", "-c", LOADED)
    code, lines, _said = told("head")
    line = json.loads(_sink(tmp_path).read_text())
    assert (code, lines) == (0, [f"Signed row 10 at {line['at']}: {line['mac']}"])
    return tmp_path / "var" / "probono.sqlite3"


def _sink(folder: Path) -> Path:
    return folder / "var" / "audit" / "heads.jsonl"


def _tamper(database: Path, *statements: str) -> None:
    with sqlite3.connect(database) as connection:
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS audit_no_{verb}")
        for statement in statements:
            connection.execute(statement)
    connection.close()


@pytest.mark.slow
def test_a_log_in_order_says_what_was_read(log: Path, told: Said) -> None:
    assert told("verify") == (0, ["Read 10 rows and 1 signed head.", "The audit log is in order."], "")


@pytest.mark.slow
def test_each_tampering_is_printed_by_its_name(log: Path, told: Said, tmp_path: Path) -> None:
    _tamper(
        log,
        "UPDATE audit_entry SET at = 'never' WHERE seq = 2",
        "DELETE FROM audit_entry WHERE seq IN (5, 9, 10)",
    )
    with _sink(tmp_path).open("a") as sink:
        sink.write('{"seq": 12}\n')

    code, lines, said = told("verify")

    assert (code, said) == (1, "")
    assert lines == [
        "Read 7 rows and 2 signed heads.",
        "altered: row 2 was changed after it was written",
        "removed: rows 5 to 5 are gone",
        "forged head: line 2 of the sink was not written by this site",
        "tail cut: rows 9 to 10 are gone",
        "The audit log is not in order: 4 things wrong.",
    ]


@pytest.mark.slow
def test_a_copy_of_the_sink_kept_elsewhere_is_asked(log: Path, told: Said, tmp_path: Path) -> None:
    """Somebody who may write everything here takes the end of the log away, and the sink with it."""
    copy = tmp_path / "elsewhere.jsonl"
    copy.write_bytes(_sink(tmp_path).read_bytes())
    _tamper(log, "DELETE FROM audit_entry WHERE seq > 7")
    _sink(tmp_path).unlink()

    assert told("verify")[1][1].startswith("no head: ")
    assert told("verify", "--sink", str(copy))[1][1] == "tail cut: rows 8 to 10 are gone"


@pytest.mark.slow
def test_what_cannot_be_read_is_one_sentence_and_two(log: Path, told: Said, tmp_path: Path) -> None:
    code, lines, said = told("verify", "--sink", str(tmp_path / "nowhere"))

    assert (code, lines) == (2, [])
    assert said == "The sink of the audit log cannot be used: no such file or directory.\n"


def test_a_database_without_the_log_is_one_sentence_and_two(told: Said) -> None:
    for verb in ("verify", "head"):
        code, _lines, said = told(verb)
        assert code == 2
        assert said.startswith("The audit log cannot be read: ")
        assert len(said.splitlines()) == 1
