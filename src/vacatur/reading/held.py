"""What stands before the header it belongs to (`NAM:02  DOB:19810303` on a line of its own), held until that header comes."""

from vacatur.reading.headers import Details
from vacatur.reading.ledger import Ledger


def join(details: Details, more: Details) -> bool:
    """Add to details what a further line of the same header says. False when something of it has no place, for it is there already."""
    fits = True
    for field in ("name_code", "birth_raw", "date_raw", "rest", "level"):
        said = getattr(more, field)
        if said and not getattr(details, field):
            setattr(details, field, said)
        elif said and said != getattr(details, field):
            fits = False
    return fits


class Held:
    """The details held, and the places of their lines, which stay unread when no header comes."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.details: Details | None = None
        self.places: list[int] = []

    def add(self, details: Details) -> None:
        """Hold what the line in hand says."""
        self.places.append(self.ledger.now)
        if self.details is None:
            self.details = details
        elif not join(self.details, details):
            self.ledger.leave()

    def give(self, details: Details) -> None:
        """Give to the details of a header what was held for it; the header's own word counts for more."""
        held, self.details = self.details, None
        if held is not None and not join(details, held):
            self._leave()
        self.places = []

    def drop(self) -> None:
        """No header will come."""
        if self.details is not None:
            self._leave()
        self.details, self.places = None, []

    def _leave(self) -> None:
        for place in self.places:
            self.ledger.unread[place] = True
