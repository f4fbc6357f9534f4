"""The two doors. Nothing is handed over before the transaction has ended well, and nothing of a message is ever logged."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.core import mail
from django.db import transaction

from probono.post.envelope import envelope
from probono.post.words import ClientNote, DeskNote, StaffNote

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Passage:
    """What a token was good for: one note to one address. `last` is given the handing over when its time has come, after the
    commit: it lets it happen, or does not.
    """

    address: str
    note: ClientNote
    language: str
    last: Callable[[Callable[[], None]], None]


class NoPassageError(Exception):
    """Nobody has told this door how a token is redeemed, so it lets nothing out."""


_redeem: list[Callable[[str], Passage]] = []


def redeemed_by(redeem: Callable[[str], Passage]) -> None:
    """`consent` tells, at the start, how a token becomes a passage. It raises whatever it refuses a token with."""
    _redeem[:] = [redeem]


def is_on() -> bool:
    """Whether mail leaves this installation at all."""
    return bool(settings.MAIL_ON)


def to_staff(*, address: str, note: StaffNote, language: str = "en") -> None:
    """A note to somebody who signs in here. Without mail nothing happens: pages tell the same."""
    _queue(address, StaffNote(note), language)


def to_desk(*, note: DeskNote) -> None:
    """A note to the configured contact of the program."""
    _queue(settings.PROGRAM.contact.email, DeskNote(note), "en")


def to_client(token: str) -> None:
    """The one note a token was minted for, along the one route. The token is used up, whatever becomes of the note."""
    if not _redeem:
        raise NoPassageError
    passage = _redeem[0](token)
    _queue(passage.address, ClientNote(passage.note), passage.language, passage.last)


def _at_once(leave: Callable[[], None]) -> None:
    """For notes of which nobody keeps account."""
    leave()


def _queue(address: str, note: str, language: str, last: Callable[[Callable[[], None]], None] = _at_once) -> None:
    if is_on():
        transaction.on_commit(partial(_hand_over, address, note, language, last))


def _hand_over(address: str, note: str, language: str, last: Callable[[Callable[[], None]], None]) -> None:
    def leave() -> None:
        with mail.get_connection() as connection:
            connection.send_messages([envelope(to=address, note=note, language=language)])

    try:
        last(leave)
    except Exception:  # a mail server's complaint repeats the address, so it is not kept
        logger.warning("A note could not be handed to the mail server.")
