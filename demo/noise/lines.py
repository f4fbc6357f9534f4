"""What the kinds of damage have in common: going through the lines and changing some of them."""

import re
from collections.abc import Callable, Iterator
from random import Random

Change = Callable[[list[str], Random, float], list[str]]
Rewrite = Callable[[re.Match[str], Random], str | list[str]]


def rewriting(pattern: str, rewrite: Rewrite) -> Change:
    """A change that hands each line `pattern` is found in to `rewrite`, some of the time."""
    found = re.compile(pattern)

    def rewritten(line: str, rng: Random, rate: float) -> Iterator[str]:
        match = found.search(line)
        if match is None or rng.random() >= rate:
            yield line
            return
        changed = rewrite(match, rng)
        yield from changed if isinstance(changed, list) else [changed]

    def change(lines: list[str], rng: Random, rate: float) -> list[str]:
        return [one for line in lines for one in rewritten(line, rng, rate)]

    return change


def replacing(pattern: str, choices: tuple[str, ...]) -> Change:
    """A change that puts one of `choices` (as a replacement template) for what `pattern` matches."""

    def rewrite(match: re.Match[str], rng: Random) -> str:
        before, after = match.string[: match.start()], match.string[match.end() :]
        return before + match.expand(rng.choice(choices)) + after

    return rewriting(pattern, rewrite)
