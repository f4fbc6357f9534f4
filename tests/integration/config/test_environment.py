"""Reading the environment: the mode, the port, the database's address, and secrets that evaluation keeps."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from probono.config.environment import check_mode, check_port, database_of, kept_secret


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="evaluation or production"):
        check_mode("test")


def test_a_port_is_a_number() -> None:
    assert check_port("8001") == 8001


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "80 80", "http"])
def test_a_port_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="PROBONO_PORT"):
        check_port(text)


def test_without_an_address_the_database_is_the_other_one() -> None:
    assert database_of("", {"ENGINE": "other"}) == {"ENGINE": "other"}


def test_an_address_names_its_database() -> None:
    found = database_of("postgres://keeper@//run/postgresql/vacatur", {})

    assert (found["NAME"], found["USER"], found["HOST"]) == ("vacatur", "keeper", "/run/postgresql")


@pytest.mark.parametrize("address", ["nonsense", "postgre://keeper:wordofmouth@host/x", "postgres://h:wordofmouth/x"])
def test_a_slip_in_the_address_is_a_sentence_that_repeats_nothing(address: str) -> None:
    with pytest.raises(ImproperlyConfigured) as told:
        database_of(address, {})

    assert str(told.value).startswith("DATABASE_URL is no address of a database")
    assert "wordofmouth" not in str(told.value)


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secret.key"

    assert kept_secret(path) == kept_secret(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
