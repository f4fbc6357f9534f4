"""Plain text for people: wrapped, indented, and readable when it is piped into a file."""

import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 100
_KEPT_TOGETHER = {"§ ": "§\u00a0", "§§ ": "§§\u00a0", "subd. ": "subd.\u00a0"}


def wrapped(text: str, indent: int = 0, mark: str = "") -> list[str]:
    """`text` in lines of at most WIDTH, `mark` before the first and the rest in line with it.

    A section sign stays with its number.
    """
    first = " " * indent + mark
    for parts, one in _KEPT_TOGETHER.items():
        text = text.replace(parts, one)
    lines = textwrap.wrap(
        text,
        width=WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace("\u00a0", " ") for line in lines] or [first.rstrip()]


def pairs(rows: Iterable[tuple[str, str | None]], indent: int = 2) -> Iterator[str]:
    """`label   value` lines with the values in one column; rows without a value are left out."""
    shown = [(label, value) for label, value in rows if value]
    width = max((len(label) for label, _ in shown), default=0)
    for label, value in shown:
        yield from wrapped(value, indent, f"{label:<{width}}  ")


def heading(text: str) -> list[str]:
    """An empty line, the text, and a rule under it."""
    return ["", text, "-" * len(text)]
