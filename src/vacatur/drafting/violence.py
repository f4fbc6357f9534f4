"""What the papers say of each row under the list of violent felonies (Pen. Code, §§ 236.14, subd. (t), 667.5, subd. (c)).

A petitioner swears to facts. What counsel concludes from the law is pleaded as counsel's contention, and what nobody knows yet
is a bracket.
"""

from collections.abc import Iterator

from vacatur.drafting.asking import missing_in
from vacatur.drafting.blocks import Inlines, Missing, Text
from vacatur.drafting.matter import Matter, Row
from vacatur.drafting.sections import prose
from vacatur.drafting.wording import table
from vacatur.planning.violence import Standing, Violence


def open_rows(matter: Matter) -> tuple[Missing, ...]:
    """A bracket for each row of which a deciding fact, or counsel's answer, is still missing."""
    return tuple(bracket for row in matter.rows if (bracket := _bracket(row)) is not None)


def rows_to_explain(matter: Matter) -> Iterator[tuple[Row, Inlines]]:
    """The rows of which more must be said than that they are nonviolent, with the words."""
    for row in matter.rows:
        if texts := tuple(_words(row.planned.violence)):
            yield row, (Text(f"Item {row.number}: {' '.join(texts)}"),)


def _bracket(row: Row) -> Missing | None:
    match row.planned.violence.standing:
        case Standing.OPEN:
            return missing_in(row, row.planned.violence.fact or "section", "nexus.violent_felony")
        case Standing.COUNSEL:
            return missing_in(row, "counsel_cleared", "nexus.violent_question")
        case _:
            return None


def _words(violence: Violence) -> Iterator[str]:
    said: dict[str, str] = table("violence")["said"]
    if violence.standing is Standing.SHOWN:
        yield said["shown"]
    if violence.standing is Standing.CONTENDED and violence.law:
        yield said["contended"]
    if violence.standing is Standing.CONTENDED and violence.booked is not None:
        code, _, section = violence.booked.rpartition(" ")
        yield said["booked"].format(charge=prose(code, section))
