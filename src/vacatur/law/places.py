"""How sheets print the name of a place: its words, some of them shortened, as a clerk or a terminal did it."""

from collections.abc import Iterator, Mapping
from itertools import product

MOST_SPELLINGS = 32


class Spelling:
    """The words sheets shorten, and what each may stand for ("S": Santa, San or South)."""

    def __init__(self, short: Mapping[str, tuple[str, ...]]) -> None:
        self._short = dict(short)

    def of(self, place: str) -> Iterator[str]:
        """A place as printed, then every way to spell its shortened words out; a list that grows too long is cut."""
        ways = [(word, *self._short.get(word, ())) for word in place.split()]
        for count, words in enumerate(product(*ways)):
            if count >= MOST_SPELLINGS:
                return
            yield " ".join(words)
