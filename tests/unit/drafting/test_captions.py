from dataclasses import replace

from tests.unit.drafting.matters import FACTS, but, changed, matter, petition, plan, record
from vacatur.drafting.blocks import Fact, Missing, Text
from vacatur.drafting.captions import caption, case_numbers, counsel_lines, county, county_name, initials
from vacatur.drafting.draft import matter_of
from vacatur.law import pack
from vacatur.records.facts import Counsel, Petitioner


def words(inlines: tuple[object, ...]) -> str:
    return "".join(getattr(one, "text", "") or f"[{getattr(one, 'label', '')}]" for one in inlines)


def test_the_petitioner_is_named_by_the_initials_that_were_given() -> None:
    assert initials(FACTS.petitioner) == Fact("petitioner.initials", "O.B.C.", "Client, interview of 2026-03-04")


def test_initials_are_the_first_letters_of_the_name_where_only_it_was_given() -> None:
    found = initials(Petitioner(name="Ofelia Brightwater Canto"))

    assert isinstance(found, Fact)
    assert found.text == "O.B.C."


def test_initials_are_never_taken_from_the_sheet() -> None:
    assert initials(Petitioner()) == Missing("petitioner.initials", "petitioner's initials")


def test_counsel_stands_in_the_order_the_rule_of_court_asks_for() -> None:
    assert [words(line) for line in counsel_lines(FACTS.counsel)] == [
        "Imogen Tallis (SBN 000000)",
        "Ridgeline Survivors' Law Center",
        "100 Fictional Way, Suite 9",
        "Los Angeles, CA 90000",
        "Telephone: (213) 555-0142",
        "E-mail: itallis@ridgeline.example",
    ]


def test_every_missing_line_of_counsel_is_a_bracket() -> None:
    assert [words(line) for line in counsel_lines(Counsel())] == [
        "[attorney's name] (SBN [State Bar number])",
        "[attorney's address]",
        "Telephone: [attorney's telephone number]",
        "E-mail: [attorney's e-mail address]",
    ]


def test_the_caption_names_court_county_parties_and_cases() -> None:
    made = caption(matter(), ((Text("TITLE"),),))

    assert words(made.court) == "SUPERIOR COURT OF THE STATE OF CALIFORNIA"
    assert words(made.county) == "COUNTY OF LOS ANGELES"
    assert words(made.attorney_for) == "Attorney for Petitioner O.B.C."
    assert [words(line) for line in made.party][-2:] == ["O.B.C.,", "Defendant and Petitioner."]
    assert [words(line) for line in made.case_numbers] == ["Case No. 5VY07111", "and one arrest without a case"]


def test_a_petition_for_arrests_alone_has_no_plaintiff() -> None:
    whole = petition("pc_236_14")
    made = matter_of(plan(), replace(whole, items=whole.items[:1]), FACTS, record(), pack())

    assert [words(line) for line in caption(made, ()).party] == ["In re the Petition of", "O.B.C.,", "Petitioner."]
    assert [words(line) for line in case_numbers(made)] == ["Arrest without a case"]


def test_the_number_of_a_juvenile_court_stands_in_no_caption() -> None:
    young = changed(1, juvenile=True)
    alone = replace(young, rows=young.rows[1:2])

    assert "Case No. 5VY07111" in [words(line) for line in case_numbers(young)]  # the other count is an adult's
    assert [words(line) for line in case_numbers(alone)] == ["Numbers in the confidential identification sheet"]
    assert next(words(line) for line in caption(alone, ()).party) == "In re the Petition of"


def test_many_cases_end_with_a_pointer_so_that_the_caption_fits_its_page() -> None:
    whole = petition("pc_236_14")
    item = whole.items[1]
    many = tuple(
        replace(item, row=row, item=replace(item.item, id=f"x{row}", case=f"9XX{row:05}")) for row in range(1, 12)
    )
    made = matter_of(plan(), replace(whole, items=many), but(nexus=()), record(), pack())

    lines = [words(line) for line in case_numbers(made)]
    assert len(lines) == 6
    assert lines[-1] == "and the cases listed in the count table"


def test_a_county_that_the_law_data_does_not_know_is_still_written_as_a_name() -> None:
    made = matter()

    assert county_name(made) == "Los Angeles"
    assert county_name(replace(made, petition=replace(made.petition, county="new_county"))) == "New County"


def test_a_county_that_nobody_said_is_a_bracket() -> None:
    made = matter()
    nowhere = replace(made, petition=replace(made.petition, county="unknown"))

    assert county_name(nowhere) is None
    assert words(caption(nowhere, ()).county) == "COUNTY OF [county]"
    assert isinstance(county(nowhere), Missing)
