"""What is wrong with a finished paper, in words a person can act on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of the check: the paper's id, the name of the check, what is wrong, and the rule it breaks.

    The sentence holds no fact of the client.
    """

    paper: str
    check: str
    sentence: str
    cite: str = ""
