"""One module for each relief that is built. A module gives `ID`, `rules(pack, day)` and `find(argument, rules)`.

The modules do not know each other; what two of them need stands in `screening/elements`.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vacatur.law.pack import Pack
from vacatur.screening.argument import Argument
from vacatur.screening.reliefs import pc_236_14, pc_236_15, pc_851_91, pc_1203_4
from vacatur.screening.signature import TurnsOn


@dataclass(frozen=True, slots=True)
class Built:
    """One relief that is built: how it reads its law on a day, how it argues, and what its outcome turns on besides the charge."""

    id: str
    rules: Callable[[Pack, dt.date], Any]
    find: Callable[[Argument, Any], None]
    turns_on: TurnsOn


BUILT: tuple[Built, ...] = (
    Built(pc_236_14.ID, pc_236_14.rules, pc_236_14.find, TurnsOn(act=True, neighbors=True)),
    Built(pc_236_15.ID, pc_236_15.rules, pc_236_15.find, TurnsOn(act=True, neighbors=True)),
    Built(pc_1203_4.ID, pc_1203_4.rules, pc_1203_4.find, TurnsOn(probation=True)),
    Built(pc_851_91.ID, pc_851_91.rules, pc_851_91.find, TurnsOn(neighbors=True)),
)
