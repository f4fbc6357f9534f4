"""Which item of the later reading is which of the earlier one, even where a scan misread a date or a charge was filed since."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from vacatur.records.item import Item, ItemKind

Key = Callable[[Item], Hashable | None]


def _id(item: Item) -> Hashable:
    return item.id


def _number_count_charge(item: Item) -> Hashable | None:
    return (item.kind, item.number, item.count, item.code, item.section) if item.number else None


def _number_count(item: Item) -> Hashable | None:
    return (item.kind, item.number, item.count) if item.number else None


def _charge_and_days(item: Item) -> Hashable | None:
    days = (item.arrest_date, item.court_date)
    return (item.kind, item.code, item.section, item.agency, *days) if item.section and any(days) else None


# From the surest to the weakest: each pass pairs only what the passes before it left, and only where the key is not shared.
PASSES: tuple[Key, ...] = (_id, _number_count_charge, _number_count, _charge_and_days)


def pair(old: Iterable[Item], new: Iterable[Item]) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """Pairs, items only in the earlier reading, items only in the later one, each in the order of its sheet."""
    before, after = list(old), list(new)
    places = {id(item): place for place, item in enumerate(before)}
    pairs: list[tuple[Item, Item]] = []
    for key in PASSES:
        pairs += _one_pass(before, after, key)
    pairs.sort(key=lambda both: places[id(both[0])])
    return pairs, before, after


def _one_pass(before: list[Item], after: list[Item], key: Key) -> list[tuple[Item, Item]]:
    olds, news = _by_key(before, key), _by_key(after, key)
    found = [(olds[k][0], news[k][0]) for k in olds if len(olds[k]) == 1 and len(news.get(k, ())) == 1]
    for old, new in found:
        before[:] = [item for item in before if item is not old]
        after[:] = [item for item in after if item is not new]
    return found


def _by_key(items: Iterable[Item], key: Key) -> dict[Hashable, list[Item]]:
    found: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        if (value := key(item)) is not None:
            found[value].append(item)
    return found


def filed_since(arrest: Item, counts: Iterable[Item]) -> tuple[Item, ...]:
    """The counts that an arrest of the earlier reading has become: same day of arrest, now in a case."""
    if arrest.kind is not ItemKind.ARREST or arrest.arrest_date is None:
        return ()
    return tuple(one for one in counts if one.kind is ItemKind.COUNT and one.arrest_date == arrest.arrest_date)
