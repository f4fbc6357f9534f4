"""The proposed order to vacate, with every recital the statute asks for and each count by its section."""

from vacatur.drafting.asking import missing_in
from vacatur.drafting.assemble import Scope
from vacatur.drafting.authorities import cited
from vacatur.drafting.blocks import Block, Inlines, JudgeBlock, Paper, Table, Text
from vacatur.drafting.matter import VIOLENCE, Matter, Row
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.rows import act_day, capital, item_words, offense
from vacatur.drafting.scopes import matter_scope

JUDGE = JudgeBlock("Judge of the Superior Court")
_VACATED = {
    "conviction": "Arrest and conviction vacated; count dismissed",
    "dismissed": "Arrest vacated; count dismissed",
    "arrest": "Arrest vacated",
    "adjudication": "Arrest and adjudication vacated; count dismissed",
}
_VACATED_15 = {
    "conviction": "Arrest vacated and expunged; conviction vacated; count dismissed",
    "dismissed": "Arrest vacated and expunged; count dismissed",
    "arrest": "Arrest vacated and expunged",
    "adjudication": "Arrest vacated and expunged; adjudication vacated; count dismissed",
}


def order_to_vacate(matter: Matter) -> Paper:
    """The order, ready for the judge's signature, without any word the statute does not ask for."""
    here = Scope(slots={"table": (vacated_table(matter),), "judge": (JUDGE,)})
    return pleading(matter, "order_to_vacate", here.within(matter_scope(matter)))


def vacated(row: Row) -> Inlines:
    """What the order does for one row; the bracket where nobody has said how the count ended."""
    words = _VACATED_15 if VIOLENCE in row.planned.reliefs else _VACATED
    return (missing_in(row, "result"),) if row.kind == "open" else (Text(words[row.kind]),)


def vacated_table(matter: Matter) -> Block:
    """Each count by its section, with the relief it falls under."""
    rows = tuple(
        (
            (Text(str(row.number)),),
            capital(item_words(matter, row)),
            (act_day(row),),
            offense(matter, row, cited=True),
            cited(row.planned.reliefs),
            vacated(row),
        )
        for row in matter.rows
    )
    header = ("Item", "Case or arrest", "Day of the act", "Offense", "Under", "Order")
    return Table("Arrests and convictions vacated", header, rows, (0.09, 0.2, 0.15, 0.18, 0.17, 0.21))
