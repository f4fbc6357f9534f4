"""A whole number that somebody sent as text."""

import re

_WHOLE = re.compile(r"[0-9]{1,9}")


def whole(text: str, otherwise: int = -1) -> int:
    """The number; `otherwise` where the text is none, or one longer than any this site counts."""
    return int(text) if _WHOLE.fullmatch(text) else otherwise
