"""Folders and files that others on the machine could read or rewrite, and a sink the site itself could."""

import stat
from collections.abc import Iterator
from pathlib import Path

from probono.config.production.found import Found
from probono.vault import workshop

OTHERS_READ, OTHERS_WRITE, GROUP_WRITES, ANYBODY_ELSE = 0o007, 0o002, 0o020, 0o077
EVALUATION_FILES = ("probono.sqlite3", "keys/vault.key", "keys/secret.key")


def weaknesses(found: Found) -> Iterator[str]:
    """What is wrong with where things lie."""
    yield from _var(found)
    yield from _file_store(found)
    yield from _sink(found)
    yield from _ledger(found)
    if not workshop.MEMORY.is_dir():
        yield "Production mode needs a folder in memory (/dev/shm): papers are written there before they are sealed."
    if _mode(found.program_file) & OTHERS_WRITE:
        yield "The program's file can be changed by everybody on this machine: take the right to write away from others."


def _var(found: Found) -> Iterator[str]:
    if not found.environ.get("PROBONO_VAR"):
        yield "Production mode needs PROBONO_VAR: the folder the site writes to, by its whole path."
    if not Path(found.environ.get("PROBONO_VAR") or "/").is_absolute():
        yield "PROBONO_VAR must be a whole path, so that every process of the site finds the same folder."
    if found.var.exists() and not found.var.is_dir():
        yield "PROBONO_VAR is a file: name a folder."
    if _mode(found.var) & OTHERS_READ:
        yield "PROBONO_VAR is open to everybody on this machine: give it to the site's user alone (chmod 700)."
    elif _mode(found.var) & GROUP_WRITES:
        yield "PROBONO_VAR can be written to by a whole group: give it to the site's user alone (chmod 700)."
    if any(_mode(path) & ANYBODY_ELSE for path in _keys(found.var)):
        yield "A key in PROBONO_VAR can be read by others on this machine: treat it as known, and make a new one."
    if any((found.var / name).exists() for name in EVALUATION_FILES):
        yield "PROBONO_VAR is the folder of an evaluation: production needs a folder of its own."


def _file_store(found: Found) -> Iterator[str]:
    if _mode(found.file_store) & OTHERS_READ:
        yield "PROBONO_FILES is open to everybody on this machine: give it to the site's user alone (chmod 700)."
    if found.file_store.is_relative_to(found.var / "static"):
        yield "PROBONO_FILES lies among the files the site gives to everybody: choose another folder."


def _sink(found: Found) -> Iterator[str]:
    sink = found.sink
    if not found.environ.get("PROBONO_AUDIT_SINK"):
        yield "Production mode needs PROBONO_AUDIT_SINK: a file for the audit log's heads that the site cannot rewrite."
    elif sink.is_relative_to(found.var):
        yield "PROBONO_AUDIT_SINK lies in PROBONO_VAR, where the site can rewrite it: choose a place outside."
    elif sink.is_relative_to(found.file_store):
        yield "PROBONO_AUDIT_SINK lies in PROBONO_FILES, where the site can rewrite it: choose a place outside."
    elif sink.is_dir():
        yield "PROBONO_AUDIT_SINK is a folder: name a file."
    elif _mode(sink) & OTHERS_WRITE:
        yield "PROBONO_AUDIT_SINK can be written to by everybody on this machine: take that right away from others."
    elif _mode(sink.parent) & OTHERS_WRITE and not _mode(sink.parent) & stat.S_ISVTX:
        yield "The folder of PROBONO_AUDIT_SINK can be changed by everybody on this machine: the sink could be exchanged."


def _ledger(found: Found) -> Iterator[str]:
    """What a restore is measured against must not be restored with the rest."""
    if not found.environ.get("PROBONO_SHRED_LEDGER"):
        yield "Production mode needs PROBONO_SHRED_LEDGER: a file apart from the database, the files and their backups."
    elif found.ledger.is_relative_to(found.var) or found.ledger.is_relative_to(found.file_store):
        yield "PROBONO_SHRED_LEDGER lies where a restore would write over it: choose a place outside of PROBONO_VAR and PROBONO_FILES."
    elif found.ledger.is_dir():
        yield "PROBONO_SHRED_LEDGER is a folder: name a file."


def _keys(var: Path) -> list[Path]:
    return sorted(path for path in (var / "keys").glob("*") if path.is_file())


def _mode(path: Path) -> int:
    """The rights on a path; none where nothing is there yet."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0
