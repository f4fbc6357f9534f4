"""Whether somebody is recorded as a person to avoid: asked of the guardian on every paper of a minor, and of whoever is to be
in the room when a client gets her copy.
"""

import unicodedata
from uuid import UUID

from probono.consent.contact.selectors import avoided_names

TELLING = 3
"""From how many letters on a word of a name tells who it is."""
LITTLE = frozenset(("and", "her", "his", "the", "with", "mr", "mrs", "del", "las", "los", "con", "una", "sra"))
"""Words that stand in a list of people and tell of nobody."""


def is_recorded(*, matter_id: UUID, client_id: UUID, guardian: str) -> bool:
    """Whether every word of one name is in the other, without accents or case: "Rex" is Rex Vega. Too wide refuses; too
    narrow would let an abuser sign.
    """
    wanted, avoided = _words(guardian), map(_words, avoided_names(matter_id=matter_id, client_id=client_id))
    return bool(wanted) and any(wanted <= one or one <= wanted for one in avoided if one)


def may_be_there(*, matter_id: UUID, client_id: UUID, present: str) -> bool:
    """Whether nobody of a list of people ("her sister and Ana, an interpreter") may be a person she avoids. One telling word in
    common is enough to say no.
    """
    there = _words(present)
    whose = {"matter_id": matter_id, "client_id": client_id}
    return not is_recorded(**whose, guardian=present) and not any(
        len(word) >= TELLING and word not in LITTLE for name in avoided_names(**whose) for word in there & _words(name)
    )


def _words(name: str) -> frozenset[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(each))
    return frozenset("".join(each if each.isalnum() else " " for each in plain).split())
