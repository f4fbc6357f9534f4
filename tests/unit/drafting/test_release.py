import pytest

from tests.unit.drafting.matters import FACTS, record
from vacatur.drafting.redaction import suppressed
from vacatur.drafting.release import Held, check, sentences, speaks_of_held_words

SOUGHT = suppressed(FACTS, record())


def held(text: str, *, released: bool = False) -> list[Held | None]:
    return [one.held for one in check(text, SOUGHT, released=released)]


@pytest.mark.parametrize(
    "words",
    [
        "He said he would call immigration.",
        "My visa had run out.",
        "He would have me deported.",
        "They put me in removal proceedings.",
        "I have no papers.",
        "He said ICE would come.",
        "I filed an I-914 later.",
        "I am undocumented.",
        "Dijo que llamaría a la migra.",
        "I became a citizen.",
        "It was a great hardship.",
        "I finished my rehabilitation.",
        "I completed probation in 2016.",
        "I finished my probation.",
        "I-918B certification",
        "I crossed the border at night.",
    ],
)
def test_a_sentence_that_the_immigration_attorney_must_release_is_held(words: str) -> None:
    assert held(words) == [Held.RELEASE]


@pytest.mark.parametrize(
    "words",
    [
        "He put ice on my arm.",
        "He kept my passport and my telephone.",
        "I was afraid of him.",
        "He moved the car.",
        "We visited my sister.",
        "I had no money.",
    ],
)
def test_other_sentences_are_printed(words: str) -> None:
    assert held(words) == [None]


def test_a_release_lifts_the_hold_but_never_the_name() -> None:
    assert held("My visa had run out.", released=True) == [None]
    assert held("He called me Ofelia Canto.", released=True) == [Held.NAME]


def test_only_the_sentence_that_holds_the_word_is_held() -> None:
    assert held("He locked the door. He said he would call immigration. I cried.") == [None, Held.RELEASE, None]


def test_sentences_are_kept_word_for_word() -> None:
    text = "He said “No.” I left! Why? Because. 12 of us were there"

    assert " ".join(sentences(text)) == text
    assert len(sentences(text)) == 5


def test_an_initial_does_not_end_a_sentence() -> None:
    assert sentences("I met R. He drove. Then R. left.") == ("I met R. He drove.", "Then R. left.")


def test_an_empty_text_has_no_sentence() -> None:
    assert sentences("  ") == ()


def test_held_words_are_found_in_either_case_and_across_a_line() -> None:
    assert speaks_of_held_words("my GREEN\ncard")
    assert not speaks_of_held_words("his insight")


def test_the_name_of_a_department_says_nothing_by_the_word_in_it() -> None:
    name = "California Department of Corrections and Rehabilitation"

    assert not speaks_of_held_words(f"Sent to the {name} (parole).")
    assert speaks_of_held_words(f"The {name} wrote of my rehabilitation.")
