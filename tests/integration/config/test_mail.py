"""How mail leaves: off until a server is named, on this machine only in evaluation, and never under a telling sender."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from probono.config.mail import IN_MEMORY, NOWHERE, SMTP, Mail, mail_of


def _mail(host: str = "", sender: str = "Notes <notes@harbor-mail.example>", evaluation: bool = False) -> Mail:
    return mail_of(host=host, sender=sender, evaluation=evaluation, program=settings.PROGRAM)


def test_without_a_server_production_sends_nothing() -> None:
    assert (_mail().on, _mail().backend) == (False, NOWHERE)


def test_evaluation_keeps_notes_in_memory() -> None:
    assert (_mail(evaluation=True).on, _mail(evaluation=True).backend) == (True, IN_MEMORY)


@pytest.mark.parametrize("host", ["smtp.example.org", "10.0.0.4"])
def test_evaluation_sends_nothing_beyond_this_machine(host: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="beyond this machine"):
        _mail(host, evaluation=True)


def test_evaluation_may_use_a_server_of_this_machine() -> None:
    assert _mail("localhost", evaluation=True).backend == SMTP


def test_production_encrypts() -> None:
    assert _mail("smtp.example.org") == Mail(
        on=True, backend=SMTP, sender="Notes <notes@harbor-mail.example>", tls=True
    )


@pytest.mark.parametrize("sender", ["", "notes", "notes@localhost", "a@b.example, c@d.example", "<>"])
def test_a_sender_is_one_address(sender: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="must be an address"):
        _mail("smtp.example.org", sender)


@pytest.mark.parametrize(
    "sender",
    [
        "notes@ridgeline.example",
        "Ridgeline <notes@harbor-mail.example>",
        "notes@mail.vacatur.example",
        "Quill office <notes@harbor-mail.example>",
        "notes@survivors-aid.example",
        "Legal desk <notes@harbor-mail.example>",
    ],
)
def test_a_sender_that_tells_whose_it_is_is_refused(sender: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="must be neutral"):
        _mail("smtp.example.org", sender)
