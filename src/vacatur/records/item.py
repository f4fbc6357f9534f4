"""The unit of relief: one arrest (or one arrest count that was never filed), or one count of a case."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vacatur.records.record import Disposition, Level, SentencePart
from vacatur.records.source import Source


class ItemKind(StrEnum):
    """An arrest without a filed case, or a count of a court case."""

    ARREST = "arrest"
    COUNT = "count"


class DateIs(StrEnum):
    """Which day `Item.date` is: the day of the act, or what stands in for it (DESIGN section 5, Items)."""

    OFFENSE = "offense"
    ARREST = "arrest"
    COURT = "court"


class Note:
    """Ids of what a person should look at on an item (`Item.notes`)."""

    ARREST_COUNT_WITHOUT_MATCH = "arrest_count_without_match"
    ARREST_WITHOUT_COUNTS = "arrest_without_counts"
    BESIDE_A_CASE = "arrest_charge_no_count_answers"
    COURT_WITHOUT_COUNTS = "court_event_without_counts"
    LATER_CYCLE = "also_in_later_cycle"
    NUMBER_MISSING = "number_missing"
    OTHER_CHARGE = "same_count_other_charge"
    RELIEF_ON_SHEET = "relief_on_sheet_unconfirmed"
    SENTENCE_ELSEWHERE = "sentence_printed_on_another_count"
    TURNED_OVER = "turned_over_to_other_jurisdiction"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing relief can be asked for.

    `id` is a short hash of agency or court, number, raw date, count and section, plus a serial for twins: it survives a
    second reading. `number` is the case number of a count, the booking number of an arrest; `case` is the case number, or
    `None` for an arrest. `level` is the level today: of conviction (or of a later reduction, PC 17(b)), else
    the level charged, else `None`; `conviction_level` is the one convicted of, before any reduction. `agency` is the court for
    a count and the arresting agency for an arrest; `arresting_agency` and `arrest_date` are those of the arrest in the same
    cycle. `agencies` are all that the sheet prints for its arrest: who arrested, who booked, and those of supplemental arrests;
    `arrest_numbers` are the booking numbers under which they keep it. These name the arrest and not the item: a booking counts
    its charges in its own way. `juvenile` marks a juvenile court (an adjudication, not a conviction). `notes` are ids of things
    a person should look at (`Note`).
    """

    id: str
    kind: ItemKind
    source: Source
    number: str | None = None
    numbers: tuple[str, ...] = ()
    case: str | None = None
    count: int = 1
    code: str | None = None
    section: str | None = None
    other_sections: tuple[str, ...] = ()
    description: str | None = None
    attempt: bool = False
    flags: tuple[str, ...] = ()
    level: Level | None = None
    charged_level: Level | None = None
    conviction_level: Level | None = None
    date: dt.date | None = None
    date_is: DateIs = DateIs.ARREST
    arrest_date: dt.date | None = None
    court_date: dt.date | None = None
    agency: str | None = None
    arresting_agency: str | None = None
    agencies: tuple[str, ...] = ()
    arrest_numbers: tuple[str, ...] = ()
    name_code: str | None = None
    dispositions: tuple[Disposition, ...] = ()
    sentence: tuple[SentencePart, ...] = ()
    juvenile: bool = False
    strike_banner: bool = False
    notes: tuple[str, ...] = ()

    @property
    def charge(self) -> str | None:
        """The section with those of its own code printed beside it: "459/460(b)". Law is asked for this."""
        if self.section is None or not self.other_sections:
            return self.section
        return "/".join((self.section, *(other for other in self.other_sections if " " not in other)))
