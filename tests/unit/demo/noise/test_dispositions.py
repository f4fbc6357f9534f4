from random import Random

import pytest

from demo.noise import dispositions


@pytest.mark.parametrize("seed", range(6))
def test_the_label_changes_and_the_words_stay(seed):
    changed = dispositions.labels(["*DISPO:CONVICTED"], Random(seed), 1.0)[0]

    assert changed != "*DISPO:CONVICTED"
    assert changed.endswith("CONVICTED")


def test_only_convicted_is_misread():
    lines = ["*DISPO:CONVICTED", " DISPO:DISMISSED"]

    changed = dispositions.words(lines, Random(1), 1.0)

    assert changed[0] != lines[0]
    assert changed[1] == lines[1]


def test_a_sentence_is_shortened():
    line = "   SEN: 024 MONTHS PROBATION, 005 DAYS JAIL, FINE, RESTN"

    assert dispositions.short_sentences([line], Random(1), 1.0) == ["   SEN: 24 MO PROB, 5 DS JL, FINE, RSTN"]


def test_an_update_may_stand_on_one_line():
    lines = ["20150803", " DISPO:PROBATION REVOKED", " DISPO:DISMISSED"]

    assert dispositions.update_one_line(lines, Random(1), 1.0) == [
        "20150803 DISPO:PROBATION REVOKED",
        " DISPO:DISMISSED",
    ]
