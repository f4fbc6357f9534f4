"""The proposed order to seal and destroy: agencies and times by the words of the statute."""

from vacatur.drafting.agencies import ordered_agencies
from vacatur.drafting.agency_names import agency_name
from vacatur.drafting.assemble import Scope
from vacatur.drafting.blocks import Block, Fact, Inlines, Paper, Table, Text
from vacatur.drafting.captions import source
from vacatur.drafting.days import day_words, listed
from vacatur.drafting.further import Further, further_records
from vacatur.drafting.matter import Matter, Row
from vacatur.drafting.papers.order_to_vacate import JUDGE
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.rows import agency, arrest_day, capital, item_words, offense
from vacatur.drafting.scopes import matter_scope
from vacatur.drafting.sections import short
from vacatur.drafting.wording import table
from vacatur.records.item import Note


def order_to_seal(matter: Matter) -> Paper:
    """The separate order that goes to each agency with the confidential identification sheet."""
    here = Scope(slots={"table": (_records(matter),), "agencies": (_agencies(matter),), "judge": (JUDGE,)})
    return pleading(matter, "order_to_seal", here.within(matter_scope(matter)))


def _records(matter: Matter) -> Block:
    rows = tuple(
        (
            (Text(str(row.number)),),
            capital(item_words(matter, row)) if row.item.case else (Text(_arrest_words(row)),),
            offense(matter, row, cited=True),
            (arrest_day(matter, row),),
            (agency(matter, row),),
        )
        for row in matter.rows
    )
    header = ("Item", "Case or arrest", "Offense", "Day of arrest", "Arresting agency")
    table_rows = (*rows, *(_further(matter, one) for one in further_records(matter)))
    return Table("Records to be sealed and destroyed", header, table_rows, (0.09, 0.23, 0.22, 0.19, 0.27))


def _arrest_words(row: Row) -> str:
    """An arrest without a case, or a charge of an arrest whose other charges were filed."""
    beside = Note.BESIDE_A_CASE in row.item.notes
    return str(table("agencies")["further"]["alone" if beside else "arrest"])


def _further(matter: Matter, one: Further) -> tuple[Inlines, ...]:
    """A supplemental arrest, or a charge of an arrest that no count answers, beside the items whose arrest it belongs to."""
    key, place = f"sheet.{one.source.page}-{one.source.line}", source(matter, one.source)
    charges = "; ".join(short(code, section) for code, section in one.charges)
    return (
        (Text(listed(tuple(map(str, one.rows)))),),
        (Text(table("agencies")["further"][one.kind]),),
        (Fact(f"{key}.section", charges, place) if charges else Text("a charge the record does not name"),),
        (Fact(f"{key}.date", day_words(one.day), place) if one.day else Text("a day the record does not give"),),
        (agency_name(matter, one.agency, one.source) if one.agency else Text("the arresting agency"),),
    )


def _agencies(matter: Matter) -> Block:
    rows = tuple(
        ((one.name,), (one.clause,), (Text(listed(tuple(map(str, one.rows)))),)) for one in ordered_agencies(matter)
    )
    return Table("Agencies ordered to seal and destroy", ("Agency", "Under", "Items"), rows, (0.52, 0.33, 0.15))
