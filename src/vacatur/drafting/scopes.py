"""What the words of the papers may speak of: values, conditions and slots of a matter, its periods and its rows."""

from collections.abc import Iterable
from dataclasses import replace

from vacatur.drafting import rows as in_rows
from vacatur.drafting.asking import missing, missing_in
from vacatur.drafting.assemble import Scope
from vacatur.drafting.authorities import cite
from vacatur.drafting.blocks import Block, Fact, Inline, Inlines, Paragraph, Text
from vacatur.drafting.captions import counsel_name, county, initials
from vacatur.drafting.days import day_words, listed, span_words
from vacatur.drafting.matter import TRAFFICKING, VIOLENCE, Matter, Period, Row
from vacatur.drafting.numbering import evidence, exhibits
from vacatur.drafting.telling import quoted, said_by, told
from vacatur.drafting.violence import open_rows, rows_to_explain
from vacatur.drafting.wording import table
from vacatur.records.facts import Never
from vacatur.records.record import DispositionKind, SentenceKind

_SPANS = {
    "response_days": "pc_236_14/response_days",
    "seal_after_arrest_14": "pc_236_14/seal_after_arrest_years",
    "seal_after_order_14": "pc_236_14/seal_after_order_days",
    "destroy_after_order_14": "pc_236_14/destroy_after_order_years",
    "seal_after_arrest_15": "pc_236_15/seal_after_arrest_years",
    "seal_after_order_15": "pc_236_15/seal_after_order_years",
}


def matter_scope(matter: Matter) -> Scope:
    """What every paper may speak of."""
    values: dict[str, Inlines] = {
        "petitioner": (initials(matter.facts.petitioner),),
        "attorney": (counsel_name(matter.facts.counsel),),
        "county": (county(matter),),
        "things": (Text(things(matter.rows)),),
        "grounds": grounds(matter.periods),
        "prosecutors": prosecutors(matter),
        "rows": (Text(_row_list(matter.rows)),),
        "things_or": (Text(thing_or(matter.rows)),),
        "nonviolent_wrong": (Text(_nonviolent_wrong(matter)),),
        "nonviolent_open": tuple(one for bracket in open_rows(matter) for one in (Text(" "), bracket)),
        "definition": (Text(" ("), cite("pc_236_14(t)"), Text(".)")) if TRAFFICKING in matter.reliefs else (),
        "grounds_15": grounds(tuple(period for period in matter.periods if period.relief == VIOLENCE)),
        **{name: (Text(_span(matter, id_)),) for name, id_ in _SPANS.items()},
    }
    for relief in matter.reliefs:
        mine = matter.rows_under(relief)
        values[f"rows_{relief[-2:]}"] = (Text(_row_list(mine)),)
        values[f"things_or_{relief[-2:]}"] = (Text(thing_or(mine)),)
        values[f"arrests_{relief[-2:]}"] = (Text("arrest" if len(mine) == 1 else "arrests"),)
    for name, rows in (("15_only", violence_only(matter)), ("fines", fined(matter)), ("deferred", deferred(matter))):
        if rows:
            values[f"rows_{name}"] = (Text(_row_list(rows)),)
            values[f"offenses_{name}"] = (Text(f"the offense{'' if len(rows) == 1 else 's'} of {_row_list(rows)}"),)
    values |= {name.upper(): upper(values[name]) for name in ("things", "grounds", "prosecutors")}
    return Scope(values, frozenset(_flags(matter)), {"unlisted": _explained(matter)}, matter.reliefs)


def violence_only(matter: Matter) -> tuple[Row, ...]:
    """The rows that plead section 236.15 alone; where both are pleaded, the wider order of section 236.14 is asked for."""
    return tuple(row for row in matter.rows if row.planned.reliefs == (VIOLENCE,))


def fined(matter: Matter) -> tuple[Row, ...]:
    """The rows under section 236.14 whose sentence on the sheet shows a fine: of the others nobody may say that they carry one."""
    return tuple(row for row in matter.rows_under(TRAFFICKING) if SentenceKind.FINE in _sentenced(row))


def deferred(matter: Matter) -> tuple[Row, ...]:
    """The rows that the sheet shows as diverted or deferred and never as convicted: a plea may have been left standing."""
    return tuple(row for row in matter.rows if is_deferred(row))


def is_deferred(row: Row) -> bool:
    """Whether the sheet shows a diversion or a deferred judgment, and no conviction."""
    diverted = any(one.kind is DispositionKind.DIVERTED for one in row.item.dispositions)
    return diverted and row.kind in ("dismissed", "open")


def prosecutors(matter: Matter) -> Inlines:
    """The agencies to serve in a sentence, with a bracket for each row that no agency is known for."""
    names = tuple(
        one.name if one.name.lower().startswith("the ") else f"the {one.name}" for one in matter.petition.service
    )
    served = {number for one in matter.petition.service for number in one.rows}
    unknown = [missing_in(row, "prosecutor") for row in matter.rows if row.number not in served]
    return _joined([*([Text(listed(names))] if names else []), *unknown], ", ")


def upper(inlines: Inlines) -> Inlines:
    """The same in capital letters, for a caption; citations and brackets stay as they are."""
    return tuple(replace(one, text=one.text.upper()) if isinstance(one, Text | Fact) else one for one in inlines)


def period_scope(matter: Matter, period: Period) -> Scope:
    """One period of victimization."""
    return Scope(
        values={
            "period": (Text(str(period.number)),),
            "ground": (Text(period.ground),),
            "ground_title": (Text(period.ground.capitalize()),),
            "from": (_day(period, "from"),),
            "to": (_day(period, "to"),),
            "sought": (_day(period, "sought_services"),),
            "evidence": evidence(matter, period, exhibits(matter)),
        },
        flags=frozenset({f"kind:{period.told.kind.value}", f"ground:{period.relief}", *_sought(period)}),
        slots={
            "account": quoted(told(matter, period, "account")),
            "why_now": quoted(told(matter, period, "why_now")),
            "why_confidential": quoted(told(matter, period, "why_confidential")),
        },
        reliefs=(period.relief,),
    )


def row_scope(matter: Matter, row: Row) -> Scope:
    """One row of the count table."""
    periods = tuple(matter.periods_of(row))
    said = row.told is not None and row.told.direct_result is True
    flags = {f"row:{row.kind}", *(f"row:{relief}" for relief in row.planned.reliefs)}
    checks = {"row:direct": said, "row:juvenile": row.item.juvenile, "row:deferred": is_deferred(row)}
    flags |= {name for name, true in checks.items() if true}
    flags |= {"in_period"} if any(period.holds(row.act_day) for period in periods) else set()
    flags |= {"row:sex_act"} if of_group("sex_acts", row) else set()
    return Scope(
        values={
            "row": (Text(str(row.number)),),
            "item": in_rows.item_words(matter, row),
            "offense": in_rows.offense(matter, row),
            "act_day": (in_rows.act_day(row),),
            "result": in_rows.result(matter, row),
            "thing": (Text(in_rows.THINGS[row.kind]),),
            "defect_time": (Text(in_rows.THINGS[row.kind]),),
            "grounds": grounds(periods),
            "periods": _joined_periods(periods),
            "direct_result": (Text(f"{_verb(row)} the direct result"),)
            if said
            else (missing_in(row, "direct_result"),),
            "item_short": _short(matter, row),
            "evidence": evidence(matter, row, exhibits(matter)),
        },
        flags=frozenset(flags),
        slots={"account": quoted(told(matter, row, "account"))},
        reliefs=row.planned.reliefs,
    )


def loops(matter: Matter) -> dict[str, tuple[Scope, ...]]:
    """The periods and rows that parts of a paper are repeated for."""
    return {
        "period": tuple(period_scope(matter, period) for period in matter.periods),
        "row": tuple(row_scope(matter, row) for row in matter.rows),
    }


def things(rows: Iterable[Row]) -> str:
    """What the petition asks to vacate, in a word or two: "arrests and convictions"."""
    kinds = [row.kind for row in rows]
    nouns = ["arrest" if len(kinds) == 1 else "arrests"]
    for noun in ("conviction", "adjudication"):
        if count := kinds.count(noun):
            nouns.append(noun if count == 1 else f"{noun}s")
    return listed(tuple(nouns))


def thing_or(rows: Iterable[Row]) -> str:
    """The same for a sentence about each: "arrest or conviction"."""
    kinds = {row.kind for row in rows}
    nouns = ("arrest", *(noun for noun in ("conviction", "adjudication") if noun in kinds))
    return listed(nouns).replace(" and ", " or ").replace(", and ", ", or ")


def grounds(periods: tuple[Period, ...]) -> Inlines:
    """The grounds in words, each once; a bracket when no period was attested."""
    words = listed(tuple(dict.fromkeys(period.ground for period in periods)))
    return (Text(words) if words else missing("victimization"),)


def _joined(inlines: list[Inline], between: str) -> Inlines:
    return tuple(
        one for place, inline in enumerate(inlines) for one in ((Text(between), inline) if place else (inline,))
    )


def _flags(matter: Matter) -> Iterable[str]:
    kinds = {row.kind for row in matter.rows}
    yield from matter.reliefs
    yield from (f"has:{kind}" for kind in kinds)
    dispositions = {one.kind for row in matter.rows for one in row.item.dispositions}
    sentences = {kind for row in matter.rows for kind in _sentenced(row)}
    checks = {
        "both": len(matter.reliefs) > 1,
        "only_15": bool(violence_only(matter)),
        "cases": any(row.item.case for row in matter.rows),
        "several_rows": len(matter.rows) > 1,
        "several_prosecutors": len(matter.petition.service) > 1,
        "unsure_prosecutor": any(not one.certain for one in matter.petition.service),
        "prior_1203_4": DispositionKind.DISMISSED_1203_4 in dispositions,
        "restitution": SentenceKind.RESTITUTION in sentences,
        "juvenile": any(row.item.juvenile for row in matter.rows),
        "fines": bool(fined(matter)),
        "fines_or_restitution": bool(fined(matter)) or SentenceKind.RESTITUTION in sentences,
        "deferred": bool(deferred(matter)),
        "exhibits": bool(exhibits(matter)),
        "sex_act": any(of_group("sex_acts", row) for row in matter.rows_under(TRAFFICKING)),
        "explained": any(True for _ in rows_to_explain(matter)),
    }
    yield from (name for name, true in checks.items() if true)


def _sentenced(row: Row) -> set[SentenceKind]:
    parts = [part for one in row.item.dispositions for part in one.sentence]
    return {part.kind for part in (*parts, *row.item.sentence)}


def _nonviolent_wrong(matter: Matter) -> str:
    """What restitution is owed for, in the word of each section that is pleaded (subd. (i))."""
    words = {TRAFFICKING: "crime", VIOLENCE: "offense"}
    return f"a nonviolent {' or '.join(words[relief] for relief in matter.reliefs)}"


def _joined_periods(periods: tuple[Period, ...]) -> Inlines:
    """The periods with their days: "from January 1, 2012 to June 30, 2015"."""
    spans = [(Text("from "), _day(period, "from"), Text(" to "), _day(period, "to")) for period in periods]
    between = (Text(" and "),)
    return tuple(one for place, span in enumerate(spans) for one in ((*between, *span) if place else span))


def of_group(name: str, row: Row) -> bool:
    """Whether the row's offense belongs to a group of groups.toml; a section stands for all its subdivisions."""
    charged = f"{row.item.code} {row.item.section}".lower()
    return any(
        charged == one or charged.startswith(f"{one}(") for one in map(str.lower, table("groups")[name]["sections"])
    )


def _explained(matter: Matter) -> tuple[Block, ...]:
    return tuple(Paragraph(words, numbered=True) for _, words in rows_to_explain(matter))


def _day(period: Period, name: str) -> Inline:
    day = {"from": period.told.start, "to": period.told.end, "sought_services": period.told.sought_services}[name]
    if name == "to" and period.told.ended:
        return Fact(period.key("ended"), _unknown_end(period), said_by(period.told.attested))
    if day is None or isinstance(day, Never):
        return missing_in(period, name)
    return Fact(period.key(name), day_words(day), said_by(period.told.attested))


def _unknown_end(period: Period) -> str:
    least = period.told.at_least_until
    return (
        "a day that is not known" if least is None else f"a day that is not known, at the earliest {day_words(least)}"
    )


def _sought(period: Period) -> Iterable[str]:
    return ("never_sought",) if period.told.sought_services is Never.NEVER else ()


def _row_list(rows: tuple[Row, ...]) -> str:
    numbers = tuple(str(row.number) for row in rows)
    return f"item {numbers[0]}" if len(numbers) == 1 else f"items {listed(numbers)}"


def _verb(row: Row) -> str:
    return "were" if " and " in in_rows.THINGS[row.kind] else "was"


def _short(matter: Matter, row: Row) -> Inlines:
    """The item under a heading that already gives its day."""
    return in_rows.item_words(matter, row) if row.item.case else (Text("arrest by "), in_rows.agency(matter, row))


def _span(matter: Matter, id_: str) -> str:
    value = matter.pack.parameter(id_, matter.as_of)
    return span_words(value.number, matter.pack.parameter_of(id_).unit)
