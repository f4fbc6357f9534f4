"""Names as a sheet prints them ("LAST, FIRST MIDDLE") in one form, for comparing and for the caption."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_COMMA = re.compile(r"\s*,\s*")


def tidy_name(text: str) -> str:
    """The name as printed, with single spaces and no space before a comma."""
    return _SPACES.sub(" ", text).replace(" ,", ",").strip(" ,;")


def folded(name: str) -> str:
    """A key for comparing: small letters, no accents, only letters, digits and single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def in_speech(name: str) -> str:
    """The name in the order of speech ("LAST, FIRST" -> "FIRST LAST"), for the caption; a name without a comma stays as it is."""
    parts = _COMMA.split(tidy_name(name), maxsplit=1)
    return " ".join(reversed(parts)) if len(parts) > 1 else parts[0]


def same_code(one: str | None, other: str | None) -> bool:
    """Do two codes of the name table point to the same name? "02" and "002" do."""
    if one is None or other is None or not (one.isdigit() and other.isdigit()):
        return False
    return int(one) == int(other)
