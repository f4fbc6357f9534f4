from dataclasses import replace

from tests.unit.drafting.matters import matter
from tests.unit.drafting.sheets import count, custody, parole, probation, with_events
from vacatur.drafting.agencies import Ordered, ordered_agencies
from vacatur.drafting.blocks import Missing
from vacatur.drafting.matter import Matter
from vacatur.drafting.writers.words import printed
from vacatur.records.record import EventKind, SentenceKind, SentencePart

PRISON = "California Department of Corrections and Rehabilitation"


def named(made: Matter) -> dict[str, Ordered]:
    return {printed(one.name): one for one in ordered_agencies(made)}


def parts(made: Matter, part: str) -> dict[str, tuple[int, ...]]:
    return {printed(one.name): one.rows for one in ordered_agencies(made) if one.part == part}


def test_section_236_14_reaches_every_agency_by_its_own_clause() -> None:
    found = named(matter())

    assert found["Los Angeles Police Department"].clause.key == "pc_236_14(k)(1)(C)"
    assert found["California Department of Justice"].clause.key == "pc_236_14(k)(1)(B)"
    assert found["Los Angeles Police Department"].rows == (1, 2, 3)
    assert {one.clause.key[-3:] for one in found.values()} == {"(A)", "(B)", "(C)", "(D)", "(E)"}


def test_agencies_that_supervised_are_named_where_the_sentence_shows_them() -> None:
    assert named(matter())["Los Angeles County Probation Department"].rows == (2,)


def test_section_236_15_reaches_keepers_of_records_only_by_further_action() -> None:
    found = named(matter(matter().facts, "pc_236_15"))

    assert found["Los Angeles Police Department"].clause.key == "pc_236_15(k)"
    assert found["Los Angeles County Probation Department"].clause.key == "pc_236_15(r)"
    assert {one.clause.key for one in found.values()} == {"pc_236_15(k)", "pc_236_15(r)"}


def test_a_federal_agency_is_not_ordered() -> None:
    made = matter()
    federal = next(agency for agency in made.pack.agencies.all if not agency.bound)
    row = made.rows[1]
    item = replace(row.item, arresting_agency=federal.strings[0])
    other = replace(made, rows=(replace(row, planned=replace(row.planned, item=item)),))

    assert federal.name not in named(other)


def test_the_agencies_stand_in_the_order_of_the_lawyers_file() -> None:
    found = [one.part for one in ordered_agencies(matter())]

    assert found == sorted(
        found, key=["arrest", "booked", "took_part", "jurisdiction", "justice", "supervising", "records"].index
    )


def test_custody_probation_and_parole_on_the_sheet_are_named_by_their_clause() -> None:
    made = with_events(
        probation("CAPR LOS ANGELES"), custody("JAIL", "CASO LOS ANGELES"), custody("CDC", "CASD CORRECTIONS"), parole()
    )
    found = parts(made, "supervising")

    assert found == {
        "Los Angeles County Probation Department": (2, 3),
        "Los Angeles County Sheriff's Department": (2, 3),
        PRISON: (2, 3),
        f"{PRISON} (parole)": (2, 3),
    }
    assert named(made)[PRISON].clause.key == "pc_236_14(k)(1)(E)"


def test_where_the_entry_names_no_agency_the_usual_one_is_named_and_open_custody_is_not_guessed() -> None:
    made = with_events(probation(None), custody("CYA", None), custody("FED & OOS", None))

    assert set(parts(made, "supervising")) == {
        "Los Angeles County Probation Department",
        "California Youth Authority, or the agency that now keeps its records",
    }


def test_the_sentence_names_the_usual_keeper_only_where_no_entry_shows_it() -> None:
    orange = with_events(probation("CAPR SANTA ANA"))
    names = parts(orange, "supervising")

    assert list(names) == ["[full name of the agency that the sheet calls CAPR SANTA ANA]"]


def test_a_sentence_part_without_a_keeper_names_nobody() -> None:
    made = matter()
    row = made.rows[2]
    item = replace(row.item, sentence=(SentencePart(SentenceKind.FINE, "FINE"),))
    fined = replace(made, rows=(replace(row, planned=replace(row.planned, item=item)),))

    assert parts(fined, "supervising") == {}


def test_a_federal_prison_is_not_ordered() -> None:
    assert "Federal prisons" not in named(with_events(custody("FED & OOS", "USCI DUBLIN")))


def test_who_booked_is_named_beside_who_arrested() -> None:
    made = with_events(arrested_by="CAPD GARDENA", booked_by="CASO LOS ANGELES")

    assert parts(made, "arrest") == {"Los Angeles Police Department": (1,), "Gardena Police Department": (2, 3)}
    assert parts(made, "booked") == {"Los Angeles County Sheriff's Department": (2, 3)}
    assert named(made)["Los Angeles County Sheriff's Department"].clause.key == "pc_236_14(k)(1)(D)"


def test_a_federal_agency_that_booked_is_not_ordered() -> None:
    assert parts(with_events(arrested_by="CAPD GARDENA", booked_by="USFB LOS ANGELES"), "booked") == {}


def test_who_made_a_supplemental_arrest_is_named_too() -> None:
    made = with_events(count("CAPD GLENDALE", "484e(d)", kind=EventKind.SUPPLEMENTAL_ARREST))

    assert parts(made, "arrest")["Glendale Police Department"] == (2, 3)


def test_an_agency_the_law_data_does_not_know_is_a_bracket() -> None:
    made = with_events(arrested_by="CAPD ATLANTIS", booked_by="CASO LOS ANGELES")
    (one,) = (one for one in ordered_agencies(made) if one.part == "arrest" and isinstance(one.name, Missing))

    assert one.name.key == "agency.capd_atlantis.name"
    assert one.rows == (2, 3)


def test_a_case_without_an_arrest_on_the_sheet_names_the_agency_by_what_it_did() -> None:
    made = matter()
    court = made.record.cycles[1].events[1]
    record = replace(made.record, cycles=(replace(made.record.cycles[1], events=(court,)),))
    rows = tuple(
        replace(row, planned=replace(row.planned, item=replace(row.item, arresting_agency=None)))
        for row in made.rows[1:]
    )

    assert parts(replace(made, record=record, rows=rows), "arrest") == {"The agency that made the arrest": (2, 3)}
