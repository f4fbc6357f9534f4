from datetime import date

import pytest

from vacatur.kit.errors import InputError
from vacatur.reading.facts import facts_from_text

AS_OF = date(2026, 6, 1)
OPEN_NEVER = 'from = 2012-01-01\nto = 2013-01-01\nsought_services = "never"\n'
TRAFFICKING = '[[victimization]]\nkind = "trafficking"\n'


def refusal(text: str) -> str:
    with pytest.raises(InputError) as refused:
        facts_from_text(text, as_of=AS_OF)
    return refused.value.sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{TRAFFICKING}from = 2026-06-02\n", "victimization[1].from lies after the day asked about"),
        (f"{TRAFFICKING}to = 2027-01-01\n", "victimization[1].to lies after the day asked about"),
        (f"{TRAFFICKING}sought_services = 2027-01-01\n", "victimization[1].sought_services lies after"),
        ("[petitioner]\nbirth_date = 2030-01-01\n", "petitioner.birth_date lies after"),
        ('[[nexus]]\nnumber = "1"\noffense_date = 2026-06-02\n', "nexus[1].offense_date lies after"),
        ('[[nexus]]\nnumber = "1"\nprobation_ended = 2026-06-02\n', "nexus[1].probation_ended lies after"),
    ],
)
def test_no_day_may_lie_ahead(text: str, words: str) -> None:
    assert words in refusal(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{TRAFFICKING}from = 2015-01-01\nto = 2014-01-01\n", "victimization[1].from lies after victimization[1].to"),
        (
            f"{TRAFFICKING}from = 2015-01-01\nsought_services = 2014-01-01\n",
            "sought_services lies before victimization[1].from",
        ),
        (
            f"[petitioner]\nbirth_date = 1990-01-01\n{TRAFFICKING}from = 1989-01-01\n",
            "victimization[1].from lies before petitioner.birth_date",
        ),
        (
            '[[nexus]]\nnumber = "1"\noffense_date = 2014-01-01\nprobation_ended = 2013-01-01\n',
            "nexus[1].probation_ended lies before nexus[1].offense_date",
        ),
        ('[[nexus]]\nnumber = "1"\nlimitations_run = true\ncan_be_refiled = true\n', "cannot both be true"),
        (f"{TRAFFICKING}{TRAFFICKING}", "victimization[1] and victimization[2] tell the same period twice"),
        (
            TRAFFICKING + OPEN_NEVER + TRAFFICKING + "from = 2012-06-01\nsought_services = 2014-01-01\n",
            "victimization[1] and victimization[2] overlap and contradict each other on sought_services",
        ),
        (
            '[[nexus]]\nnumber = "A-1"\n[[nexus]]\nnumber = "a1"\n',
            "nexus[1] and nexus[2] are about the same number and count",
        ),
        (
            '[[nexus]]\nnumber = "A1"\ncount = 2\n[[nexus]]\nnumber = "A1"\ncount = 2\n',
            "are about the same number and count",
        ),
        ('[[nexus]]\nnumber = "A1"\n[[nexus]]\nnumber = "A1"\ncount = 2\n', "give each its count"),
        (
            '[[agency]]\nprinted = "CAPD  A"\nname = "A"\n[[agency]]\nprinted = "capd a"\nname = "B"\n',
            "agency[1] and agency[2] have the same printed",
        ),
        (
            '[[service]]\nprosecutor = "a"\nway = "mail"\n' * 2,
            "service[1] and service[2] have the same prosecutor",
        ),
    ],
)
def test_what_cannot_all_be_true_is_told_by_key(text: str, words: str) -> None:
    sentence = refusal(text)

    assert words in sentence
    assert "20" not in sentence.replace("2014-03-09", "")
    assert "A1" not in sentence


@pytest.mark.parametrize(
    "text",
    [
        f"{TRAFFICKING}from = 2026-06-01\n",
        TRAFFICKING + OPEN_NEVER + TRAFFICKING + "from = 2014-01-01\nsought_services = 2015-01-01\n",
        f'{TRAFFICKING}from = 2012-01-01\n[[victimization]]\nkind = "sexual_violence"\nfrom = 2012-01-01\n',
        f"{TRAFFICKING}from = 2012-01-01\n{TRAFFICKING}from = 2012-02-01\n",
        '[[nexus]]\nnumber = "A1"\ncount = 1\n[[nexus]]\nnumber = "A1"\ncount = 2\n',
        '[[nexus]]\nnumber = "1"\nlimitations_run = true\ncan_be_refiled = false\n',
    ],
)
def test_what_can_be_true_together_is_taken(text: str) -> None:
    facts_from_text(text, as_of=AS_OF)


def test_two_numbers_may_share_a_count() -> None:
    facts = facts_from_text('[[nexus]]\nnumber = "A1"\ncount = 1\n[[nexus]]\nnumber = "B1"\ncount = 1\n', as_of=AS_OF)

    assert len(facts.nexus) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('to = 2013-01-01\nended = "unknown"\n', "victimization[1].ended says that the day is not known"),
        ("at_least_until = 2013-01-01\n", 'at_least_until is for a period with ended = "unknown"'),
        (
            'from = 2014-01-01\nended = "unknown"\nat_least_until = 2013-01-01\n',
            "victimization[1].from lies after victimization[1].at_least_until",
        ),
        ('ended = "unknown"\nat_least_until = 2027-01-01\n', "victimization[1].at_least_until lies after"),
        ('ended = "yes"\n', "victimization[1].ended must be one of: unknown"),
    ],
)
def test_an_end_that_is_not_known_contradicts_a_day_that_is(text: str, words: str) -> None:
    assert words in refusal(TRAFFICKING + text)


def test_a_period_may_have_ended_on_a_day_nobody_can_name() -> None:
    text = f'{TRAFFICKING}from = 2012-01-01\nended = "unknown"\nat_least_until = 2014-05-01\n'
    (period,) = facts_from_text(text, as_of=AS_OF).victimizations

    assert (period.ended, period.end, period.last_known) == ("unknown", None, date(2014, 5, 1))


@pytest.mark.parametrize("initials", ["M.A.", "M.A.V.", "R.E.Q.P.", "J.-L.B.", "Á. Ñ."])
def test_initials_are_two_to_four_letters_with_periods(initials: str) -> None:
    assert facts_from_text(f'[petitioner]\ninitials = "{initials}"\n', as_of=AS_OF).petitioner.initials == initials


@pytest.mark.parametrize("initials", ["M.", "MAV", "M.A.V.B.C.", "Maria V.", "M.A", "1.2.", "M.A.V.."])
def test_anything_else_is_refused_without_repeating_it(initials: str) -> None:
    told = refusal(f'[petitioner]\ninitials = "{initials}"\n')

    assert "petitioner.initials must be two to four letters" in told
    assert initials not in told.replace("M.A.V.", "")
