"""The argument about one item and one relief, built step by step in the order of the statute."""

import datetime as dt

from vacatur.kit.tri import Tri
from vacatur.law.parameters import Value
from vacatur.screening.finding import Effect, Finding, MissingFact, OpenQuestion, Outcome, Reason
from vacatur.screening.situation import Situation, nexus_key
from vacatur.screening.wording import Param, Params, Wording

# What settles the outcome when several tests speak: what is closed for good before what is closed today, before what is
# unknown, before what is unsettled.
_WEIGHT = {
    Outcome.AVAILABLE: 0,
    Outcome.LAWYER_DECIDES: 1,
    Outcome.NEEDS_FACTS: 2,
    Outcome.NOT_YET: 3,
    Outcome.BARRED: 4,
    Outcome.NOT_APPLICABLE: 5,
    Outcome.ALREADY_GRANTED: 6,
}
_AVAILABLE = Outcome.AVAILABLE
_CLOSED = (Outcome.NOT_APPLICABLE, Outcome.ALREADY_GRANTED, Outcome.BARRED)
WHOLE_TABLE = "victimization"

# A fact to ask for, and the id of the question's words. A bare name is a fact of the item ("offense_date" of its [[nexus]]
# entry); a name with a dot or bracket is a key of FACTS.toml as it stands.
FactWanted = tuple[str, str]


class Argument:
    """Collects steps; a step may worsen the outcome, none can better it.

    Each method takes a reason id (its words stand in the law data), the citation, the steps under it, and the parameters of
    its words. `Outline` is the same argument without words.
    """

    worded = True
    __slots__ = (
        "_day",
        "_decide",
        "_decided",
        "_missing",
        "_questions",
        "_reasons",
        "_wording",
        "outcome",
        "relief",
        "situation",
    )

    def __init__(self, relief: str, situation: Situation, wording: Wording) -> None:
        self.relief = relief
        self.situation = situation
        self.outcome = _AVAILABLE
        self._wording = wording
        self._day: dt.date | None = None
        self._reasons: list[Reason] = []
        self._decided: dict[int, Outcome] = {}
        self._questions: list[str] = []
        self._decide: list[OpenQuestion] = []
        self._missing: list[MissingFact] = []

    @property
    def closed(self) -> bool:
        """Whether nothing found later can open it again."""
        return self.outcome in _CLOSED

    def at(self, subdivision: str) -> str:
        """The citation of a subdivision of the relief's own section."""
        return self._wording.cite(self.relief + subdivision)

    def step(self, id_: str, cite: str | None, holds: Tri, *because: Reason, **params: Param) -> Reason:
        """A step to stand under another. A parameter `mark` is the confidence mark of the law it read."""
        return self._step(id_, cite, holds, because, params)

    def _step(self, id_: str, cite: str | None, holds: Tri, because: tuple[Reason, ...], params: Params) -> Reason:
        if not because:
            found = self._wording.known.get((id_, cite, holds, *params.values()))
            if found is not None:
                return found
        return self._wording.step(id_, cite, holds, params, because)

    def holds(self, id_: str, cite: str | None, *because: Reason, **params: Param) -> None:
        """A test that is met."""
        self._add(self._step(id_, cite, True, because, params))

    def notes(self, id_: str, cite: str | None, *because: Reason, **params: Param) -> None:
        """Something a reader should know that decides nothing."""
        self._add(self._step(id_, cite, None, because, params))

    def fails(
        self,
        outcome: Outcome,
        id_: str,
        cite: str | None,
        *because: Reason,
        day: dt.date | None = None,
        **params: Param,
    ) -> None:
        """A test that is not met. `day` is the day from which it will be, for `not_yet`."""
        if day is not None:
            params["day"] = day
        self._add(self._step(id_, cite, False, because, params), outcome)
        self._worsen(outcome, day)

    def lacks(
        self, id_: str, cite: str | None, *because: Reason, facts: tuple[FactWanted, ...], **params: Param
    ) -> None:
        """A test that cannot be computed without the named facts, each with the question to ask."""
        self._add(self._step(id_, cite, None, because, params), Outcome.NEEDS_FACTS)
        self.wants(*facts)
        self._worsen(Outcome.NEEDS_FACTS, None)

    def unsettled(self, id_: str, cite: str | None, *because: Reason, ask: str, **params: Param) -> None:
        """The law is open for this item: a lawyer must decide the question `ask`."""
        self._add(self._step(id_, cite, None, because, params), Outcome.LAWYER_DECIDES)
        self._put_to_counsel(id_, ask, params)
        self._worsen(Outcome.LAWYER_DECIDES, None)

    def judgment(self, id_: str, cite: str | None, *because: Reason, ask: str, **params: Param) -> None:
        """A test that is the court's to judge: a question for the lawyer; the outcome stays what it is."""
        self._add(self._step(id_, cite, None, because, params))
        self._questions.append(self._wording.sentence(ask, params))

    def counsel(self, id_: str, cite: str | None, *, ask: str, charge: str) -> None:
        """A question of law about another charge than the item's own: the outcome stays, and counsel answers before filing."""
        params: Params = {"charge": charge}
        self._add(self._step(id_, cite, None, (), params))
        self._put_to_counsel(id_, ask, params, charge)

    def _put_to_counsel(self, id_: str, ask: str, params: Params, charge: str | None = None) -> None:
        question = self._wording.sentence(ask, params)
        self._questions.append(question)
        self._decide.append(OpenQuestion(id_, question, charge))

    def asks(self, id_: str, **params: Param) -> None:
        """One question for the lawyer."""
        self._questions.append(self._wording.sentence(id_, params))

    def wants(self, *facts: FactWanted) -> None:
        """Name facts to ask for, without making the outcome wait for them."""
        item = self.situation.item
        for name, question in facts:
            key = name if "." in name or name == WHOLE_TABLE else nexus_key(item, name)
            self._missing.append(MissingFact(key, self._wording.sentence(question, {}), item.id))

    def bars(self, value: Value, id_: str, cite: str) -> None:
        """A test not met for good because of this value. What was not read in a source may flag, never decide."""
        if value.confidence.may_decide:
            self.fails(Outcome.BARRED, id_, cite, mark=str(value.confidence))
        else:
            mark = str(value.confidence)
            self.unsettled(id_, cite, ask="ask.law_not_verified", law=value.cite, mark=mark)

    def _add(self, reason: Reason, outcome: Outcome | None = None) -> None:
        if outcome is not None:
            self._decided[len(self._reasons)] = outcome
        self._reasons.append(reason)

    def _in_order(self) -> tuple[Reason, ...]:
        """What decides comes first, and all else follows in the order of the statute."""
        first = [place for place, outcome in self._decided.items() if outcome is self.outcome]
        if not first:
            return tuple(self._reasons)
        told = self._reasons
        return (*[told[place] for place in first], *[one for place, one in enumerate(told) if place not in first])

    def _worsen(self, outcome: Outcome, day: dt.date | None) -> None:
        if outcome is self.outcome is Outcome.NOT_YET:
            self._day = None if self._day is None or day is None else max(self._day, day)
        elif _WEIGHT[outcome] > _WEIGHT[self.outcome]:
            self.outcome, self._day = outcome, day

    def finding(self, effect: Effect, status: str) -> Finding:
        """What the argument comes to. A closed finding asks nothing: no answer would open it."""
        closed = self.closed
        return Finding(
            relief=self.relief,
            outcome=self.outcome,
            day=self._day,
            reasons=self._in_order(),
            questions=() if closed else tuple(dict.fromkeys(self._questions)),
            effect=effect,
            missing=() if closed else tuple({fact.key: fact for fact in self._missing}.values()),
            status=status,
            to_decide=() if closed else tuple(dict.fromkeys(self._decide)),
        )
