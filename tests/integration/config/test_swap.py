"""Production mode asks whether memory may be written to a disk that anybody can read."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from probono.config.production import swap

HEAD = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


@pytest.fixture
def found(tmp_path: Path) -> Any:
    return SimpleNamespace(environ={}, swaps=tmp_path / "swaps", devices=tmp_path / "block")


def _said(found: Any, *spaces: str) -> list[str]:
    found.swaps.write_text(HEAD + "".join(f"{space}  partition  1024  0  -2\n" for space in spaces))
    return list(swap.weaknesses(found))


def test_without_swap_nothing_is_said(found: Any) -> None:
    assert list(swap.weaknesses(found)) == []  # a system that lists none
    assert _said(found) == []


def test_a_plain_swap_space_is_refused(found: Any) -> None:
    (said,) = _said(found, "/dev/zram0", "/swapfile")

    assert "not known to be encrypted" in said
    assert "PROBONO_SWAP=encrypted" in said


def test_one_in_memory_and_one_on_dm_crypt_are_fine(found: Any) -> None:
    (found.devices / "dm-3" / "dm").mkdir(parents=True)
    (found.devices / "dm-3" / "dm" / "uuid").write_text("CRYPT-PLAIN-cryptswap1\n")

    assert _said(found, "/dev/zram0", "/dev/dm-3") == []


def test_another_mapped_device_is_not(found: Any) -> None:
    (found.devices / "dm-4" / "dm").mkdir(parents=True)
    (found.devices / "dm-4" / "dm" / "uuid").write_text("LVM-abc\n")

    assert len(_said(found, "/dev/dm-4")) == 1


def test_the_operator_may_say_that_the_disk_below_is_encrypted(found: Any) -> None:
    found.environ["PROBONO_SWAP"] = "encrypted"

    assert _said(found, "/swapfile") == []


def test_any_other_word_is_refused(found: Any) -> None:
    found.environ["PROBONO_SWAP"] = "fine"

    assert "one thing only" in _said(found)[0]
