from datetime import date
from pathlib import Path

import pytest

from vacatur.kit.errors import InputError
from vacatur.reading.facts import facts_from_text, read_facts
from vacatur.records.facts import (
    AgencyName,
    Attestation,
    CountResult,
    Enhancement,
    EnhancementStatus,
    Facts,
    Never,
    ProbationOutcome,
    Service,
    ServiceWay,
    VictimizationKind,
)

AS_OF = date(2026, 6, 1)
WHOLE = """
# FICTIONAL
[petitioner]
name = "Fictional One"
also_known_as = ["F. One"]
initials = "F.O."
language = "es"
birth_date = 1990-01-01
source = "interview"
approved = true
[counsel]
name = "Fictional Counsel"
bar_number = "000000"
organization = "Fictional Center"
address = ["1 Fiction Way", "Los Angeles"]
phone = "555-0100"
email = "x@fiction.example"
[status]
noncitizen = true
on_probation = false
[[victimization]]
kind = "trafficking"
from = 2012-01-01
to = 2015-06-30
sought_services = "never"
evidence = ["Declaration"]
[[victimization]]
kind = "intimate_partner_violence"
sought_services = 2016-03-01
[[nexus]]
number = "5VY02034"
count = 1
offense_date = 2014-03-09
prosecutor = "los_angeles_city_attorney"
direct_result = true
account = "..."
enhancements = [{section = "12022.7", status = "stricken"}]
occupied_residence_proved = false
result = "dismissed"
probation_outcome = "discharged_early"
probation_ended = 2016-01-01
limitations_run = false
can_be_refiled = false
approved = false
[[nexus]]
number = "5VY02034"
count = 2
enhancements = []
[[agency]]
printed = "CAPD ATLANTIS"
name = "Atlantis Police Department"
source = "arrest report"
[[service]]
prosecutor = "los_angeles_city_attorney"
way = "tracked"
address = ["2 Fiction Way"]
electronic_address = "service@fiction.example"
"""


def refusal(text: str) -> str:
    with pytest.raises(InputError) as refused:
        facts_from_text(text, as_of=AS_OF)
    return refused.value.sentence


def test_it_reads_every_table() -> None:
    facts = facts_from_text(WHOLE, as_of=AS_OF)

    assert facts.petitioner.also_known_as == ("F. One",)
    assert facts.petitioner.attested == Attestation("interview", True)
    assert facts.counsel.address == ("1 Fiction Way", "Los Angeles")
    assert (facts.status.noncitizen, facts.status.on_probation, facts.status.charged) == (True, False, None)
    first, second = facts.victimizations
    assert (first.kind, first.end, first.sought_services) == (
        VictimizationKind.TRAFFICKING,
        date(2015, 6, 30),
        Never.NEVER,
    )
    assert (second.start, second.end, second.sought_services) == (None, None, date(2016, 3, 1))
    one, two = facts.nexus
    assert one.enhancements == (Enhancement("12022.7", EnhancementStatus.STRICKEN),)
    assert one.result is CountResult.DISMISSED
    assert one.probation_outcome is ProbationOutcome.DISCHARGED_EARLY
    assert (one.gang_felony, one.life_term, one.attested.approved) == (None, None, False)
    assert (two.count, two.enhancements, two.offense_date) == (2, (), None)
    assert facts.agencies == (
        AgencyName("CAPD ATLANTIS", "Atlantis Police Department", Attestation("arrest report", None)),
    )
    assert facts.service == (
        Service(
            "los_angeles_city_attorney",
            ServiceWay.TRACKED,
            ("2 Fiction Way",),
            "service@fiction.example",
        ),
    )


def test_an_empty_file_says_nothing() -> None:
    assert facts_from_text("# FICTIONAL\n", as_of=AS_OF) == Facts()
    assert facts_from_text('[[nexus]]\nnumber = "1"\n', as_of=AS_OF).nexus[0].enhancements is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[petitoner]\n", "petitoner is not a known key; did you mean petitioner?"),
        ("[status]\nnoncitzen = true\n", "status.noncitzen is not a known key; did you mean noncitizen?"),
        ("status = 3\n", "status must be a table"),
        ("nexus = 3\n", "nexus must be a list of tables"),
        ("nexus = [3]\n", "nexus[1] must be a table"),
        ('[[victimization]]\nkind = "other"\n', "victimization[1].kind must be one of"),
        ("[[victimization]]\nfrom = 2012-01-01\n", "victimization[1].kind is missing"),
        ("[[nexus]]\ncount = 1\n", "nexus[1].number is missing"),
        ('[[nexus]]\nnumber = ""\n', "nexus[1].number is empty"),
        ('[[nexus]]\nnumber = "1"\nenhancements = [{section = "1"}]\n', "nexus[1].enhancements[1].status is missing"),
        (
            '[[nexus]]\nnumber = "1"\nenhancements = [{status = "charged"}]\n',
            "nexus[1].enhancements[1].section is missing",
        ),
        (
            '[[nexus]]\nnumber = "1"\nenhancements = [{section = "1", status = "charged", x = 1}]\n',
            "enhancements[1].x is not a known key",
        ),
        ('[[agency]]\nname = "x"\n', "agency[1].printed is missing"),
        ('[[agency]]\nprinted = "x"\n', "agency[1].name is missing"),
        ('[[service]]\nway = "mail"\n', "service[1].prosecutor is missing"),
        ('[[service]]\nprosecutor = "x"\nway = "pigeon"\n', "service[1].way must be one of"),
        ("x = \n", "not valid TOML"),
        ("a = 1\na = 2\n", "not valid TOML (line 2, column 6)"),
    ],
)
def test_what_is_wrong_is_told_by_its_key(text: str, words: str) -> None:
    assert words in refusal(text)


def test_many_problems_are_told_at_once_and_the_rest_counted() -> None:
    sentence = refusal("\n".join(f"[unknown{number}]" for number in range(10)))

    assert sentence.count("is not a known key") == 8
    assert sentence.endswith("and 2 more.")


def test_a_value_never_stands_in_the_sentence() -> None:
    secret = "Fictional Secret"

    sentence = refusal(f'[status]\nnoncitizen = "{secret}"\n[[victimization]]\nkind = "{secret}"\nfrom = "{secret}"\n')

    assert secret not in sentence


def test_it_reads_a_file_and_refuses_one_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "FACTS.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert len(read_facts(path, as_of=AS_OF).nexus) == 2

    path.write_bytes(b"\xff\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        read_facts(path, as_of=AS_OF)
    with pytest.raises(InputError, match="no such file"):
        read_facts(tmp_path / "nothing.toml", as_of=AS_OF)


def test_nesting_without_end_is_refused() -> None:
    assert "nested too deeply" in refusal("a = " + "[" * 100_000)
