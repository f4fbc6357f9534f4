"""The proposed order to seal and destroy: agencies and times by the words of the statute."""

from vacatur.drafting.agencies import ordered_agencies
from vacatur.drafting.assemble import Scope
from vacatur.drafting.blocks import Block, Paper, Table, Text
from vacatur.drafting.days import listed
from vacatur.drafting.matter import Matter
from vacatur.drafting.papers.order_to_vacate import JUDGE
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.rows import agency, arrest_day, capital, item_words, offense
from vacatur.drafting.scopes import matter_scope


def order_to_seal(matter: Matter) -> Paper:
    """The separate order that goes to each agency with the confidential identification sheet."""
    here = Scope(slots={"table": (_records(matter),), "agencies": (_agencies(matter),), "judge": (JUDGE,)})
    return pleading(matter, "order_to_seal", here.within(matter_scope(matter)))


def _records(matter: Matter) -> Block:
    rows = tuple(
        (
            (Text(str(row.number)),),
            capital(item_words(matter, row)) if row.item.case else (Text("Arrest, no case filed"),),
            offense(matter, row, cited=True),
            (arrest_day(matter, row),),
            (agency(matter, row),),
        )
        for row in matter.rows
    )
    header = ("Item", "Case or arrest", "Offense", "Day of arrest", "Arresting agency")
    return Table("Records to be sealed and destroyed", header, rows, (0.09, 0.23, 0.22, 0.19, 0.27))


def _agencies(matter: Matter) -> Block:
    rows = tuple(
        ((Text(one.name),), (one.clause,), (Text(listed(tuple(map(str, one.rows)))),))
        for one in ordered_agencies(matter)
    )
    return Table("Agencies ordered to seal and destroy", ("Agency", "Under", "Items"), rows, (0.52, 0.33, 0.15))
