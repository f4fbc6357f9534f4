"""One at a time: a second one waits until the first is done, and a file of its own is another's business."""

import threading
from pathlib import Path

from probono.vault.one_at_a_time import one_at_a_time

SECONDS = 30


def test_the_second_one_waits_for_the_first(tmp_path: Path) -> None:
    path, order, began = tmp_path / "new" / "ledger", [], threading.Event()

    def second() -> None:
        began.set()
        with one_at_a_time(path):
            order.append("second")

    with one_at_a_time(path):
        waiting = threading.Thread(target=second)
        waiting.start()
        assert began.wait(SECONDS)
        with one_at_a_time(tmp_path / "another"):
            order.append("first")
    waiting.join(SECONDS)

    assert order == ["first", "second"]
