"""The same argument without words: only the outcome and its day, for many records at once."""

import datetime as dt

from vacatur.kit.tri import Tri
from vacatur.screening.argument import Argument, FactWanted
from vacatur.screening.finding import Effect, Finding, Outcome, Reason
from vacatur.screening.situation import Situation
from vacatur.screening.wording import Param, Wording

_NO_WORDS = Reason("", "", None, None)
_BARE: dict[tuple[str, Outcome, dt.date | None, str], Finding] = {}
_KEPT = 4096


class Outline(Argument):
    """Answers every call of `Argument` and keeps no words. Its findings have no reasons, questions or missing facts."""

    worded = False
    __slots__ = ()

    def __init__(self, relief: str, situation: Situation, wording: Wording) -> None:
        self.relief = relief
        self.situation = situation
        self.outcome = Outcome.AVAILABLE
        self._wording = wording
        self._day: dt.date | None = None

    def at(self, subdivision: str) -> str:
        """Nothing: an outline cites nothing."""
        return ""

    def step(self, id_: str, cite: str | None, holds: Tri, *because: Reason, **params: Param) -> Reason:
        """One and the same empty step."""
        return _NO_WORDS

    def holds(self, id_: str, cite: str | None, *because: Reason, **params: Param) -> None:
        """Nothing to keep."""

    def notes(self, id_: str, cite: str | None, *because: Reason, **params: Param) -> None:
        """Nothing to keep."""

    def fails(
        self,
        outcome: Outcome,
        id_: str,
        cite: str | None,
        *because: Reason,
        day: dt.date | None = None,
        **params: Param,
    ) -> None:
        """Only the outcome."""
        self._worsen(outcome, day)

    def lacks(
        self, id_: str, cite: str | None, *because: Reason, facts: tuple[FactWanted, ...], **params: Param
    ) -> None:
        """Only the outcome."""
        self._worsen(Outcome.NEEDS_FACTS, None)

    def unsettled(self, id_: str, cite: str | None, *because: Reason, ask: str, **params: Param) -> None:
        """Only the outcome."""
        self._worsen(Outcome.LAWYER_DECIDES, None)

    def judgment(self, id_: str, cite: str | None, *because: Reason, ask: str, **params: Param) -> None:
        """Nothing to keep: a judgment never changes the outcome."""

    def counsel(self, id_: str, cite: str | None, *, ask: str, charge: str) -> None:
        """Nothing to keep: the outcome stays."""

    def asks(self, id_: str, **params: Param) -> None:
        """Nothing to keep."""

    def wants(self, *facts: FactWanted) -> None:
        """Nothing to keep."""

    def finding(self, effect: Effect, status: str) -> Finding:
        """The outcome. Equal findings are one object: there is nothing in them that belongs to one item."""
        key = (self.relief, self.outcome, self._day, status)
        found = _BARE.get(key)
        if found is None or found.effect is not effect:
            if len(_BARE) >= _KEPT:
                _BARE.clear()
            found = _BARE[key] = Finding(self.relief, self.outcome, self._day, (), (), effect, (), status)
        return found
