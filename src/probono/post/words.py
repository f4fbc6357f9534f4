"""Everything a message can say. Each is constant and neutral: no name, no role, no office, no hint of what it is about.

The words stay inside ASCII in both languages, so that every message is encoded alike and has the same length.
"""

from enum import StrEnum
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class StaffNote(StrEnum):
    """What somebody who signs in here can be told."""

    UPDATE = "update"


class DeskNote(StrEnum):
    """What the configured contact of the program can be told."""

    MESSAGE = "message"


class ClientNote(StrEnum):
    """What a client can be told, once she has said that mail is safe."""

    CALL = "call"
    NEWS = "news"


class Words(NamedTuple):
    """A subject and a body."""

    subject: str
    body: str


WORDS: dict[tuple[str, str], Words] = {
    (StaffNote.UPDATE, "en"): Words("You have an update", "Something is waiting for you. Please sign in when you can."),
    (StaffNote.UPDATE, "es"): Words("Hay una novedad", "Algo le espera. Entre cuando pueda, por favor."),
    (DeskNote.MESSAGE, "en"): Words("You have a message", "A message is waiting for you. Please sign in to read it."),
    (DeskNote.MESSAGE, "es"): Words("Tiene un mensaje", "Un mensaje le espera. Entre para leerlo, por favor."),
    (ClientNote.CALL, "en"): Words("A brief notice", "Please call when it suits you. It is not urgent."),
    (ClientNote.CALL, "es"): Words("Un breve aviso", "Por favor llame cuando le convenga. No es urgente."),
    (ClientNote.NEWS, "en"): Words("A brief notice", "There is some news. Please call when it suits you."),
    (ClientNote.NEWS, "es"): Words("Un breve aviso", "Hay algo nuevo. Por favor llame cuando le convenga."),
}

TITLES: dict[str, Any] = {
    ClientNote.CALL: _("A short note: please call when it suits you"),
    ClientNote.NEWS: _("A short note: there is some news, please call"),
}
"""How a note is called on a page, the client's own page included."""


def words_of(note: str, language: str) -> Words:
    """The words of a note in a language; English where there are none."""
    return WORDS.get((note, language)) or WORDS[note, "en"]
