"""Three-valued logic: yes, no, and not known. `None` is "not known" (Kleene's strong logic)."""

from collections.abc import Iterable

Tri = bool | None


def tri_not(value: Tri) -> Tri:
    """The opposite; not known stays not known."""
    return None if value is None else not value


def tri_all(values: Iterable[Tri]) -> Tri:
    """False if any is false, else not known if any is not known, else true."""
    seen = list(values)
    if any(value is False for value in seen):
        return False
    return None if any(value is None for value in seen) else True


def tri_any(values: Iterable[Tri]) -> Tri:
    """True if any is true, else not known if any is not known, else false."""
    seen = list(values)
    if any(value is True for value in seen):
        return True
    return None if any(value is None for value in seen) else False
