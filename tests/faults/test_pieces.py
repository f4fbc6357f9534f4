"""F-02, resumed: a web process killed while a file comes in pieces: no acknowledged piece is lost, and the next one goes on."""

from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(killed: Any) -> dict[str, Any]:
    found: dict[str, Any] = killed("pieces")
    print(
        f"\n{found['kills']} kills of an upload in pieces at {found['steps']} steps, {len(found['numbers'])} files whole, "
        f"{found['resumed']} went on where they stopped, acknowledged pieces lost {found['lost']}"
    )
    return found


def test_it_was_killed_at_its_steps(told: dict[str, Any]) -> None:
    assert told["kills"] >= told["runs"] * 0.6  # whoever goes on has fewer steps left than the moment may ask for
    assert told["steps"] > 40
    assert told["resumed"] > 10


def test_no_acknowledged_piece_is_lost(told: dict[str, Any]) -> None:
    assert told["lost"] == 0


def test_every_file_is_whole_and_there_once(told: dict[str, Any]) -> None:
    assert told["numbers"] == list(range(told["began"]))
    assert told["whole"]
    assert told["audit"] == []


def test_nothing_readable_ever_lay_on_the_disk(told: dict[str, Any]) -> None:
    assert told["seen"] == []


def test_what_nobody_went_on_with_is_cleared_once_its_hour_is_over(told: dict[str, Any]) -> None:
    assert told["young"] == 0
    assert told["cleared"] == told["waiting"]
    assert told["missing"] == 0
    assert told["left"] == 0
