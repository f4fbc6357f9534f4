"""What production mode refuses."""

import stat
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from probono.config.environment import check_mode, kept_secret, refuse_weak

STRONG: dict[str, Any] = {
    "secret": "q7Zk2vWm9XcR4tYb8NpLs3HdFj6GaEu1TiOw5KxM0",
    "database_engine": "django.db.backends.postgresql",
    "site": "https://vacatur.example",
    "files": "https://files.vacatur.example",
    "hosts": ["vacatur.example", "files.vacatur.example"],
    "vault_key": "AAAA",
}


def test_strong_settings_pass() -> None:
    refuse_weak(**STRONG)


@pytest.mark.parametrize(
    ("weak", "sentence"),
    [
        ({"database_engine": "django.db.backends.sqlite3"}, "needs PostgreSQL"),
        ({"secret": ""}, "PROBONO_SECRET_KEY"),
        ({"secret": "a" * 60}, "PROBONO_SECRET_KEY"),
        ({"vault_key": ""}, "PROBONO_VAULT_KEY"),
        ({"site": "http://vacatur.example"}, "https"),
        ({"files": "http://files.vacatur.example"}, "https"),
        ({"files": "https://vacatur.example"}, "another host"),
        ({"hosts": ["*"]}, "exact host names"),
        ({"hosts": []}, "exact host names"),
    ],
)
def test_a_weak_setting_is_refused_in_a_sentence(weak: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=sentence):
        refuse_weak(**STRONG | weak)


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="evaluation or production"):
        check_mode("test")


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secret.key"

    assert kept_secret(path) == kept_secret(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
