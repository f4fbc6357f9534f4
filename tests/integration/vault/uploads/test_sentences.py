"""Each reason has a sentence of its own that tells what to do."""

from probono.vault.uploads.refusal import Why
from probono.vault.uploads.sentences import sentence


def test_each_reason_has_its_own_sentence() -> None:
    said = [sentence(why) for why in Why]

    assert len(set(said)) == len(list(Why))
    assert all(each.endswith(".") for each in said)
