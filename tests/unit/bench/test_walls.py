"""The bench of the walls measures what it says."""

import json
from typing import Any

import pytest
from django.conf import settings as site_settings

from bench import walls


@pytest.fixture
def _own_folders(settings: Any, tmp_path: Any) -> Any:
    from probono.vault import keystore, root

    settings.VAULT_KEY_FILE = tmp_path / "keys" / "vault.key"
    settings.VAULT_KEYSTORE = tmp_path / "keystore" / "keys.sqlite3"
    settings.VAULT_FILES = tmp_path / "files"
    yield
    keystore.close()
    root.forget()


@pytest.mark.django_db
@pytest.mark.usefixtures("_own_folders")
def test_every_line_has_the_promised_keys() -> None:
    found = list(walls.results(matters=3, pairs=2, rounds=2))

    assert len(found) == 2 * len(walls.PAGES) + 2 + 3
    for one in found:
        assert {"name", "unit", "median", "min", "max", "n", "peer", "peer_median", "ratio"} == set(
            json.loads(json.dumps(one))
        )
    assert [one["n"] for one in found[:2]] == [2, 1]


def test_two_things_are_done_in_turn_and_the_first_round_only_warms_up() -> None:
    seen: list[str] = []

    one, other = walls.in_turn(lambda: seen.append("a"), lambda: seen.append("b"), rounds=2)

    assert "".join(seen) == "abbaab"
    assert len(one) == len(other) == 2


def test_the_second_wall_is_put_back(settings: Any) -> None:
    settings.DATABASE_APP_ROLE = "somebody"
    with walls.second_wall(up=False):
        assert site_settings.DATABASE_APP_ROLE == ""
    with walls.second_wall(up=True):
        assert site_settings.DATABASE_APP_ROLE == "somebody"
    assert site_settings.DATABASE_APP_ROLE == "somebody"


def test_an_answer_that_is_another_one_ends_the_bench() -> None:
    class Browser:
        def get(self, path: str) -> Any:
            return type("Answer", (), {"status_code": 500})

    with pytest.raises(SystemExit, match="expected 404 and got 500"):
        walls.asked(Browser(), "/matters/facts/", 404)()
