from dataclasses import replace

from tests.unit.drafting.matters import FACTS, NEXUS, SAID, TRAFFICKED, but, matter
from vacatur.drafting.blocks import Fact, Missing, Paragraph, Text
from vacatur.drafting.telling import checked, quoted, said_by, told
from vacatur.records.facts import Attestation, Facts


def with_account(account: str | None, attested: Attestation = SAID) -> Facts:
    return but(victimizations=(replace(TRAFFICKED, account=account, attested=attested),))


def first_period(facts: Facts) -> tuple[tuple[object, ...], ...]:
    made = matter(facts)
    return told(made, made.periods[0], "account")


def test_an_approved_account_is_printed_sentence_by_sentence_with_its_source() -> None:
    found = first_period(with_account("He took it.\nI left."))

    assert found == (
        (
            Fact("victimization.1.account", "He took it.", "Client, interview of 2026-03-04"),
            Text(" "),
            Fact("victimization.1.account", "I left.", "Client, interview of 2026-03-04"),
        ),
    )


def test_an_empty_line_starts_a_paragraph() -> None:
    assert len(first_period(with_account("One.\n\nTwo.\n  \nThree."))) == 3


def test_an_account_that_is_not_approved_is_a_bracket_and_none_of_its_words() -> None:
    for attested in (Attestation(approved=False), Attestation(approved=None)):
        ((bracket,),) = first_period(with_account("He took it.", attested))

        assert isinstance(bracket, Missing)
        assert bracket.key == "victimization.1.approved"
        assert bracket.label.startswith("client has not approved")


def test_a_missing_account_is_a_bracket() -> None:
    assert first_period(with_account(None)) == (
        (Missing("victimization.1.account", "the client's account of period 1"),),
    )


def test_a_held_sentence_is_a_bracket_between_the_others() -> None:
    ((first, _, held, _, last),) = first_period(with_account("He hit me. He said he would call immigration. I ran."))

    assert (first.text, last.text) == ("He hit me.", "I ran.")
    assert held == Missing("victimization.1.account.sentence1-2.release", "a sentence held until it is released")


def test_a_released_sentence_is_printed() -> None:
    ((only,),) = first_period(with_account("He said he would call immigration.", replace(SAID, released="N. Okafor")))

    assert isinstance(only, Fact)


def test_a_sentence_with_the_full_name_is_never_printed_and_never_changed() -> None:
    ((held,),) = first_period(with_account("He called me Ofelia Canto.", replace(SAID, released="N. Okafor")))

    assert isinstance(held, Missing)
    assert held.key.endswith(".name")
    assert "Ofelia" not in held.label


def test_a_quotation_opens_and_closes_once() -> None:
    made = quoted(((Fact("k", "One.", "s"),), (Fact("k", "Two.", "s"),)))

    assert made == (
        Paragraph((Text("“"), Fact("k", "One.", "s"))),
        Paragraph((Text("“"), Fact("k", "Two.", "s"), Text("”"))),
    )


def test_a_bracket_alone_is_not_quoted() -> None:
    bracket = Missing("k", "l")

    assert quoted(((bracket,),)) == (Paragraph((bracket,)),)


def test_the_name_of_an_exhibit_is_held_as_a_whole() -> None:
    made = matter()

    assert checked(made, "k", "T visa approval. Copy.", SAID)[0].key == "k.sentence1.release"  # type: ignore[union-attr]
    assert checked(made, "k", "Hospital record", SAID) == (Fact("k", "Hospital record", SAID.source or ""),)


def test_a_fact_without_a_source_of_its_own_comes_from_the_facts_file() -> None:
    assert said_by(Attestation()) == "FACTS.toml"
    assert NEXUS[0] in FACTS.nexus
