"""One row of the count table in words: what it is, what became of it, and what is asked."""

from vacatur.drafting.asking import missing_in
from vacatur.drafting.blocks import Block, Fact, Inline, Inlines, Table, Text
from vacatur.drafting.captions import source
from vacatur.drafting.days import day_words
from vacatur.drafting.matter import Matter, Row
from vacatur.drafting.sections import prose, short
from vacatur.drafting.telling import said_by
from vacatur.records.item import Item
from vacatur.records.items import combined
from vacatur.records.record import Disposition, DispositionKind, Level

_LEVELS = {Level.FELONY: "felony", Level.MISDEMEANOR: "misdemeanor", Level.INFRACTION: "infraction"}
_RESULTS = {
    DispositionKind.DISMISSED: "Dismissed",
    DispositionKind.ACQUITTED: "Acquitted",
    DispositionKind.DIVERTED: "Diverted",
    DispositionKind.PROSECUTOR_REJECTED: "Prosecutor declined to file",
    DispositionKind.RELEASED: "Released",
}
_OF_THE_SENTENCE = frozenset(
    {
        DispositionKind.SENTENCE_MODIFIED,
        DispositionKind.PROBATION_REVOKED,
        DispositionKind.PAROLED,
        DispositionKind.DISCHARGED,
    }
)
_SENSITIVE = "MENTAL"  # health stays out of a public paper
ASKED = {
    "conviction": "Vacate arrest and conviction",
    "dismissed": "Vacate arrest (charge ended without conviction)",
    "arrest": "Vacate arrest",
    "adjudication": "Vacate arrest and adjudication",
}
THINGS = {
    "conviction": "arrest and conviction",
    "dismissed": "arrest",
    "arrest": "arrest",
    "adjudication": "arrest and adjudication",
}


def item_words(matter: Matter, row: Row) -> Inlines:
    """How public papers point to the item: a case and its count, or an arrest by its day and agency, never by a booking number."""
    if row.item.case:
        case = Fact(row.record_key("case"), row.item.case, source(matter, row.item.source))
        return (Text("case "), case, Text(f", count {row.item.count}"))
    return (Text("arrest of "), arrest_day(matter, row), Text(" by "), agency(matter, row))


def agency(matter: Matter, row: Row) -> Inline:
    """The arresting agency by its name in the law data, else as the sheet prints it."""
    printed = row.item.arresting_agency or (None if row.item.case else row.item.agency)
    return Fact(row.record_key("agency"), agency_name(matter, printed), source(matter, row.item.source))


def agency_name(matter: Matter, printed: str | None) -> str:
    """The name of an agency that the sheet prints in its own short form."""
    known = matter.pack.agency(printed) if printed else None
    return known.name if known else printed or "the arresting agency"


def arrest_day(matter: Matter, row: Row) -> Inline:
    """The day of the arrest, as the sheet gives it."""
    day = row.item.arrest_date or row.item.date
    place = source(matter, row.item.source)
    return Fact(row.record_key("arrest_date"), day_words(day) if day else "a day the record does not give", place)


def act_day(row: Row) -> Inline:
    """The attested day of the act; never a day that stands in for it."""
    if row.told is None or row.act_day is None:
        return missing_in(row, "offense_date")
    return Fact(row.key("offense_date"), day_words(row.act_day), said_by(row.told.attested))


def offense(matter: Matter, row: Row, *, cited: bool = False) -> Inlines:
    """The section charged, as a sentence names it or as a table cites it."""
    code, section = row.item.code, (row.told.section if row.told else None) or row.item.charge
    if not code or not section:
        return (Text("an offense the record does not name"),)
    words = short(code, section) if cited else prose(code, section)
    before = "attempt, " if row.item.attempt else ""
    return (Fact(row.record_key("section"), before + words, source(matter, row.item.source)),)


def offense_name(matter: Matter, item: Item) -> str | None:
    """What the law data calls the offense, where it knows it."""
    known = matter.pack.offense(item.code, item.charge) if item.code and item.charge else None
    return known.name if known else None


def result(matter: Matter, row: Row) -> Inlines:
    """All that became of the charge, in the order of the sheet, each with its day; the sheet's own words where ours say less."""
    told = [one for one in row.item.dispositions if one.kind not in _OF_THE_SENTENCE]
    if not told:
        return (Text("No disposition on the record"),)
    words = "; ".join(_became(row, one) for one in told)
    return (Fact(row.record_key("result"), words, source(matter, told[0].source)),)


def count_table(matter: Matter, rows: tuple[Row, ...]) -> tuple[Block, ...]:
    """The count table of the petition."""
    body = tuple(
        (
            (Text(str(row.number)),),
            capital(item_words(matter, row)),
            (act_day(row),),
            offense(matter, row, cited=True),
            result(matter, row),
            (Text(ASKED[row.kind]),),
        )
        for row in rows
    )
    header = ("Item", "Case or arrest", "Day of the act", "Offense", "Result", "Relief asked")
    widths = (0.09, 0.2, 0.15, 0.19, 0.2, 0.17)
    return (Table("Arrests and convictions of this petition", header, body, widths),)


def capital(inlines: Inlines) -> Inlines:
    """The same with a capital first letter, for the cell of a table."""
    first, *rest = inlines
    return (Text(first.text[:1].upper() + first.text[1:]), *rest) if isinstance(first, Text) else inlines


def _became(row: Row, said: Disposition) -> str:
    day = f", {day_words(said.date)}" if said.date and said.kind is not DispositionKind.PROSECUTOR_REJECTED else ""
    return _outcome(row, said) + day


def _outcome(row: Row, said: Disposition) -> str:
    if said.kind is DispositionKind.CONVICTED:
        return _convicted(row)
    if said.kind is DispositionKind.REDUCED and said.level:
        return f"Reduced to {_article(said.level)} {_LEVELS[said.level]}"
    if said.kind in _RESULTS and not combined(said):
        return _RESULTS[said.kind]
    if _SENSITIVE in said.text.upper():
        return "Proceedings suspended" if said.text.upper().startswith("PROC SUSP") else "Another result, on the record"
    return f"On the record as “{said.text}”"


def _convicted(row: Row) -> str:
    level = row.item.conviction_level or (row.told.conviction_level if row.told else None)
    finding = "Adjudged" if row.item.juvenile else "Convicted"
    return f"{finding} of {_article(level)} {_LEVELS[level]}" if level else finding


def _article(level: Level) -> str:
    return "an" if level is Level.INFRACTION else "a"
