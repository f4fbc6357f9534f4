"""F-03: a worker killed while it builds a packet: every packet that is listed is whole, and the next build works."""

from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(killed: Any) -> dict[str, Any]:
    found: dict[str, Any] = killed("packets")
    print(f"\n{found['kills']} kills of a build at {found['steps']} steps, {len(found['done'])} packets listed")
    print(
        f"half packets {found['whole'].count(False)}, folders left in memory {found['interrupted']}, then {found['workshops']}"
    )
    return found


def test_it_was_killed_at_its_steps(told: dict[str, Any]) -> None:
    assert told["kills"] >= told["runs"] * 0.8
    assert told["steps"] > 100
    assert told["interrupted"] > 0


def test_every_listed_packet_is_whole_and_no_other_has_a_paper(told: dict[str, Any]) -> None:
    assert all(told["whole"])
    assert set(told["said"]) <= set(told["done"])
    assert told["audit"] == []


def test_a_build_after_the_last_kill_works_and_is_the_same_byte_for_byte(told: dict[str, Any]) -> None:
    assert told["numbers"][-1] == told["done"][-1]
    assert told["alike"] == 1
    assert told["states"] == ["done", "failed"]


def test_nothing_readable_ever_lay_on_the_disk_or_stays_in_memory(told: dict[str, Any]) -> None:
    """S-42: papers are written in memory; the next work takes away what a killed one left there."""
    assert told["seen"] == []
    assert told["workshops"] == 0


def test_the_janitor_leaves_exactly_what_rows_name(told: dict[str, Any]) -> None:
    assert told["left"] == told["named"]
    assert told["swept"][2] == 0
