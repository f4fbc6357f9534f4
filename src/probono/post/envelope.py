"""A note as it travels: sender, subject and body of one length together, and headers that tell nothing."""

import secrets
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from probono.post.words import words_of

LENGTH = 160
"""Characters of subject and body together, whatever is said."""


def envelope(*, to: str, note: str, language: str) -> EmailMessage:
    """The message. Its length is the same for every note and language, but for the address it goes to."""
    subject, body = words_of(note, language)
    padded = body.ljust(LENGTH - len(subject) - 1) + "\n"
    headers = {"Message-ID": f"<{secrets.token_hex(16)}@{neutral_host()}>"}
    return EmailMessage(subject=subject, body=padded, from_email=settings.MAIL_FROM, to=[to], headers=headers)


def neutral_host() -> str:
    """The host a message names: the sender address's own, never the machine's."""
    return parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2]
