"""`probono audit`: reading the whole log and saying what is wrong with it, and writing a signed head."""

import sys
from collections.abc import Callable
from pathlib import Path

from django.db import DatabaseError

from probono.audit import heads
from probono.audit.verify import verify

IN_ORDER, WRONG, NOT_READ = 0, 1, 2


def verify_log(sink: Path | None) -> int:
    """Prints how much was read and each tampering by its name; 0 in order, 1 when something is wrong, 2 when it cannot be read."""
    return _said(lambda: _verify(sink))


def write_head() -> int:
    """Appends one signed head to the sink; 2 when that was not possible."""
    return _said(_write_head)


def _verify(sink: Path | None) -> int:
    found = verify(sink)
    print(f"Read {_number(found.rows, 'row')} and {_number(found.heads, 'signed head')}.")
    for one in found.wrong:
        print(one)
    if found.wrong:
        print(f"The audit log is not in order: {_number(len(found.wrong), 'thing')} wrong.")
        return WRONG
    print("The audit log is in order.")
    return IN_ORDER


def _write_head() -> int:
    head = heads.write_head()
    if head is None:
        print("The audit log is empty: there is nothing to sign yet.")
    else:
        print(f"Signed row {head.seq} at {head.at}: {head.mac}")
    return IN_ORDER


def _said(act: Callable[[], int]) -> int:
    try:
        return act()
    except OSError as error:
        print(f"The sink of the audit log cannot be used: {(error.strerror or 'unknown').lower()}.", file=sys.stderr)
    except DatabaseError:
        print(
            "The audit log cannot be read: the database does not answer, or lacks `probono migrate`.", file=sys.stderr
        )
    return NOT_READ


def _number(count: int, of: str) -> str:
    return f"{count:,} {of}" if count == 1 else f"{count:,} {of}s"
