"""Relief that the sheet already shows and that does not stand in the way of vacatur."""

from vacatur.records.record import DispositionKind
from vacatur.screening.argument import Argument

_NOTED = (DispositionKind.DISMISSED_1203_4, DispositionKind.SEALED, DispositionKind.REDUCED)


def noted(argument: Argument) -> None:
    """A dismissal, sealing or reduction leaves something to vacate; nothing in the sections bars it, so counsel confirms."""
    for kind in _NOTED:
        if kind in argument.situation.kinds:
            argument.judgment(f"earlier.{kind}", None, ask=f"ask.earlier_{kind}")
