from dataclasses import replace
from datetime import date

import pytest

from tests.unit.drafting.matters import FACTS, NEXUS, but, changed, matter
from vacatur.drafting import rows
from vacatur.drafting.blocks import Fact, Inlines, Missing, Table
from vacatur.drafting.matter import Row
from vacatur.records.facts import CountResult
from vacatur.records.record import Disposition, DispositionKind, Level
from vacatur.records.source import Source

MATTER = matter()
ARREST, COUNT, DISMISSED = MATTER.rows


def words(inlines: Inlines) -> str:
    return "".join(one.label if isinstance(one, Missing) else one.text for one in inlines)


def test_a_count_is_pointed_to_by_case_and_count() -> None:
    assert words(rows.item_words(MATTER, COUNT)) == "case 5VY07111, count 1"


def test_an_arrest_is_pointed_to_by_its_day_and_agency_and_never_by_its_booking_number() -> None:
    assert words(rows.item_words(MATTER, ARREST)) == "arrest of July 19, 2013 by Los Angeles Police Department"


def test_a_juvenile_matter_is_pointed_to_without_its_number() -> None:
    young = changed(1, juvenile=True).rows[1]

    assert words(rows.item_words(MATTER, young)) == "juvenile court matter, count 1"


def test_section_236_15_asks_that_the_arrest_be_expunged() -> None:
    assert [words(rows.asked(row)) for row in matter(FACTS, "pc_236_15").rows] == [
        "Vacate and expunge arrest",
        "Vacate and expunge arrest; vacate conviction",
        "Vacate and expunge arrest (charge ended without conviction)",
    ]


def test_no_word_of_the_count_table_is_cut() -> None:
    from vacatur.drafting.writers.long_words import CELL_EDGES, cut_words

    (table,) = rows.count_table(MATTER, MATTER.rows)
    assert isinstance(table, Table)
    rooms = [468 * width - CELL_EDGES for width in table.widths]
    cells = [*table.header, "Vacate and expunge arrest; vacate adjudication"]

    assert [cut_words(cell, room) for cell, room in zip(cells, [*rooms, rooms[-1]], strict=True)] == [
        [c] for c in cells
    ]


def test_what_the_sheet_gives_says_where_it_stands() -> None:
    fact = rows.item_words(MATTER, COUNT)[1]

    assert isinstance(fact, Fact)
    assert fact.source == "sheet.txt, page 1, line 20"


def arrested_by(printed: str | None) -> Row:
    item = replace(COUNT.item, arresting_agency=printed)
    return replace(COUNT, planned=replace(COUNT.planned, item=item))


def test_an_agency_that_is_not_known_is_a_bracket_and_never_the_short_form_alone() -> None:
    assert isinstance(rows.agency(MATTER, arrested_by("CAPD NOWHERE")), Missing)
    assert words((rows.agency(MATTER, arrested_by(None)),)) == "the arresting agency"


def test_results_are_told_with_their_day() -> None:
    assert words(rows.result(MATTER, ARREST)) == "Prosecutor declined to file"
    assert words(rows.result(MATTER, COUNT)) == "Convicted of a misdemeanor, April 2, 2014"
    assert words(rows.result(MATTER, DISMISSED)) == "Dismissed, April 2, 2014"


def test_an_item_without_a_disposition_says_so() -> None:
    bare = replace(ARREST, planned=replace(ARREST.planned, item=replace(ARREST.item, dispositions=())))

    assert words(rows.result(MATTER, bare)) == "No disposition on the record"


def with_results(row: Row, *told: Disposition) -> Row:
    return replace(row, planned=replace(row.planned, item=replace(row.item, dispositions=told)))


def test_a_result_tells_everything_that_became_of_the_charge() -> None:
    place = Source(1, 9)
    chain = (
        Disposition(DispositionKind.DIVERTED, "DIVERSION", place, date(2014, 9, 12)),
        Disposition(DispositionKind.DISMISSED, "DISMISSED", place, date(2016, 3, 15)),
        Disposition(DispositionKind.SENTENCE_MODIFIED, "SENTENCE MODIFIED", place, date(2016, 4, 1)),
    )
    reduced = Disposition(DispositionKind.REDUCED, "REDUCED", place, date(2016, 8, 19), level=Level.MISDEMEANOR)

    assert words(rows.result(MATTER, with_results(DISMISSED, *chain))) == (
        "Diverted, September 12, 2014; Dismissed, March 15, 2016"
    )
    assert words(rows.result(MATTER, with_results(COUNT, reduced))) == "Reduced to a misdemeanor, August 19, 2016"


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (DispositionKind.OTHER, "PETITION SUSTAINED", "On the record as “PETITION SUSTAINED”"),
        (
            DispositionKind.PROSECUTOR_REJECTED,
            "PROS REJ-COMB W/OTHER CNTS",
            "On the record as “PROS REJ-COMB W/OTHER CNTS”",
        ),
        (DispositionKind.OTHER, "PROC SUSP/COMM MENTALLY INCOMP 1370 PC", "Proceedings suspended"),
        (DispositionKind.OTHER, "PROC SUSP [mental-health line set apart]", "Proceedings suspended"),
        (DispositionKind.DIVERTED, "DIVERSION MENTAL DISORDER", "Diverted"),
        (DispositionKind.OTHER, "MENTALLY INCOMP FOUND", "Another result, on the record"),
    ],
)
def test_what_we_have_no_words_for_keeps_those_of_the_sheet(kind: DispositionKind, text: str, said: str) -> None:
    row = with_results(COUNT, Disposition(kind, text, Source(1, 9)))

    assert words(rows.result(MATTER, row)) == said


def test_a_petition_that_a_juvenile_court_sustained_is_told_in_words() -> None:
    told = Disposition(DispositionKind.OTHER, "PETITION SUSTAINED", Source(1, 9), date(2010, 7, 6))
    young = changed(1, juvenile=True, dispositions=(told,)).rows[1]

    assert words(rows.result(MATTER, young)) == "Petition sustained, July 6, 2010"


def test_a_level_that_counsel_supplied_completes_the_result() -> None:
    item = replace(COUNT.item, conviction_level=None)
    told = replace(COUNT.told or NEXUS[1], conviction_level=Level.INFRACTION)
    row = replace(COUNT, planned=replace(COUNT.planned, item=item), told=told)

    assert words(rows.result(MATTER, row)) == "Convicted of an infraction, April 2, 2014"


def test_an_offense_the_record_does_not_name_is_not_invented() -> None:
    row = replace(COUNT, planned=replace(COUNT.planned, item=replace(COUNT.item, section=None)), told=None)

    assert words(rows.offense(MATTER, row)) == "an offense the record does not name"


def test_a_section_that_counsel_completed_is_printed() -> None:
    row = replace(COUNT, told=replace(COUNT.told or NEXUS[1], section="647(b)(1)"))

    assert words(rows.offense(MATTER, row)) == "Penal Code section 647, subdivision (b)(1)"


def test_an_attempt_is_named_as_one() -> None:
    row = replace(COUNT, planned=replace(COUNT.planned, item=replace(COUNT.item, attempt=True)))

    assert words(rows.offense(MATTER, row, cited=True)) == "attempt, Pen. Code, § 647, subd. (b)"


def test_a_day_that_stands_in_for_the_act_is_never_pleaded() -> None:
    made = matter(but(nexus=NEXUS[:1]))

    assert isinstance(rows.act_day(made.rows[1]), Missing)
    assert rows.act_day(COUNT).text == "March 9, 2014"  # type: ignore[union-attr]


def test_the_count_table_has_a_line_for_every_item() -> None:
    (table,) = rows.count_table(MATTER, MATTER.rows)

    assert isinstance(table, Table)
    assert [words(row[0]) for row in table.rows] == ["1", "2", "3"]
    assert [words(row[5]) for row in table.rows] == [
        "Vacate arrest",
        "Vacate arrest and conviction",
        "Vacate arrest (charge ended without conviction)",
    ]
    assert len(table.widths) == len(table.header) == 6
    assert sum(table.widths) == 1


def test_nothing_is_asked_of_a_count_whose_end_nobody_has_said() -> None:
    silent = with_results(COUNT)
    said = replace(silent, told=replace(NEXUS[1], result=CountResult.DISMISSED))

    assert words(rows.result(MATTER, silent)) == "No disposition on the record"
    assert rows.asked(silent) == (Missing("nexus.5VY07111.1.result", "how item 2 ended"),)
    assert words(rows.result(MATTER, said)) == "No disposition on the record; dismissed, as attested"
    assert words(rows.asked(said)) == "Vacate arrest (charge ended without conviction)"


def test_what_was_attested_adds_nothing_to_an_end_on_the_sheet() -> None:
    said = replace(COUNT, told=replace(NEXUS[1], result=CountResult.CONVICTED))

    assert words(rows.result(MATTER, said)) == "Convicted of a misdemeanor, April 2, 2014"


def test_the_law_data_names_the_offense() -> None:
    assert rows.offense_name(MATTER, COUNT.item)
    assert rows.offense_name(MATTER, replace(COUNT.item, section="99999")) is None
