import pytest

from bench.corpus import corpus, words
from demo.expected import expected
from demo.sheet import sheet_text


def test_the_same_seed_deals_the_same_people():
    assert list(corpus(5, seed=3)) == list(corpus(5, seed=3))


def test_another_seed_deals_other_people():
    assert list(corpus(5, seed=3)) != list(corpus(5, seed=4))


def test_a_longer_corpus_starts_with_the_shorter_one():
    assert list(corpus(6))[:2] == list(corpus(2))


@pytest.mark.parametrize("person", list(corpus(20)), ids=lambda person: person.slug)
def test_every_sheet_is_a_sheet(person):
    text = sheet_text(person)

    assert "ATTN:FICTIONAL-DEMO" in text
    assert max(map(len, text.split("\n"))) <= 72


def test_a_person_has_about_twelve_items():
    counts = [sum(len(cycle["events"][-1]["counts"]) for cycle in expected(person)["cycles"]) for person in corpus(100)]

    assert 11 <= sum(counts) / len(counts) <= 13


def test_days_go_up_from_cycle_to_cycle():
    for person in corpus(20):
        days = [cycle[0].date for cycle in person.cycles]

        assert days == sorted(days)


def test_the_words_are_those_of_the_docket():
    dealt = words()

    assert "PROSTITUTION" in {charge.description for charge in dealt.charges}
    assert {"convicted", "dismissed"} <= {dispo.kind for dispo in dealt.dispositions}
    assert all(arrest.kind == "arrest" and court.kind == "court" for arrest, court in dealt.pairs)
