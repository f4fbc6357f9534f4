"""An installation on SQLite and real files, of its own for each run. FICTIONAL: nobody named here exists."""

import datetime as dt
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.faults.killing import Ended, Moment, apart

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "200"))
SEED = int(os.environ.get("KILLS_SEED", "4"))
NEVER = Moment(0)
SHEET = (ROOT / "demo" / "readme" / "sheet.txt").read_bytes()
MARKERS = (b"Marisol", b"MARISOL", b"Aranda", b"ARANDA", b"5VY02034", b"planted-in-the-file")
"""Words that stand in what is saved, sent and built: none may ever lie on the disk as it was."""


def started() -> dict[str, str]:
    """An installation made by another process, and the site loaded in this one: each fork begins where a running one stands."""
    import django

    django.setup()
    ids: dict[str, str] = apart(founded)
    _warm()
    return ids


def _warm() -> None:
    """Loads code, law, words and templates, and opens no database: its connection would be shared with the forks."""
    from django.db import connection
    from django.test import Client
    from django.urls import get_resolver

    import vacatur
    from vacatur.law import pack
    from vacatur.reading.facts import read_facts

    day, folder = dt.date(2026, 12, 1), ROOT / "demo" / "readme"
    vacatur.screen(vacatur.read(folder / "sheet.txt"), read_facts(folder / "FACTS.toml", as_of=day), day, pack())
    get_resolver()._populate()
    Client(SERVER_NAME="localhost").get("/")
    if connection.connection is not None:
        raise AssertionError("a database was opened before the forks")


def var() -> Path:
    return Path(os.environ["PROBONO_VAR"])


def moments(steps: int, count: int = KILLS) -> Iterable[Moment]:
    """Every step in turn, in an order of the seed; every third kill comes a little after its step."""
    drawn = random.Random(SEED)
    order = [step for _round in range(count // steps + 1) for step in drawn.sample(range(1, steps + 1), steps)]
    return [
        Moment(step, drawn.uniform(0.0002, 0.02) if number % 3 == 2 else 0.0)
        for number, step in enumerate(order[:count])
    ]


def founded() -> dict[str, str]:
    """One matter with a sheet and facts, and an attorney of its team who is signed in."""
    from django.core.management import call_command
    from django.test import Client

    from probono.accounts import services as accounts
    from probono.accounts.roles import Role
    from probono.matters.services import demo, record, screening
    from probono.matters.services.opening import engage, open_matter, release_to
    from probono.matters.services.sheet_taking import take_sheet
    from probono.people.services import add_client

    call_command("migrate", verbosity=0)
    firm = accounts.add_organisation(name="Bramblewood & Finch LLP", kind="firm")
    avery = accounts.add_account(email="avery@example.test", name="Avery Lindqvist", is_demo=True)
    accounts.add_member(account=avery, organisation=firm, role=Role.VOLUNTEER_ATTORNEY, starts=dt.date(2026, 1, 5))
    client = add_client(by=None, name="Marisol Aranda Vega", code_name="Cedar Lantern 42")
    matter = open_matter(by=None, client_id=client.pk, code_name=client.code_name)
    engage(by=None, matter=matter, account=avery, role=Role.VOLUNTEER_ATTORNEY)
    release_to(by=None, matter=matter, account=avery)
    record.add_sheet(by=avery, matter=matter, sheet=take_sheet(SHEET, "sheet.txt"))
    screening.screen_matter(by=avery, matter=matter)
    demo.load_facts(matter, (ROOT / "demo" / "readme" / "FACTS.toml").read_text("utf-8"))
    browser = Client(SERVER_NAME="localhost")
    browser.post("/demo-sign-in/", {"person": str(avery.pk)})
    return {"matter": str(matter.pk), "account": str(avery.pk), "session": browser.cookies["session"].value}


def browser(ids: dict[str, str]) -> Any:
    """The signed-in attorney's browser: every request goes through the whole site, in this process."""
    from django.test import Client

    found = Client(SERVER_NAME="localhost")
    found.cookies["session"] = ids["session"]
    return found


def seen(seen_before: set[Path]) -> list[str]:
    """Which planted words lie anywhere on the disk: in new files, in what is not finished, in the database, in temporary folders."""
    places = [var(), Path(tempfile.gettempdir())]
    found = [path for place in places for path in place.rglob("*") if path.is_file()]
    new = [path for path in found if path not in seen_before or "sqlite3" in path.name]
    seen_before.update(found)
    return sorted({f"{word.decode()} in {path.name}" for path in new for word in MARKERS if word in path.read_bytes()})


def looks(number: int) -> bool:
    """Whether to look now: nothing is cleared away between kills, so that every tenth time sees what every time would."""
    return number % 10 == 0 or number == KILLS


def told(**found: Any) -> None:
    json.dump(found, sys.stdout)


def counted(ends: list[Ended]) -> dict[str, int]:
    return {"runs": len(ends), "kills": sum(end.killed for end in ends), "answered": sum(len(end.told) for end in ends)}
