"""What the walls cost: a refusal beside an address that never existed, a wrong code of somebody beside one of nobody, a list
of matters, and one matter's page.

    python -m tools.postgres .venv/bin/python -m bench.walls

One JSON object a line, in seconds, warm. A refused address and one with an id that was never given are asked for in turn, 200
times each, on three pages: the gap between their medians is what a watcher could measure; likewise a sign-in code of an
account that has an app, and of an address that has no account. The list and the page are asked for
with row-level security on and off (the requests' role set, and not). Without PostgreSQL there is one wall, and the lines say so.
FICTIONAL people throughout.
"""

import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from bench import result

MATTERS, PAIRS, ROUNDS = 1_000, 200, 30
PAGES = ("record/", "findings/", "facts/")
SHEET = Path(__file__).parents[1] / "demo" / "readme" / "sheet.txt"

line = partial(result.line, unit="s", digits=5)


@contextmanager
def site() -> Iterator[None]:
    """The site on a database of its own beside DATABASE_URL, with keys and files in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-walls-") as folder:
        os.environ |= {"PROBONO_VAR": folder, "DJANGO_SETTINGS_MODULE": "probono.config.settings"}
        import django
        from django.test.utils import get_runner, setup_test_environment, teardown_test_environment

        django.setup()
        logging.disable(logging.ERROR)
        from django.conf import settings

        setup_test_environment()
        runner = get_runner(settings)(verbosity=0, interactive=False)
        made = runner.setup_databases()
        try:
            yield
        finally:
            runner.teardown_databases(made)
            teardown_test_environment()
            logging.disable(logging.NOTSET)


def world(matters: int = MATTERS) -> SimpleNamespace:
    """A manager who may know of every matter, a lawyer on the team of one, another lawyer of none, and that matter read."""
    import datetime as dt

    from django.conf import settings

    from probono.accounts import services
    from probono.accounts.roles import Role
    from probono.matters.services.opening import engage, open_matter
    from probono.matters.services.record import add_sheet
    from probono.matters.services.screening import screen_matter
    from probono.matters.services.sheet_taking import take_sheet
    from probono.people.services import add_client

    home = services.add_organisation(name=settings.PROGRAM.organization, kind="home")
    firm = services.add_organisation(name="Bramblewood & Finch LLP", kind="firm")
    people = {}
    for name, where, role in (
        ("manager", home, Role.PRO_BONO_MANAGER),
        ("lawyer", firm, Role.VOLUNTEER_ATTORNEY),
        ("outsider", firm, Role.VOLUNTEER_ATTORNEY),
    ):
        people[name] = services.add_account(email=f"{name}@example.test", name=name, is_demo=True)
        services.add_member(account=people[name], organisation=where, role=role, starts=dt.date(2026, 1, 5))
    client = add_client(by=None, name="Marisol FICTIONAL", code_name="Umber Quarry 0")
    found = [open_matter(by=None, client_id=client.pk, code_name=f"Umber Quarry {number}") for number in range(matters)]
    engage(by=None, matter=found[0], account=people["lawyer"], role=Role.VOLUNTEER_ATTORNEY)
    add_sheet(by=None, matter=found[0], sheet=take_sheet(SHEET.read_bytes(), "sheet.txt"))
    screen_matter(by=None, matter=found[0])
    return SimpleNamespace(matter=found[0], **people)


def browser(account: Any) -> Any:
    """A browser in which somebody is signed in."""
    from django.test import Client

    made = Client(SERVER_NAME="localhost")
    made.post("/demo-sign-in/", {"person": str(account.pk)})
    return made


def in_turn(first: Callable[[], object], second: Callable[[], object], rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of each of two things done in turn, after one of both to warm up; who begins changes with every round."""
    taken: tuple[list[float], list[float]] = ([], [])
    first(), second()
    for number in range(rounds):
        for which in (0, 1) if number % 2 else (1, 0):
            start = perf_counter()
            (first, second)[which]()
            taken[which].append(perf_counter() - start)
    return taken


@contextmanager
def second_wall(*, up: bool) -> Iterator[None]:
    """Row-level security as it is, or requests that run as the owner of the tables, whom it does not bind."""
    from django.conf import settings

    before = settings.DATABASE_APP_ROLE
    settings.DATABASE_APP_ROLE = before if up else ""
    try:
        yield
    finally:
        settings.DATABASE_APP_ROLE = before


def asked(who: Any, path: str, status: int) -> Callable[[], None]:
    """A request that has to end as it should, or the bench measures something else."""

    def ask() -> None:
        got = who.get(path).status_code
        if got != status:
            raise SystemExit(f"The bench of the walls expected {status} and got {got}: {path.split('/')[-2]}.")

    return ask


def results(*, matters: int = MATTERS, pairs: int = PAIRS, rounds: int = ROUNDS) -> Iterator[dict[str, Any]]:
    """Every measurement of this script."""
    from django.conf import settings
    from django.db import connection

    there = world(matters)
    outsider, lawyer, manager = (browser(one) for one in (there.outsider, there.lawyer, there.manager))
    for page in PAGES:
        refused = asked(outsider, f"/matters/{there.matter.pk}/{page}", 404)
        never = asked(outsider, f"/matters/{uuid4()}/{page}", 404)
        one, other = in_turn(refused, never, pairs)
        yield line(f"{page.strip('/')}: refused", one, peer="never existed", peer_median=median(other))
        yield line(f"{page.strip('/')}: gap of the medians", [abs(median(one) - median(other))])
    yield from code_results(there.lawyer, pairs)
    two_walls = connection.vendor == "postgresql" and bool(settings.DATABASE_APP_ROLE)
    for name, who, path in (
        (f"list of {matters} matters", manager, "/matters/"),
        ("one matter's record, on its team", lawyer, f"/matters/{there.matter.pk}/record/"),
        ("one matter's overview, on its team", lawyer, f"/matters/{there.matter.pk}/"),
    ):
        ask = asked(who, path, 200)
        if not two_walls:
            yield line(f"{name}, gate alone", in_turn(ask, lambda: None, rounds)[0])
            continue
        with_, without = in_turn(partial(_behind, ask, up=True), partial(_behind, ask, up=False), rounds)
        yield line(f"{name}, both walls", with_, peer="gate alone, no row-level security", peer_median=median(without))


def code_results(account: Any, pairs: int) -> Iterator[dict[str, Any]]:
    """A wrong code of an account with an app, beside one of an address that has no account."""
    from allauth.mfa.totp.internal import auth

    from probono.accounts.signing_in import codes

    secret = codes.new_secret()
    step = next(iter(auth.yield_hotp_counters_from_time()))
    codes.add(account, secret, auth.format_hotp_value(auth.hotp_value(secret, step)))
    real, unreal = in_turn(lambda: codes.proves(account, "000000"), lambda: codes.proves(None, "000000"), pairs)
    yield line("a wrong code: of an account", real, peer="of no account", peer_median=median(unreal))
    yield line("a wrong code: gap of the medians", [abs(median(real) - median(unreal))])


def _behind(ask: Callable[[], None], *, up: bool) -> None:
    with second_wall(up=up):
        ask()


def main() -> int:
    """Print one line for each measurement."""
    with site():
        for one in results():
            print(json.dumps(one))
    return 0


if __name__ == "__main__":
    sys.exit(main())
