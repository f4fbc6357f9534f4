"""S-20 to S-22: the two doors: what leaves when, to whom, and that nothing of it is logged."""

import logging
import smtplib
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.db import transaction

from probono.post import services as post
from probono.post.backend import NeutralBackend
from probono.post.words import ClientNote, DeskNote, StaffNote

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def redeemer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Tokens are redeemed by a stand-in; the list tells what was handed over."""
    handed: list[str] = []

    def last(leave: Callable[[], None]) -> None:
        leave()
        handed.append("handed")

    passage = post.Passage("her@example.test", ClientNote.CALL, "es", last)
    monkeypatch.setattr(post, "_redeem", [lambda token: passage])
    return handed


def test_a_note_for_staff(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        post.to_staff(address="staff@example.test", note=StaffNote.UPDATE)

    assert [(one.to, one.subject) for one in mail.outbox] == [(["staff@example.test"], "You have an update")]


def test_a_note_for_the_desk_goes_to_the_configured_contact(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        post.to_desk(note=DeskNote.MESSAGE)

    assert mail.outbox[0].to == [django_settings.PROGRAM.contact.email]


def test_a_note_for_a_client_goes_where_her_token_says(
    redeemer: list[str], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        post.to_client("a token")

    assert [(one.to, one.subject) for one in mail.outbox] == [(["her@example.test"], "Un breve aviso")]
    assert redeemer == ["handed"]


def test_what_is_stopped_at_the_last_moment_does_not_leave(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    passage = post.Passage("her@example.test", ClientNote.CALL, "es", lambda leave: None)
    monkeypatch.setattr(post, "_redeem", [lambda token: passage])
    with django_capture_on_commit_callbacks(execute=True):
        post.to_client("a token")

    assert mail.outbox == []


def test_without_a_redeemer_nothing_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(post, "_redeem", [])

    with pytest.raises(post.NoPassageError):
        post.to_client("a token")


@pytest.mark.parametrize("note", ["Marisol called", ClientNote.CALL, ""])
def test_only_words_of_the_list_are_taken(note: Any) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        post.to_staff(address="staff@example.test", note=note)
    with pytest.raises(ValueError, match="is not a valid"):
        post.to_desk(note=note)


def test_what_is_undone_sends_nothing(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        post.to_desk(note=DeskNote.MESSAGE)
        transaction.set_rollback(True)

    assert mail.outbox == []


def test_while_mail_is_off_nothing_leaves(settings: Any, django_capture_on_commit_callbacks: Any) -> None:
    settings.MAIL_ON = False
    with django_capture_on_commit_callbacks(execute=True):
        post.to_desk(note=DeskNote.MESSAGE)

    assert mail.outbox == []


def test_a_failure_is_told_without_the_address(
    redeemer: list[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
) -> None:
    def refuse(*args: Any) -> None:
        raise smtplib.SMTPRecipientsRefused({"her@example.test": (550, b"no such box")})

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    with caplog.at_level(logging.DEBUG), django_capture_on_commit_callbacks(execute=True):
        post.to_client("a token")

    assert redeemer == []
    assert "could not be handed" in caplog.text
    assert "her@" not in caplog.text


def test_the_greeting_names_the_sender_s_host_and_not_the_machine(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAIL_FROM = "Notes <notes@harbor-mail.example>"
    heard: dict[str, Any] = {}
    monkeypatch.setattr(smtplib, "SMTP", lambda host, port, **more: heard.update(more, host=host))

    NeutralBackend(use_tls=True).connection_class("mx.example", 587, local_hostname="machine.inside")

    assert heard == {"host": "mx.example", "local_hostname": "harbor-mail.example"}
