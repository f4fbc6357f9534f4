"""One result of a bench: the JSON line that every script prints, with the peer beside it."""

from statistics import median
from typing import Any


def line(
    name: str,
    values: list[float],
    *,
    unit: str,
    digits: int | None,
    peer: str | None = None,
    peer_median: float | None = None,
) -> dict[str, Any]:
    """Median and spread of the values. `ratio` says how many times better than the peer: faster, or more in a second."""
    middle = median(values)
    ratio = None
    if peer_median:
        ratio = middle / peer_median if unit.endswith("/s") else peer_median / middle
    return {
        "name": name,
        "unit": unit,
        "median": round(middle, digits),
        "min": round(min(values), digits),
        "max": round(max(values), digits),
        "n": len(values),
        "peer": peer,
        "peer_median": peer_median,
        "ratio": None if ratio is None else round(ratio, 2),
    }
