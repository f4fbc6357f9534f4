"""What a sheet settles before any test: another sovereign's law, or an end that leaves nothing to ask for."""

from vacatur.records.record import DispositionKind
from vacatur.screening.argument import Argument
from vacatur.screening.finding import Outcome

RESULT_WANTED = ("result", "ask.result")


def another_sovereign(argument: Argument) -> bool:
    """A federal charge is beyond a California court; federal law has its own remedy."""
    if argument.situation.federal:
        argument.fails(Outcome.NOT_APPLICABLE, "gate.federal", None)
    return argument.closed


def granted_already(argument: Argument, kind: DispositionKind, cite: str) -> bool:
    """The sheet shows that this relief was granted."""
    if kind in argument.situation.kinds:
        argument.fails(Outcome.ALREADY_GRANTED, f"gate.{kind}", cite)
    return argument.closed


def charge_undecided(argument: Argument, cite: str) -> None:
    """A count whose end the sheet does not show may still be pending: then the defense at trial comes first, not vacatur. No
    disposition is not a dismissal: how the count ended is a fact the court's minutes tell.
    """
    situation = argument.situation
    if not situation.undecided:
        return
    charged = situation.attested.facts.status.charged
    if charged:
        argument.unsettled("gate.charged", cite, ask="ask.pending_here")
    elif charged is None:
        argument.lacks("gate.end_not_shown", cite, facts=(("status.charged", "ask.charged"), RESULT_WANTED))
    else:
        argument.lacks("gate.not_charged", cite, facts=(RESULT_WANTED,))


def combined(argument: Argument, cite: str) -> None:
    """A charge that a prosecutor combined with another case was not dropped: which case it went into is a fact to ask for."""
    situation = argument.situation
    if not situation.combined:
        return
    if situation.nexus.combined_with is None:
        argument.lacks("gate.combined", cite, facts=(("combined_with", "ask.combined_with"),))
    else:
        argument.notes("gate.combined_with", cite)
