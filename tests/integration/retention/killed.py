"""A process that is killed (SIGKILL) after each step of a destruction, and another that goes on. FICTIONAL: nobody named here exists.

Run with PROBONO_VAR set to a new folder; prints one JSON object. It works on SQLite and real files, in processes of its own.
"""

import datetime as dt
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import django

ROOT = Path(__file__).parents[3]
TIMES = int(os.environ.get("KILLED_TIMES", "1"))


def _prepared() -> dict[str, str]:
    """One ripe matter with everything in it, and one of another client."""
    from django.core.management import call_command
    from django.utils import timezone

    from probono.accounts import services as accounts
    from probono.accounts.roles import Role
    from probono.matters.services import demo, record, screening
    from probono.matters.services.opening import open_matter
    from probono.matters.services.sheet_taking import take_sheet
    from probono.people.services import add_client
    from probono.retention.models import Keeping
    from probono.retention.services import keep

    call_command("migrate", verbosity=0)
    home = accounts.add_organisation(name="Ridgeline Survivors' Law Center", kind="home")
    people = {}
    for name, role in (("Dana Wexler", Role.LEGAL_DIRECTOR), ("Pat Holloway", Role.PRIVACY_OFFICER)):
        people[role] = accounts.add_account(email=f"{name.split()[0].lower()}@example.test", name=name, is_demo=True)
        accounts.add_member(account=people[role], organisation=home, role=role, starts=dt.date(2026, 1, 5))
    sheet = (ROOT / "demo" / "readme" / "sheet.txt").read_bytes()
    found = []
    for name, code_name in (("Marisol Aranda Vega", "Cedar Lantern 42"), ("Rosa Fictional", "Teal Harbor 11")):
        client = add_client(by=None, name=name, code_name=code_name)
        matter = open_matter(by=None, client_id=client.pk, code_name=code_name)
        record.add_sheet(by=None, matter=matter, sheet=take_sheet(sheet, "sheet.txt"))
        screening.screen_matter(by=None, matter=matter)
        demo.load_facts(matter, (ROOT / "demo" / "readme" / "FACTS.toml").read_text("utf-8"))
        found.append(matter)
    ids = {"matter": str(found[0].pk), "client": str(found[0].client_id), "other": str(found[1].pk)}
    director, officer = people[Role.LEGAL_DIRECTOR], people[Role.PRIVACY_OFFICER]
    today = timezone.localdate()
    row = keep.erase(by=director, matter_id=found[0].pk, written_on=today, way="room", copies=True, asked=True)
    keep.approve(by=director, keeping=row, role="LD")
    keep.approve(by=officer, keeping=row, role="PO")
    Keeping.objects.update(requested_at=timezone.now() - dt.timedelta(days=15))
    return ids


def _apart(work: Callable[[], Any]) -> Any:
    """Runs it in a process of its own; gives what it returns, or "killed"."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with os.fdopen(writer, "w") as file:
                file.write(json.dumps(work()))
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as file:
        said = file.read()
    _pid, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    if status:
        raise SystemExit("a process of the test failed")
    return json.loads(said)


def _openable() -> dict[str, int]:
    """How many sealed fields and files of each of the two open, with whatever keys there are."""
    from django.core.exceptions import ImproperlyConfigured

    from probono.accounts.policies_sql import guarded_models
    from probono.matters.models import RecordUpload
    from probono.vault import files
    from probono.vault.fields import EncryptedField, scope_of
    from probono.vault.keys import UnknownKeyError

    found: dict[str, int] = {}
    for model in guarded_models():
        names = [field.attname for field in model._meta.fields if isinstance(field, EncryptedField)]
        for row in model._default_manager.all():
            reads: list[Callable[[], Any]] = [lambda row=row, name=name: getattr(row, name) for name in names]
            if isinstance(row, RecordUpload):
                reads.append(lambda row=row: files.read(row.file, scope_of(row)))
            for read in reads:
                try:
                    opened = read() is not None
                except (UnknownKeyError, ImproperlyConfigured, FileNotFoundError):
                    opened = False
                found[scope_of(row).subject] = found.get(scope_of(row).subject, 0) + opened
    return found


def _shred(matter: str, stop: int) -> int:
    """Destroys; at the step of that number it kills itself. Gives how many steps there were."""
    from probono.retention.services import shred

    count = 0

    def at(step: str) -> None:
        nonlocal count
        count += 1
        if count == stop:
            os.kill(os.getpid(), signal.SIGKILL)

    shred.at = at
    shred.shred(matter_id=UUID(matter))
    return count


def _after(ids: dict[str, str]) -> dict[str, Any]:
    """What stands when it has gone on."""
    from probono.audit.verify import verify
    from probono.retention import ledger
    from probono.retention.services import replay, shred
    from probono.vault import keystore

    kinds = [(line.mark, line.kind) for line in ledger.lines()]
    subjects = [ids["matter"], ids["client"]]
    early = ledger.certify()
    keystore.rotate()
    return {
        "openable": _openable(),
        "once": len(kinds) == len(set(kinds)) == 4,
        "shredded": all(keystore.is_shredded(one) for one in subjects),
        "early": early,
        "certified": shred.certify(),
        "unreplayed": len(replay.unreplayed()),
        "named": _named(subjects),
        "audit": [str(one) for one in verify().wrong if one.kind != "no head"],
    }


def _named(subjects: list[str]) -> int:
    """In how many rows of all tables, by any column, an id of hers stands."""
    from django.apps import apps

    rows = (row for model in apps.get_models() for row in model._default_manager.values_list())
    return sum(any(one in map(str, row) for one in subjects) for row in rows)


def _seen(folder: Path, marker: bytes) -> int:
    """In how many files below a folder the bytes stand."""
    return sum(marker in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def _stolen(copy: Path) -> dict[str, int]:
    """A thief has database, files and keystore of the day before, and the root key of today."""
    from django.conf import settings
    from django.db import connection

    settings.VAULT_KEYSTORE = copy / "keystore" / "keys.sqlite3"
    settings.VAULT_FILES = copy / "files"
    connection.settings_dict["NAME"] = str(copy / "probono.sqlite3")
    return _openable()


def main() -> None:
    var = Path(os.environ["PROBONO_VAR"]).resolve()
    var.mkdir(parents=True)
    django.setup()
    ids = _apart(_prepared)
    kept = var.with_name("kept")
    shutil.copytree(var, kept)
    before = _apart(_openable)
    steps = _apart(lambda: _shred(ids["matter"], 0))
    markers = (
        b"Marisol",
        b"Aranda Vega",
        b"5VY02034",
        b"653.22",
        ids["matter"].encode(),
        ids["matter"].replace("-", "").encode(),
    )
    told: dict[str, Any] = {"ids": ids, "before": before, "steps": steps, "runs": []}
    told["seen_before"] = {one.decode(): _seen(kept, one) for one in markers}
    for _ in range(TIMES):
        for stop in range(1, steps + 1):
            shutil.rmtree(var)
            shutil.copytree(kept, var)
            killed = _apart(lambda stop=stop: _shred(ids["matter"], stop))
            half = _apart(_openable)
            _apart(lambda: _shred(ids["matter"], 0))
            told["runs"].append({"stop": stop, "killed": killed, "half": half, "after": _apart(lambda: _after(ids))})
    told["seen_after"] = {one.decode(): _seen(var, one) for one in markers}
    shutil.rmtree(kept / "keys")
    told["stolen"] = _apart(lambda: _stolen(kept))
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
