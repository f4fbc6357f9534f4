"""Whether a guardian is somebody recorded as a person to avoid: asked of every paper of a minor, whoever draws it up."""

import unicodedata
from uuid import UUID

from probono.consent.contact.selectors import avoided_names


def is_recorded(*, matter_id: UUID, guardian: str) -> bool:
    """Whether every word of one name is in the other, without accents or case: "Rex" is Rex Vega. Too wide refuses; too
    narrow would let an abuser sign.
    """
    wanted = _words(guardian)
    return bool(wanted) and any(wanted <= one or one <= wanted for one in map(_words, avoided_names(matter_id)) if one)


def _words(name: str) -> frozenset[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(each))
    return frozenset("".join(each if each.isalnum() else " " for each in plain).split())
