"""S-20, S-21: what can be said at all. Every note in every language is constant, neutral, of one length, and alike encoded."""

import re
from typing import Any

import pytest
from django.conf import settings

from probono.accounts.roles import Role
from probono.post.envelope import LENGTH, envelope
from probono.post.words import TITLES, WORDS, ClientNote, DeskNote, StaffNote

NOTES = [*StaffNote, *DeskNote, *ClientNote]
LANGUAGES = ("en", "es")
TELLING = (
    "vacat", "legal", "attorney", "lawyer", "abogad", "advocate", "survivor", "sobreviv", "victim", "víctim", "court", "tribunal",
    "case", "caso", "record", "antecedent", "petition", "client", "cliente", "program", "traffic", "trata", "violen", "immigra",
    "inmigra", "pro bono", "matter", "shelter",
)  # fmt: skip


def _wire(note: str, language: str, to: str = "somebody@example.test") -> bytes:
    message: Any = envelope(to=to, note=note, language=language).message()
    return bytes(message.as_bytes())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("note", NOTES)
def test_no_note_tells_what_it_is_about(note: str, language: str) -> None:
    said = " ".join(WORDS[note, language]).lower()
    roles = {word for role in Role for word in re.findall(r"[a-z]{5,}", str(role.label).lower())}
    names = {
        word
        for name in (settings.PROGRAM.name, settings.PROGRAM.organization, settings.PROGRAM.partner_firm)
        for word in re.findall(r"\w{3,}", name.lower())
    }

    assert [word for word in (*TELLING, *roles) if word in said] == []
    assert [word for word in names if re.search(rf"\b{word}\b", said)] == []
    assert not re.search(r"\d|http|@", said)


def test_every_note_has_both_languages_and_every_client_note_its_title() -> None:
    assert set(WORDS) == {(note, language) for note in NOTES for language in LANGUAGES}
    assert set(TITLES) == set(ClientNote)


def test_a_language_nobody_wrote_is_english() -> None:
    assert _body(_wire(StaffNote.UPDATE, "tl")) == _body(_wire(StaffNote.UPDATE, "en"))


def test_every_message_has_one_length_on_the_wire() -> None:
    lengths = {len(_wire(note, language)) for note in NOTES for language in LANGUAGES}

    assert len(lengths) == 1
    assert all(len(subject) + len(body) < LENGTH for subject, body in WORDS.values())


def test_headers_name_neither_the_machine_nor_the_program() -> None:
    wire = _wire(ClientNote.CALL, "es").decode("ascii")

    names = {line.partition(":")[0] for line in wire.partition("\n\n")[0].splitlines() if not line.startswith(" ")}
    assert names == {
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Message-ID"
    }  # fmt: skip
    assert re.search(r"^Message-ID: <[0-9a-f]{32}@localhost>$", wire, re.MULTILINE)


def _body(wire: bytes) -> bytes:
    return wire.partition(b"\n\n")[2]
