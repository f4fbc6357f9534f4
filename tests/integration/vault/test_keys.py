"""Where keys come from."""

import base64
import stat
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from probono.vault.keys import Scope, fingerprint, sealing_key

SCOPE = Scope("a-client", "D4")


def test_it_makes_a_key_file_only_its_owner_reads(settings: Any) -> None:
    sealing_key(SCOPE)

    assert stat.S_IMODE(settings.VAULT_KEY_FILE.stat().st_mode) == 0o600


def test_it_keeps_the_key_it_made(settings: Any) -> None:
    first = sealing_key(SCOPE)
    before = settings.VAULT_KEY_FILE.read_bytes()

    assert sealing_key(SCOPE) == first
    assert settings.VAULT_KEY_FILE.read_bytes() == before


def test_it_takes_the_key_of_the_environment(settings: Any) -> None:
    settings.VAULT_KEY = base64.b64encode(bytes(32)).decode()

    sealing_key(SCOPE)

    assert not settings.VAULT_KEY_FILE.exists()


@pytest.mark.parametrize("text", ["not base64!", base64.b64encode(b"short").decode()])
def test_it_refuses_a_key_that_is_none(settings: Any, text: str) -> None:
    settings.VAULT_KEY = text

    with pytest.raises(ImproperlyConfigured):
        sealing_key(SCOPE)


def test_it_makes_no_key_in_production(settings: Any) -> None:
    settings.VAULT_KEY, settings.EVALUATION_MODE = "", False

    with pytest.raises(ImproperlyConfigured, match="PROBONO_VAULT_KEY"):
        sealing_key(SCOPE)


def test_it_gives_each_client_and_compartment_its_own_key() -> None:
    scopes = [SCOPE, Scope("a-client", "D8"), Scope("another-client", "D4")]

    assert len({sealing_key(scope).secret for scope in scopes}) == 3


def test_a_fingerprint_tells_the_same_file_of_the_same_client_only() -> None:
    assert fingerprint(b"a sheet", SCOPE) == fingerprint(b"a sheet", SCOPE)
    assert fingerprint(b"a sheet", SCOPE) != fingerprint(b"a sheet", Scope("another-client", "D4"))
