"""How one item differs between two readings: the law's facts are compared, never places on a page."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.records.item import Item
from vacatur.records.record import Disposition, SentencePart


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: what ("level", "disposition"), and how it read before and reads now (`None`: it was not there)."""

    what: str
    before: str | None
    after: str | None


def changes(old: Item, new: Item) -> tuple[Change, ...]:
    """Everything that differs between two readings of one item."""
    plain = (
        Change(what, before, after)
        for what, before, after in zip(_WHATS, _plain(old), _plain(new), strict=True)
        if before != after
    )
    return (*plain, *_listed("disposition", old.dispositions, new.dispositions), *_sentence(old, new))


_WHATS = ("charge", "level", "level charged", "arrest date", "court date", "arresting agency", "number")


def _plain(item: Item) -> tuple[str | None, ...]:
    return (
        " ".join(filter(None, (item.code, item.section, "(attempt)" if item.attempt else None))) or None,
        item.conviction_level,
        item.charged_level,
        _day(item.arrest_date),
        _day(item.court_date),
        _tidy(item.arresting_agency),
        _tidy(item.number),
    )


def _listed(what: str, old: tuple[Disposition, ...], new: tuple[Disposition, ...]) -> Iterator[Change]:
    """Dispositions that are gone or came: the sheet adds later ones and never rewrites earlier ones, so each counts by itself."""
    before, after = _counted(old), _counted(new)
    yield from (Change(what, text, None) for text in before if text not in after)
    yield from (Change(what, None, text) for text in after if text not in before)


def _counted(dispositions: tuple[Disposition, ...]) -> list[str]:
    """Each disposition in words; the second of two that read alike is told apart by its number."""
    seen: dict[str, int] = {}
    texts = []
    for one in dispositions:
        text = written(one)
        seen[text] = seen.get(text, 0) + 1
        texts.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return texts


def written(disposition: Disposition) -> str:
    """A disposition in words: "convicted 2014-04-02, M"."""
    parts = [disposition.kind.value.replace("_", " "), _day(disposition.date) or disposition.date_raw or ""]
    text = " ".join(filter(None, parts))
    return f"{text}, {disposition.level}" if disposition.level else text


def _sentence(old: Item, new: Item) -> Iterator[Change]:
    before, after = _sentenced(old.sentence), _sentenced(new.sentence)
    if before != after:
        yield Change("sentence", before, after)


def _sentenced(parts: tuple[SentencePart, ...]) -> str | None:
    """The sentence by its meaning: how a number is padded or a word shortened does not matter."""
    return ", ".join(_part(part) for part in parts) or None


def _part(part: SentencePart) -> str:
    amounts = ((part.years, "years"), (part.months, "months"), (part.days, "days"))
    words = [f"{amount} {unit}" for amount, unit in amounts if amount is not None]
    words.append(part.kind.value)
    words += [word for word, so in (("suspended", part.suspended), ("concurrent", part.concurrent)) if so]
    return " ".join(words)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _tidy(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None
