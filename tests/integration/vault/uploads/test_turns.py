"""Hard files stand in a line of their own: who has a page drawn does not wait behind them, and the line is short."""

import threading
from collections.abc import Iterator

import pytest

from probono.config import serve
from probono.vault.uploads import sandbox, turns
from probono.vault.uploads.refusal import RefusedError, Why
from probono.vault.uploads.turns import IN_LINE, turn_of_new_file

PATIENT = 20.0


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_line", threading.BoundedSemaphore(IN_LINE))
    monkeypatch.setattr(turns, "_opening", threading.Lock())


class Others:
    """Files of others that are opened or wait, until they are let go."""

    def __init__(self) -> None:
        self.let_go, self.opened = threading.Event(), threading.Semaphore(0)
        self.threads: list[threading.Thread] = []
        self.most = self.now = 0

    def come(self, number: int) -> None:
        for _ in range(number):
            thread = threading.Thread(target=self._open)
            thread.start()
            self.threads.append(thread)

    def _open(self) -> None:
        with turn_of_new_file():
            self.now += 1
            self.most = max(self.most, self.now)
            self.opened.release()
            self.let_go.wait(PATIENT)
            self.now -= 1

    def go(self) -> None:
        self.let_go.set()
        for thread in self.threads:
            thread.join(PATIENT)


@pytest.fixture
def others(line: None) -> Iterator[Others]:
    found = Others()
    yield found
    found.go()


def _wait_for_line(left: int) -> None:
    until = threading.Event()
    for _ in range(400):
        if turns._line._value == left:  # type: ignore[attr-defined]
            return
        until.wait(0.05)
    raise AssertionError("the others never stood in line")


def test_one_is_opened_at_a_time_and_each_gets_its_turn(others: Others) -> None:
    others.come(IN_LINE)
    assert others.opened.acquire(timeout=PATIENT)
    _wait_for_line(0)

    others.go()

    assert others.most == 1
    assert not any(thread.is_alive() for thread in others.threads)
    assert others.opened.acquire(timeout=0)
    assert others.opened.acquire(timeout=0)


def test_one_more_than_the_line_holds_is_refused_at_once(others: Others) -> None:
    others.come(IN_LINE)
    _wait_for_line(0)

    with pytest.raises(RefusedError) as refused, turn_of_new_file():
        raise AssertionError("it was let in")

    assert refused.value.why is Why.BUSY


def test_who_waits_too_long_is_told_to_come_again(others: Others, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    others.come(1)
    assert others.opened.acquire(timeout=PATIENT)

    with pytest.raises(RefusedError) as refused, turn_of_new_file():
        raise AssertionError("it was let in")

    assert refused.value.why is Why.BUSY
    assert turns._line._value == IN_LINE - 1  # type: ignore[attr-defined]


@pytest.mark.usefixtures("line")
def test_a_file_that_fails_leaves_its_place() -> None:
    for _ in range(IN_LINE + 1):
        with pytest.raises(RefusedError), turn_of_new_file():
            raise RefusedError(Why.DAMAGED)


def test_a_page_is_drawn_while_new_files_wait_and_threads_are_left() -> None:
    assert sandbox.AT_ONCE > 1  # one for new files, one for pages at the least
    assert serve.THREADS >= 2 * IN_LINE
