"""Banners: the boxes and starred lines around a record (rap_sheet_format 2, 4). Kept as words, unless they are sensitive."""

import re

from vacatur.reading.identity import IdentityBlock
from vacatur.reading.ledger import Ledger
from vacatur.records.record import SetApartKind

_KNOWN = re.compile(
    r"\bDNA\b|\bIII\b|PALM\s+PRINT|CONSOLIDATED|IDENTITY\s+THEFT|LIVE\s+SCAN|FOR\s+CALIFORNIA\s+AGENC|REC[O0]RD\s+ERR[O0]R"
    r"|PROBATION\s+FLAGS|POTENTIAL\s+ENTRIES|DECEASED|\bAIDS\b|\bALERT\s*-"
)
_RECORD_ERROR = re.compile(r"\bREC[O0]RD\s+ERR[O0]R\b")
_MULTIPLE = re.compile(r"\bMULT(?:IPLE|I)\W+(?:SOURCE|STATE)")
_CII = re.compile(r"C[I1L][I1L]\s?/\s*([AHM]?[0-9]{7,8})")
_LONGEST_BOX = 12
"""Lines a frame of stars may hold. A frame whose closing row is lost must not swallow the sheet."""

ASK_AGAIN = "The sheet says RECORD ERROR: the Department of Justice may hold more; please ask for the record again."
MULTIPLE_SOURCE = (
    "This is a multiple-source record: other states hold more of this history; please ask for it there too."
)
DECEASED = "The sheet says the person is deceased; please check that this is the right record."


class Banners:
    """Takes the lines of banners. `box` counts the lines a frame of stars may still hold; `going` is true while a banner goes on."""

    def __init__(self, ledger: Ledger, identity: IdentityBlock) -> None:
        self.ledger = ledger
        self.identity = identity
        self.box = 0
        self.going = False
        self.apart: SetApartKind | None = None
        self.record_error = False

    def frame(self) -> None:
        """A row of many stars opens a box, or closes it."""
        self.box = 0 if self.box else _LONGEST_BOX

    def end(self) -> None:
        """Something else begins: no box is open, no banner goes on."""
        self.box = 0
        self.going = False
        self.apart = None

    def is_banner(self, kind: str, text: str) -> bool:
        """Does a line outside any event belong to a banner?"""
        return kind == "banner" or self.box > 0 or _KNOWN.search(text) is not None

    def take(self, text: str) -> None:
        """Read a line of a banner. A sensitive one is set apart with the lines that go on with it."""
        self.box = max(self.box - 1, 0)
        if not self.going or text.startswith(("**", "III")):
            self.apart = None
        self.going = True
        self.apart = self.apart or self.ledger.sensitive_here(text)
        if self.apart is not None:
            self.ledger.apart(self.apart)
            return
        words = " ".join(text.replace("*", " ").split()).strip("\"' ")
        self.ledger.banner(words)
        self._tell(words)

    def _tell(self, words: str) -> None:
        """What a banner asks a person to do."""
        self.identity.cii.extend(_CII.findall(words))
        if _RECORD_ERROR.search(words):
            self.record_error = True
            self.ledger.warn(ASK_AGAIN)
        if _MULTIPLE.search(words):
            self.ledger.warn(MULTIPLE_SOURCE)
        if words.startswith("DECEASED"):
            self.ledger.warn(DECEASED)
