"""Sealing short values."""

import pytest

from probono.vault.cipher import SealBrokenError, seal, unseal
from probono.vault.keys import Scope, UnknownKeyError

SCOPE = Scope("a-client", "D4")
PLACE = "table:column:1"


def test_it_opens_what_it_sealed() -> None:
    assert unseal(seal(b"a name", place=PLACE, scope=SCOPE), place=PLACE, scope=SCOPE) == b"a name"


def test_it_seals_the_same_value_differently_each_time() -> None:
    assert seal(b"a name", place=PLACE, scope=SCOPE) != seal(b"a name", place=PLACE, scope=SCOPE)


def test_it_holds_nothing_of_the_value_in_the_open() -> None:
    assert b"a name" not in seal(b"a name", place=PLACE, scope=SCOPE)


def test_it_does_not_open_in_another_row() -> None:
    sealed = seal(b"a name", place=PLACE, scope=SCOPE)

    with pytest.raises(SealBrokenError):
        unseal(sealed, place="table:column:2", scope=SCOPE)


def test_it_does_not_open_for_another_client() -> None:
    sealed = seal(b"a name", place=PLACE, scope=SCOPE)

    with pytest.raises(UnknownKeyError):
        unseal(sealed, place=PLACE, scope=Scope("another-client", "D4"))


def test_it_does_not_open_in_another_compartment() -> None:
    sealed = seal(b"a note", place=PLACE, scope=Scope("a-client", "D8"))

    with pytest.raises(UnknownKeyError):
        unseal(sealed, place=PLACE, scope=SCOPE)


@pytest.mark.parametrize("position", [0, 3, 12, 25, -1])
def test_it_notices_one_changed_byte(position: int) -> None:
    sealed = bytearray(seal(b"a name", place=PLACE, scope=SCOPE))
    sealed[position] ^= 1

    with pytest.raises((SealBrokenError, UnknownKeyError)):
        unseal(bytes(sealed), place=PLACE, scope=SCOPE)


@pytest.mark.parametrize("length", [0, 1, 10, 20])
def test_it_notices_a_value_cut_short(length: int) -> None:
    sealed = seal(b"a name", place=PLACE, scope=SCOPE)

    with pytest.raises((SealBrokenError, UnknownKeyError)):
        unseal(sealed[:length], place=PLACE, scope=SCOPE)
