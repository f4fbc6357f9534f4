from vacatur.law.places import MOST_SPELLINGS, Spelling

SPELLING = Spelling({"S": ("SANTA", "SOUTH"), "LA": ("LOS ANGELES",)})


def test_a_place_is_spelled_as_printed_first() -> None:
    assert list(SPELLING.of("S MONICA")) == ["S MONICA", "SANTA MONICA", "SOUTH MONICA"]


def test_a_place_without_shortened_words_has_one_spelling() -> None:
    assert list(SPELLING.of("VAN NUYS")) == ["VAN NUYS"]
    assert list(SPELLING.of("")) == [""]


def test_a_short_word_may_stand_for_two() -> None:
    assert "WEST LOS ANGELES AIRPORT" in SPELLING.of("WEST LA AIRPORT")


def test_a_line_of_noise_makes_no_endless_list() -> None:
    assert len(list(SPELLING.of("S " * 40))) == MOST_SPELLINGS
