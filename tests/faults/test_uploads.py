"""F-02: a web process killed while it takes in a file: the file is absent or whole, and nothing readable is left anywhere."""

from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(killed: Any) -> dict[str, Any]:
    found: dict[str, Any] = killed("uploads")
    lost = [number for number in found["said"] if number not in found["numbers"]]
    print(
        f"\n{found['kills']} kills of an upload at {found['steps']} steps, {found['answered']} acknowledged, lost {len(lost)}"
    )
    print(
        f"left behind and swept: {found['parts']} parts, {found['orphans']} orphans; words seen on the disk {len(found['seen'])}"
    )
    return found


def test_it_was_killed_at_its_steps(told: dict[str, Any]) -> None:
    assert told["kills"] >= told["runs"] * 0.8
    assert told["steps"] > 40
    assert told["orphans"] > 0
    assert told["numbers"][-1] == told["said"][-1] == 200_000


def test_every_file_is_absent_or_whole(told: dict[str, Any]) -> None:
    """Whole with its rows: what was read of it, what was found in it, and one row in the audit log."""
    assert set(told["said"]) <= set(told["numbers"])
    assert len(set(told["numbers"])) == len(told["numbers"])
    assert told["whole"]
    assert told["read"] == told["screened"] == told["rows"] == len(told["numbers"])
    assert told["audit"] == []


def test_nothing_readable_ever_lay_on_the_disk(told: dict[str, Any]) -> None:
    """S-42: neither in the temporary folder, nor among the files, nor in the database; while PDFs are converted neither."""
    assert told["seen"] == []


def test_what_nobody_names_is_sealed_with_the_client_s_key(told: dict[str, Any]) -> None:
    assert told["orphans_whole"] == told["orphans"]


def test_the_janitor_clears_it_once_it_is_an_hour_old(told: dict[str, Any]) -> None:
    assert told["young"] == [0, 0]
    assert told["swept"] == [told["parts"], told["orphans"], 0]
    assert told["left"] == 0
