"""What the checks found."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """How much was checked, and every problem in one sentence that names the file."""

    counts: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, problems: Iterable[str]) -> None:
        """Take over the problems of one check."""
        self.problems += problems

    def count(self, what: str, how_many: int) -> None:
        """Say how many of a kind were looked at."""
        self.counts[what] = self.counts.get(what, 0) + how_many
