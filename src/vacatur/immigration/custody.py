"""The custody printed on a sheet, suspended time included: federal law counts what was imposed, not what was served."""

from collections.abc import Iterable

from vacatur.records.record import SentenceKind, SentencePart

_CUSTODY = (SentenceKind.JAIL, SentenceKind.PRISON)


def custody_printed(sentence: Iterable[SentencePart]) -> str | None:
    """The jail and prison terms in the sheet's own words, or `None` when it prints none. Whether they reach a year is counsel's to say."""
    return "; ".join(part.text for part in sentence if part.kind in _CUSTODY) or None
