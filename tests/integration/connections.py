"""Two acts in the same instant, on connections of PostgreSQL of their own."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic, sleep

import pytest
from django.db import connection, transaction

SECONDS = 30


@pytest.fixture
def beside() -> Iterator[Callable[[Callable[[], object]], Future[None]]]:
    """`beside(act)` does an act on a connection of its own, in one transaction, and gives what will become of it."""

    def on_its_own(act: Callable[[], object]) -> None:
        try:
            with transaction.atomic():
                act()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        yield lambda act: pool.submit(on_its_own, act)


def wait_until_one_waits() -> None:
    """Until a statement of another connection waits for a row that somebody has locked."""
    end = monotonic() + SECONDS
    while monotonic() < end:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
        sleep(0.02)
    raise AssertionError
