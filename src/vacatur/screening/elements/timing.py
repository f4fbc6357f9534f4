"""From which day a petition may be filed (PC 236.14 and 236.15, subdivision (l)).

That is after the victimization ended or services were sought, whichever is later. The petitioner may say that services were
never sought: whether the section then waits for that at all is unsettled, and a lawyer decides.
"""

import datetime as dt

from vacatur.screening.argument import Argument
from vacatur.screening.attested import Attested, Kinds, Opening, Timing
from vacatur.screening.finding import Outcome, Reason

_NOT_KNOWN, _SINCE_THE_END = "a day that is not known", "the end of the victimization"


def open_since(argument: Argument, kinds: Kinds, cite: str) -> dt.date | str | None:
    """Test the timing and give the day it opened, or `None` when it is not open or not known. Where the victimization ended on
    a day that is not known, the answer is its end, in words.

    Where no period is attested there is nothing to test: that was said under (a).
    """
    attested = argument.situation.attested
    opening = attested.opening(kinds)
    match opening.timing:
        case Timing.OPEN:
            argument.holds("timing.open", cite, *_steps(argument, opening), opened=opening.opened)
            argument.asks("ask.safety")
            return opening.opened
        case Timing.OPEN_UNDATED:
            argument.holds("timing.open_undated", cite, sought=opening.sought)
            argument.asks("ask.safety")
            return _SINCE_THE_END
        case Timing.NOT_OPEN:
            steps = _steps(argument, opening)
            argument.fails(Outcome.NOT_YET, "timing.not_open", cite, *steps, day=opening.opened)
        case Timing.GOES_ON:
            argument.fails(Outcome.NOT_YET, "timing.victimization_goes_on", cite)
        case Timing.NOT_OVER:
            argument.fails(Outcome.NOT_YET, "timing.not_over", cite, ceased=opening.ceased)
        case Timing.NEVER_SOUGHT:
            ask = "ask.services_never_sought"
            argument.unsettled("timing.services_never_sought", cite, ask=ask, ceased=opening.ceased or _NOT_KNOWN)
        case Timing.NOT_ASKED:
            wanted = _services(attested, kinds)
            argument.lacks("timing.services_not_asked", cite, facts=wanted, ceased=opening.ceased or _NOT_KNOWN)
    return None


def _steps(argument: Argument, opening: Opening) -> tuple[Reason, ...]:
    return (
        argument.step("timing.ceased", None, True, ceased=opening.ceased),
        argument.step("timing.sought", None, True, sought=opening.sought),
    )


def _services(attested: Attested, kinds: Kinds) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"victimization[{period.place}].sought_services", "ask.sought_services")
        for period in attested.periods(kinds)
        if period.victimization.sought_services is None
    )
