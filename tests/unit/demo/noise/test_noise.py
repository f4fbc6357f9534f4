import pytest

from demo.docket import people
from demo.noise import VARIANTS, mixed, vary

SHEETS = [person.sheet_text for person in people()]


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_kind_of_damage_shows_on_some_sheet(variant):
    assert any(vary(text, variant, 7, rate=1.0) != text for text in SHEETS)


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_damage_is_done_at_rate_zero(variant):
    assert vary(SHEETS[0], variant, 7, rate=0.0) == SHEETS[0]


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_same_seed_gives_the_same_damage(variant):
    assert vary(SHEETS[-1], variant, 3) == vary(SHEETS[-1], variant, 3)


def test_another_seed_gives_other_damage():
    assert mixed(SHEETS[-1], 1, rate=0.5) != mixed(SHEETS[-1], 2, rate=0.5)


def test_the_header_of_the_message_is_left_alone():
    head = SHEETS[0].split("\n")[:5]

    assert mixed(SHEETS[0], 5, rate=1.0).split("\n")[:5] == head


def test_a_kind_of_damage_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        vary("", "coffee", 1)
