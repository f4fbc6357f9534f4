"""F-01 with eight clients: they save facts of one matter at the same time while their process is killed. FICTIONAL: nobody named
here exists. Prints one JSON object.
"""

import random
import threading
from typing import Any

from tests.faults import place, saves
from tests.faults.killing import Moment, Tell, apart, doomed, steps_of

CLIENTS, TURNS = 8, 2
LONGEST = 0.7
"""Seconds to a kill: about what the saves of one crowd take."""


def _crowd(ids: dict[str, str], number: int, tell: Tell) -> None:
    """Each client saves until she is told that it was kept: whoever was overtaken looks again and saves on top of that."""
    broken: list[BaseException] = []

    def save(client: int) -> None:
        from django.db import connection

        try:
            for turn in range(TURNS):
                word = f"Attorney {number}-{client}-{turn}"
                while not saves.post(ids, word):
                    pass
                tell(word)
        except BaseException as error:
            broken.append(error)
        finally:
            connection.close()

    clients = [threading.Thread(target=save, args=[client]) for client in range(CLIENTS)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    if broken:
        raise broken[0]


def main() -> None:
    ids = place.started()
    steps = steps_of(lambda tell: _crowd(ids, 0, tell))
    drawn = random.Random(place.SEED)
    known: set[Any] = set()
    ends, seen = [], place.seen(known)
    for number in range(1, place.KILLS // 5 + 1):
        moment = Moment(1, drawn.uniform(0.02, LONGEST))
        ends.append(doomed(lambda tell, number=number: _crowd(ids, number, tell), moment))
        seen += place.seen(known) if place.looks(number) else []
    seen += place.seen(known)
    first = [f"Attorney 0-{client}-{turn}" for client in range(CLIENTS) for turn in range(TURNS)]
    answered = [*first, *(word for end in ends for word in end.told)]
    place.told(steps=steps, **place.counted(ends), said=answered, seen=seen, **apart(lambda: saves.left(ids)))


if __name__ == "__main__":
    main()
