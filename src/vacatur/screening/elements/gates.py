"""What a sheet settles before any test: another sovereign's law, or an end that leaves nothing to ask for."""

from vacatur.records.record import DispositionKind
from vacatur.screening.argument import Argument
from vacatur.screening.finding import Outcome


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
    """A count whose end the sheet does not show may still be pending: then the defense at trial comes first, not vacatur."""
    situation = argument.situation
    if not situation.undecided:
        return
    if situation.attested.facts.status.charged is None:
        argument.lacks("gate.end_not_shown", cite, facts=(("status.charged", "ask.charged"),))
    elif situation.attested.facts.status.charged:
        argument.unsettled("gate.charged", cite, ask="ask.pending_here")
    else:
        argument.judgment("gate.not_charged", cite, ask="ask.how_it_ended")
