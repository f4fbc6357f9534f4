"""What stands before the first event: the message header, banners, the identity block, the supervision block (rap_sheet_format 2, 3)."""

import re

from vacatur.reading.banners import Banners
from vacatur.reading.identity import IdentityBlock
from vacatur.reading.ledger import Ledger
from vacatur.reading.set_apart import shown
from vacatur.records.record import SetApartKind

_UNKNOWN_TAG = re.compile(r"[A-Z]{2,4}/\S")
"""A tag this reader does not know: its line is unread, and goes on with nothing."""


class Preamble:
    """Reads the lines before the first event. `supervision` is true while a supervision block goes on."""

    def __init__(self, ledger: Ledger, identity: IdentityBlock, banners: Banners) -> None:
        self.ledger = ledger
        self.identity = identity
        self.banners = banners
        self.supervision = False

    def start_supervision(self, text: str) -> None:
        """`PROBATION: EXP:` or `PAROLE:` before the first separator: who supervises, not an event."""
        self.banners.end()
        self.supervision = True
        self.identity.supervision.append(shown(" ".join(text.split())))

    def end(self) -> None:
        """A separator: whatever went on has ended."""
        self.supervision = False
        self.identity.tag = None

    def take(self, kind: str, text: str, *, hint: bool = False) -> None:
        """Read one line."""
        if kind == "identity":
            self.banners.end()
            self.supervision = False
            self._mark(*self.identity.take(text, hint=hint))
        elif self.supervision and kind != "banner":
            self.identity.supervision[-1] += " " + shown(" ".join(text.split()))
        elif kind == "transport" and self.identity.tag is None:
            self.banners.end()
        elif kind == "text" and _UNKNOWN_TAG.match(text):
            self.banners.end()
            self.identity.tag = None
            self.ledger.leave()
        elif self.banners.is_banner(kind, text) or (self.banners.going and kind == "text"):
            self.identity.tag = None
            self.banners.take(text)
        else:
            self._mark(*self.identity.go_on(text, hint=hint))

    def _mark(self, understood: bool, apart: SetApartKind | None) -> None:
        if apart is not None:
            self.ledger.apart(apart)
        elif not understood:
            self.ledger.leave()
