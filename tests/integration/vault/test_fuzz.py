"""S-58, a few hundred examples of it: changed files crash nothing, and nothing sealed opens once it was changed.

`python -m tools.fuzz SECONDS` goes on for as long as one likes, each time with other examples.
"""

from collections.abc import Iterator

import pytest

from tools import fuzz

EXAMPLES = 40


@pytest.fixture(autouse=True)
def _own_keys() -> Iterator[None]:
    fuzz.forget()
    yield
    fuzz.forget()


@pytest.mark.parametrize("target", fuzz.targets(), ids=lambda target: target.name)
def test_nothing_crashes_and_nothing_changed_is_opened(target: fuzz.Target) -> None:
    fuzz.run(target, EXAMPLES)


def test_a_crash_and_a_forgery_are_found() -> None:
    def opens_all(data: bytes) -> None:
        if data != b"as it was sealed":
            raise fuzz.ForgedError

    with pytest.raises(fuzz.ForgedError):
        fuzz.run(fuzz.Target("broken", lambda: [b"as it was sealed"], opens_all), EXAMPLES)
    with pytest.raises(ZeroDivisionError):
        fuzz.run(fuzz.Target("crashes", lambda: [b"abc"], lambda data: 1 // (len(data) - len(data))), EXAMPLES)
