"""What a packet misses, once: the same entries in the same order in missing.json, in a refusal and on a terminal."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from vacatur.drafting.asking import Question, refuse
from vacatur.kit.errors import InputError


@dataclass(frozen=True, slots=True)
class Asked:
    """One missing thing of the packet. `petition` is the one it is about, `None` for what several petitions need alike.

    `public_key` names it without a number of the sheet, and with its petition where the packet has several.
    """

    petition: str | None
    question: Question
    public_key: str

    @property
    def line(self) -> str:
        """Its key and question as a person reads them."""
        return f"{self.public_key}: {self.question.ask}"


def asked_of(found: Iterable[tuple[str, tuple[Question, ...]]]) -> tuple[Asked, ...]:
    """The missing things of each petition, in order; what several ask with the same key and is of no item stands once."""
    petitions = tuple(found)
    of_all: dict[str, tuple[str | None, Question]] = {}
    for petition, questions in petitions:
        for one in questions:
            key = one.key if one.row is None else f"{petition}/{one.row}/{one.key}"
            known = of_all.get(key)
            if known is None:
                of_all[key] = (petition, one)
            else:
                papers = tuple(dict.fromkeys((*known[1].papers, *one.papers)))
                of_all[key] = (None, replace(known[1], papers=papers))
    several = len(petitions) > 1
    return tuple(
        Asked(petition, one, f"{petition}/{one.public_key}" if several and petition else one.public_key)
        for petition, one in of_all.values()
    )


class IncompleteError(InputError):
    """A packet that cannot be filed yet. `asked` are the missing things, for a caller that shows them in its own way."""

    def __init__(self, sentence: str, details: tuple[str, ...], asked: tuple[Asked, ...]) -> None:
        super().__init__(sentence, details)
        self.asked = asked


def refuse_incomplete(asked: tuple[Asked, ...]) -> None:
    """IncompleteError, in the words of every refusal, when anything is missing."""
    try:
        refuse(one.line for one in asked)
    except InputError as error:
        raise IncompleteError(error.sentence, error.details, asked) from None
