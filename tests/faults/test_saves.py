"""F-01: a web process killed while it saves for one client and for eight: nothing it had acknowledged is lost, there twice or torn."""

from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["saves", "crowd"])
def told(killed: Any, request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = killed(request.param) | {"kind": request.param}
    lost = [word for word in found["said"] if word not in found["words"]]
    print(
        f"\n{request.param}: {found['kills']} kills at {found['steps']} steps, {found['answered']} saves acknowledged"
    )
    print(f"lost {len(lost)}, words seen on the disk {len(found['seen'])}, rows of the log wrong {len(found['audit'])}")
    return found


def test_it_was_killed_at_its_steps(told: dict[str, Any]) -> None:
    assert told["kills"] >= told["runs"] * 0.8
    assert told["steps"] > (50 if told["kind"] == "saves" else 10)  # of a crowd only the steps on the disk are counted
    assert len(told["said"]) > 2


def test_no_acknowledged_save_is_lost_and_none_is_there_twice(told: dict[str, Any]) -> None:
    assert set(told["said"]) <= set(told["words"])
    assert len(set(told["words"])) == len(told["words"])


def test_no_save_is_torn(told: dict[str, Any]) -> None:
    """Every version opens, has its number, its findings, and its row in the audit log, which has no more rows than that."""
    assert told["numbers"] == list(range(1, len(told["words"]) + 1))
    assert told["screened"]
    assert told["rows"] == len(told["words"]) - 1
    assert told["audit"] == []


def test_nothing_readable_ever_lay_on_the_disk(told: dict[str, Any]) -> None:
    """S-42."""
    assert told["seen"] == []
