"""One row of the count table in words: what it is, what became of it, and what is asked."""

from vacatur.drafting.agency_names import agency_name
from vacatur.drafting.asking import missing_in
from vacatur.drafting.blocks import Block, Fact, Inline, Inlines, Table, Text
from vacatur.drafting.captions import source
from vacatur.drafting.days import day_words
from vacatur.drafting.matter import VIOLENCE, Matter, Row
from vacatur.drafting.sections import prose, short
from vacatur.drafting.telling import said_by
from vacatur.records.ended import how_it_ended, sustained
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
_ASKED = {
    "conviction": "Vacate arrest and conviction",
    "dismissed": "Vacate arrest (charge ended without conviction)",
    "arrest": "Vacate arrest",
    "adjudication": "Vacate arrest and adjudication",
}
_ASKED_15 = {  # section 236.15, subdivision (g), says of arrests that the court expunges them
    "conviction": "Vacate and expunge arrest; vacate conviction",
    "dismissed": "Vacate and expunge arrest (charge ended without conviction)",
    "arrest": "Vacate and expunge arrest",
    "adjudication": "Vacate and expunge arrest; vacate adjudication",
}
THINGS = {
    "conviction": "arrest and conviction",
    "dismissed": "arrest",
    "arrest": "arrest",
    "adjudication": "arrest and adjudication",
    "open": "arrest",
}


def item_words(matter: Matter, row: Row) -> Inlines:
    """How public papers point to the item: a case and its count, or an arrest by its day and agency, never by a booking number
    and never by the number of a juvenile court.
    """
    if row.item.juvenile and row.item.case:
        return (Text(f"juvenile court matter, count {row.item.count}"),)
    if row.item.case:
        case = Fact(row.record_key("case"), row.item.case, source(matter, row.item.source))
        return (Text("case "), case, Text(f", count {row.item.count}"))
    return (Text("arrest of "), arrest_day(matter, row), Text(" by "), agency(matter, row))


def agency(matter: Matter, row: Row) -> Inline:
    """The arresting agency by its full name, or the bracket that asks for it."""
    printed = row.item.arresting_agency or (None if row.item.case else row.item.agency)
    if printed is None:
        return Text("the arresting agency")
    return agency_name(matter, printed, row.item.source, row.record_key("agency"))


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
    words = "; ".join(_became(row, one) for one in told)
    shown: Inlines = (
        (Fact(row.record_key("result"), words, source(matter, told[0].source)),)
        if told
        else (Text("No disposition on the record"),)
    )
    return (*shown, *_attested(row))


def asked(row: Row) -> Inlines:
    """The relief asked for in the count table; the bracket where nobody has said how the count ended."""
    words = _ASKED_15 if VIOLENCE in row.planned.reliefs else _ASKED
    return (missing_in(row, "result"),) if row.kind == "open" else (Text(words[row.kind]),)


def count_table(matter: Matter, rows: tuple[Row, ...]) -> tuple[Block, ...]:
    """The count table of the petition."""
    body = tuple(
        (
            (Text(str(row.number)),),
            capital(item_words(matter, row)),
            (act_day(row),),
            offense(matter, row, cited=True),
            result(matter, row),
            asked(row),
        )
        for row in rows
    )
    header = ("Item", "Case or arrest", "Day of the act", "Offense", "Result", "Relief asked")
    widths = (0.09, 0.19, 0.14, 0.18, 0.2, 0.2)
    return (Table("Arrests and convictions of this petition", header, body, widths),)


def capital(inlines: Inlines) -> Inlines:
    """The same with a capital first letter, for the cell of a table."""
    first, *rest = inlines
    return (Text(first.text[:1].upper() + first.text[1:]), *rest) if isinstance(first, Text) else inlines


def _attested(row: Row) -> Inlines:
    """How the count ended by what was attested, where the sheet is silent."""
    if row.told is None or row.told_result is None or how_it_ended(row.item) is not None:
        return ()
    return (
        Text("; "),
        Fact(row.key("result"), row.told_result.value, said_by(row.told.attested)),
        Text(", as attested"),
    )


def _became(row: Row, said: Disposition) -> str:
    day = f", {day_words(said.date)}" if said.date and said.kind is not DispositionKind.PROSECUTOR_REJECTED else ""
    return _outcome(row, said) + day


def _outcome(row: Row, said: Disposition) -> str:
    if said.kind is DispositionKind.CONVICTED:
        return _convicted(row)
    if row.item.juvenile and sustained(said):
        return "Petition sustained"
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
