"""A comparison as plain text for people."""

from collections.abc import Iterator

from vacatur.tracking.compare import Changed, Comparison, Gone, title


def lines(comparison: Comparison) -> list[str]:
    """Line after line: cautions, then what is gone, new, changed, and how much stayed."""
    return list(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    for caution in comparison.cautions:
        yield f"Caution: {caution}"
    if comparison.cautions:
        yield ""
    yield f"Gone from the later sheet: {len(comparison.gone)}"
    for gone in comparison.gone:
        yield from _gone(gone)
    yield f"New on the later sheet: {len(comparison.new)}"
    for item in comparison.new:
        yield f"  + {title(item)}"
    yield f"Changed: {len(comparison.changed)}"
    for changed in comparison.changed:
        yield from _changed(changed)
    yield f"The same on both: {len(comparison.same)}"
    for item in comparison.same:
        yield f"  = {title(item)}"


def _gone(gone: Gone) -> Iterator[str]:
    yield f"  - {title(gone.item)}"
    if gone.doubtful:
        yield f"      {gone.doubtful}"
    for item in gone.filed_as:
        yield f"      now {title(item)}"


def _changed(changed: Changed) -> Iterator[str]:
    yield f"  * {title(changed.new)}"
    for change in changed.changes:
        if change.before is None:
            yield f"      {change.what}: added {change.after}"
        elif change.after is None:
            yield f"      {change.what}: no longer there: {change.before}"
        else:
            yield f"      {change.what}: {change.before} -> {change.after}"
