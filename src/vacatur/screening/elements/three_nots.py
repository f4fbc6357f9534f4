"""Not serving a sentence, not on probation, not charged: for any offense, on the day asked about (PC 1203.4(a)(1))."""

import datetime as dt

from vacatur.screening.argument import Argument
from vacatur.screening.finding import Outcome

_NOTS = ("serving_sentence", "on_probation", "charged")


def three_nots(argument: Argument, cite: str, until: dt.date | None) -> None:
    """Each is attested or asked for; one that is true closes the relief for as long as it lasts.

    `until` is the day this item's own probation ends by the sheet: the day to come back, when being on probation is all
    that stands in the way and that day is still ahead.
    """
    status = argument.situation.attested.facts.status
    said = {name: getattr(status, name) for name in _NOTS}
    steps = tuple(
        argument.step(f"status.{name}_{'open' if value is None else 'yes' if value else 'no'}", None, _not(value))
        for name, value in said.items()
    )
    wanted = tuple((f"status.{name}", f"ask.{name}") for name, value in said.items() if value is None)
    if any(said.values()):
        only_probation = said["on_probation"] and not said["serving_sentence"] and not said["charged"]
        ahead = until if only_probation and until is not None and until > argument.situation.attested.as_of else None
        argument.fails(Outcome.NOT_YET, "status.not_free", cite, *steps, day=ahead)
        argument.wants(*wanted)
    elif wanted:
        argument.lacks("status.not_known", cite, *steps, facts=wanted)
    else:
        argument.holds("status.free", cite, *steps)


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value
