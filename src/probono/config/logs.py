"""Log lines without a client's facts: an error's kind and the places in the code it passed, never its words.

The words of an error may hold what a form held (a database names the whole row that did not fit), and so may an address that
somebody typed. What a library wants to tell is therefore cut to the constant part of its sentence.
"""

import logging
import re
import traceback
from types import TracebackType
from typing import Any

OURS = ("probono", "django_tasks", "django_tasks_db")
"""Their messages hold ids, counts and fixed words only."""
_REQUESTS = ("django.request", "django.security", "django.server")
_HOLE = re.compile(r"%(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]")


class WithoutContent(logging.Formatter):
    """One line a record; an error adds one line for each place."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        plain = logging.makeLogRecord(
            {**record.__dict__, "msg": _message(record), "args": None, "exc_text": None, "stack_info": None}
        )
        return super().format(plain)

    def formatException(self, ei: Any) -> str:  # noqa: N802  (logging's own name)
        _kind, error, _trace = ei
        return "\n".join(_told(error)) if error is not None else ""


def _message(record: logging.LogRecord) -> str:
    if record.name.startswith(_REQUESTS):
        return _request(record)
    if record.name.split(".")[0] in OURS:
        return record.getMessage()
    if record.args and isinstance(record.msg, str):
        return _HOLE.sub("…", record.msg)
    return f"(something was told in {record.module}:{record.lineno})"


def _request(record: logging.LogRecord) -> str:
    """Which page answered what; never the address itself."""
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    page = getattr(match, "view_name", None) or "no page"
    return f"{page} answered {getattr(record, 'status_code', 'nothing')}"


def _told(error: BaseException) -> list[str]:
    """The kind of the error and its places, then the same of the error it came from."""
    lines: list[str] = []
    seen: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        lines += [f"{'after ' if lines else ''}{type(now).__name__}", *_places(now.__traceback__)]
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    return lines


def _places(trace: TracebackType | None) -> list[str]:
    return [f"  {place.filename}:{place.lineno} in {place.name}" for place in traceback.extract_tb(trace)]
