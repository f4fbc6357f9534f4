"""Fitting words into the 72 columns of a sheet."""

import textwrap

WIDTH = 72


def wrapped(lead: str, text: str, *, width: int = WIDTH) -> list[str]:
    """`lead` and `text`, continued on lines indented under the text."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )


def pair(left: str, right: str, column: int) -> str:
    """`left`, and `right` from `column` on, or two blanks later where `left` is long."""
    return f"{left:<{column}}{right}" if len(left) < column else f"{left}  {right}"
