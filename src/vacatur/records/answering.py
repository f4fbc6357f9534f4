"""Which charges of an arrest a filed case answers, and which stand alone (DESIGN section 5, Items)."""

import re
from collections.abc import Iterable

from vacatur.kit.tri import Tri
from vacatur.records.record import Count, Disposition, DispositionKind

_COMBINED = re.compile(r"COMB\w*\W+W")
_DEFERRED = re.compile(r"^PROS\w*\W+DEFER")
_DROPPED = frozenset((DispositionKind.PROSECUTOR_REJECTED, DispositionKind.RELEASED))


def combined(disposition: Disposition) -> bool:
    """Whether a prosecutor put the charge together with other counts: it may have been filed with them."""
    return _COMBINED.search(disposition.text) is not None


def not_filed(count: Count) -> bool:
    """Does the sheet say that this arrest count was never filed? One combined with others was not dropped."""
    return bool(count.dispositions) and any(
        (disposition.kind in _DROPPED or _DEFERRED.search(disposition.text)) and not combined(disposition)
        for disposition in count.dispositions
    )


def answered(count: Count, filed: Iterable[Count | None]) -> Tri:
    """Whether one of the filed counts is what became of a count of the arrest.

    Yes, when a filed count names the same charge: the same code and section, whatever subdivision either line leaves out
    (496 answers 496(a), but 647(b) does not answer 647(f)). Not known, when no filed count does and the arrest's charge or one of
    the filed ones (`None`: an event without count lines) could not be read, or when the sheet says that the charge was combined
    with others. No, only when every charge was read and all differ: an arrest that nobody answered must not disappear
    behind the case it led to.
    """
    known = count.section is not None
    for other in filed:
        if other is None or other.section is None:
            known = False
        elif same_charge(count, other):
            return True
    return None if not known or any(combined(disposition) for disposition in count.dispositions) else False


def same_charge(one: Count, other: Count) -> bool:
    """Whether two count lines name one charge: a code and section of each is the same, or one is a subdivision of the other."""
    if one.section is None or other.section is None:
        return False
    if one.section == other.section and one.code == other.code:
        return True
    return any(_within(mine, its) or _within(its, mine) for mine in _charges(one) for its in _charges(other))


def _charges(count: Count) -> list[str]:
    """The charges of a count with their codes: "PC 484(a)". A joined section under another code is printed with it."""
    return [f"{count.code} {count.section}", *(s if " " in s else f"{count.code} {s}" for s in count.other_sections)]


def _within(narrow: str, wide: str) -> bool:
    return narrow == wide or narrow.startswith(f"{wide}(")
