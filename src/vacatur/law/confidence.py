"""How sure the law data is of itself."""

from enum import StrEnum


class Confidence(StrEnum):
    """C2: confirmed by two or more sources. C1: one source read. inf: inferred from the text, no authority found. M: from memory."""

    C2 = "C2"
    C1 = "C1"
    INFERRED = "inf"
    MEMORY = "M"

    @property
    def may_decide(self) -> bool:
        """Only what was read may decide; an inference or a memory may flag, and a lawyer decides."""
        return self in (Confidence.C2, Confidence.C1)
