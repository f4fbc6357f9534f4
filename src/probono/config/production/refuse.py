"""The refusal itself: one sentence, before anything is made or opened."""

from collections.abc import Iterator
from itertools import chain

from django.core.exceptions import ImproperlyConfigured

from probono.config.production import addresses, database, places, program, running, secrets, swap
from probono.config.production.found import Found

SIDES = (database, secrets, addresses, program, places, running, swap)


def weaknesses(found: Found) -> Iterator[str]:
    """Every weakness, one sentence each."""
    return chain.from_iterable(side.weaknesses(found) for side in SIDES)


def refuse_weak(found: Found) -> None:
    """ImproperlyConfigured with the first weakness; nothing where there is none."""
    for sentence in weaknesses(found):
        raise ImproperlyConfigured(sentence)
