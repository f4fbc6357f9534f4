"""The one state machine of a closed file. A hold is no state: it stands beside all of them and stops the last move."""

import datetime as dt
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

COOLING = dt.timedelta(days=14)
"""How long a destruction that was asked for can be called back."""


class State(models.TextChoices):
    """Where a file stands. `open` has no row; a file whose destruction is done has none any more."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    SEALED = "sealed", _("Sealed")
    REQUESTED = "requested", _("To be destroyed")
    SHREDDING = "shredding", _("Being destroyed")


class Move(StrEnum):
    """What moves it."""

    CLOSE = "close"
    REOPEN = "reopen"
    SEAL = "seal"
    REQUEST = "request"
    ERASE = "erase"
    CANCEL = "cancel"
    SHRED = "shred"


MOVES: dict[Move, tuple[frozenset[State], State]] = {
    Move.CLOSE: (frozenset({State.OPEN}), State.CLOSED),
    Move.REOPEN: (frozenset({State.CLOSED}), State.OPEN),
    Move.SEAL: (frozenset({State.CLOSED}), State.SEALED),
    Move.REQUEST: (frozenset({State.SEALED}), State.REQUESTED),
    Move.ERASE: (frozenset({State.OPEN, State.CLOSED, State.SEALED}), State.REQUESTED),
    Move.CANCEL: (frozenset({State.REQUESTED}), State.SEALED),
    Move.SHRED: (frozenset({State.REQUESTED, State.SHREDDING}), State.SHREDDING),
}


def can_move(state: str, move: Move) -> bool:
    """Whether a move leads on from a state."""
    return state in MOVES[move][0]
