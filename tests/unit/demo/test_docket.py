import datetime as dt
import tomllib
from pathlib import Path

import pytest

import vacatur
from demo.docket import README, STATES, facts_path, people, write
from demo.load import PEOPLE, load_people
from vacatur.reading.facts import read_facts

EVERYBODY = people()
BY_SLUG = pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.slug)
SECTIONS = {
    charge.section for person in load_people() for cycle in person.cycles for event in cycle for charge in event.counts
}
WORDS = {
    dispo.words
    for person in load_people()
    for cycle in person.cycles
    for event in cycle
    for charge in event.counts
    for dispo in charge.dispositions
}


def test_somebody_stands_in_every_state():
    assert {person.state for person in EVERYBODY} == set(STATES)
    assert len({person.slug for person in EVERYBODY}) == len(EVERYBODY)


@BY_SLUG
def test_every_sheet_says_fictional(person):
    assert "ATTN:FICTIONAL-DEMO" in person.sheet_text
    assert b"FICTIONAL" in person.sheet_pdf
    assert person.facts_toml.startswith("# FICTIONAL")
    assert (PEOPLE / f"{person.slug}.toml").read_text(encoding="utf-8").startswith("# FICTIONAL")


@BY_SLUG
def test_every_state_number_is_of_a_series_that_is_never_issued(person):
    numbers = [line for line in person.sheet_text.split("\n") if line.strip().startswith("CII/")]

    assert numbers
    assert all("99" in line[:9] or line.startswith("     CII/99") for line in numbers)


@BY_SLUG
def test_every_sheet_is_ascii_upper_case_and_not_too_wide(person):
    body = person.sheet_text.replace("Page ", "PAGE ").replace(" of ", " OF ")

    assert body.isascii()
    assert body == body.upper()
    assert max(map(len, body.replace("\f", "").split("\n"))) <= 72


@BY_SLUG
def test_every_person_has_a_story_and_a_state_of_the_programs_life_cycle(person):
    assert person.state in STATES
    assert person.story.endswith(".")


@BY_SLUG
def test_the_facts_name_only_numbers_that_stand_on_the_sheet(person):
    numbers = {nexus["number"] for nexus in tomllib.loads(person.facts_toml).get("nexus", ())}

    assert all(f"#{number}" in person.sheet_text for number in numbers)


@BY_SLUG
def test_no_account_speaks_of_immigration(person):
    facts = tomllib.loads(person.facts_toml)
    accounts = " ".join(
        one.get("account", "") for key in ("nexus", "victimization") for one in facts.get(key, ())
    ).lower()

    for word in ("immigra", "visa", "deport", "removal", "citizen", "green card", "undocumented", "border"):
        assert word not in accounts


@pytest.mark.parametrize(
    "section",
    [
        "647(b)",
        "653.22(a)",
        "148.9(a)",
        "211",
        "459",
        "496(a)",
        "245(a)(4)",
        "273.5(a)",
        "11377(a)",
        "11350(a)",
        "23152(b)",
        "484(a)",
    ],
)
def test_the_docket_holds_the_offenses_that_volunteers_meet(section):
    assert section in SECTIONS


@pytest.mark.parametrize(
    "words",
    [
        "PROS REJ-OTHER",
        "PROS REJ-COMB W/OTHER CNTS",
        "RELEASED/DETENTION ONLY",
        "1385 PC-DISMISSED/FURTHERANCE OF JUSTICE",
        "CONV SET ASIDE & DISM PER 1203.4 PC",
        "REDUCED TO MISDEMEANOR",
        "PROBATION REVOKED",
    ],
)
def test_the_docket_holds_the_endings_that_volunteers_meet(words):
    assert words in WORDS


@pytest.mark.parametrize(
    "trap",
    [
        "POTENTIAL FELONY STRIKE ENTRY",
        "IS BEING CONSOLIDATED",
        "III MULTIPLE SOURCE RECORD",
        "SEE COMMENT FOR CHARGE",
        "CNT:01-03",
        "#388555T,89894371",
        "ARR BY:",
        "CAJV",
        "CUSTODY:CDC",
        "PROBATION:   EXP:",
        "MENTAL HLTH CUS/SUPV",
        "19880002",
        "SOC/",
        "ADR-",
        "664/487(A)",
        "CASC MCPASADENA",
        "CASC SANTA ANA",
        "CASC SAN DIEGO",
        "\f",
    ],
)
def test_the_docket_holds_the_traps_of_the_layout(trap):
    assert any(trap in person.sheet_text for person in EVERYBODY)


def test_writing_gives_each_person_a_folder(tmp_path):
    written = write(tmp_path / "docket")

    assert len(written) == 3 * len(EVERYBODY)
    for person in EVERYBODY:
        folder = tmp_path / "docket" / person.slug
        assert (folder / "sheet.txt").read_text(encoding="ascii") == person.sheet_text
        assert (folder / "sheet.pdf").read_bytes() == person.sheet_pdf
        assert (folder / "FACTS.toml").read_text(encoding="utf-8") == person.facts_toml


def test_writing_twice_changes_nothing(tmp_path):
    first = {path: path.read_bytes() for path in write(tmp_path)}

    assert {path: path.read_bytes() for path in write(tmp_path)} == first


def test_the_readmes_sheet_is_what_the_generator_prints():
    marisol = next(person for person in EVERYBODY if person.slug == "marisol-aranda-vega")

    assert (README / "sheet.txt").read_text(encoding="ascii") == marisol.sheet_text
    assert (README / "FACTS.toml").read_text(encoding="utf-8") == marisol.facts_toml


def test_the_readmes_draft_facts_are_fewer_than_the_complete_ones():
    draft = tomllib.loads((README / "FACTS-draft.toml").read_text(encoding="utf-8"))
    whole = tomllib.loads((README / "FACTS.toml").read_text(encoding="utf-8"))

    assert "counsel" not in draft
    assert len(draft["nexus"]) < len(whole["nexus"])
    assert {one["number"] for one in draft["nexus"]} <= {one["number"] for one in whole["nexus"]}


def test_everybody_elses_facts_stand_in_the_facts_folder():
    assert facts_path("paulette-greer").parent.name == "facts"


@BY_SLUG
def test_the_facts_name_only_offices_the_law_knows(person):
    offices = {
        nexus["prosecutor"] for nexus in tomllib.loads(person.facts_toml).get("nexus", ()) if "prosecutor" in nexus
    }
    folder = Path(vacatur.__file__).parent / "law" / "ca" / "prosecutors"

    assert {office for office in offices if not (folder / f"{office}.toml").is_file()} == set()


@BY_SLUG
def test_the_facts_can_be_read(person, tmp_path):
    path = tmp_path / "FACTS.toml"
    path.write_text(person.facts_toml, encoding="utf-8")

    facts = read_facts(path, as_of=dt.date(2026, 6, 1))

    assert facts.petitioner.name == person.name
    assert all(nexus.number in person.sheet_text for nexus in facts.nexus)


def test_the_readmes_draft_facts_can_be_read():
    facts = read_facts(README / "FACTS-draft.toml", as_of=dt.date(2026, 6, 1))

    assert facts.counsel.name is None
    assert facts.nexus[0].attested.approved is False
