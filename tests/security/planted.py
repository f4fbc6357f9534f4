"""Plants a word of its own in every encrypted field and every file of two clients, destroys one of them, and looks everywhere.

FICTIONAL: nobody named here exists. Run with PROBONO_VAR set to a new folder; prints one JSON object. It works on SQLite and
real files, each step in a process of its own. What is planted is made from the models: a new field gets its word by itself.
"""

import datetime as dt
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import django

from tests.integration.retention.killed import _apart
from tests.security.markers import in_text

SUBJECTS = ("matter_id", "client_id")
HERS, OTHERS = "hers", "another's"


def _models() -> list[Any]:
    """Every model of a client's data, what others refer to first."""
    from probono.accounts.policies_sql import guarded_models
    from probono.retention.models import Keeping
    from probono.vault import shredders

    order = [table.model for one in shredders.registered() for table in one.tables]
    found = [model for model in reversed(order) if model in guarded_models()]
    return [*found, Keeping]


def _fields(model: Any) -> Iterator[tuple[str, bool]]:
    """The names of a model's encrypted fields, and of those that name a file of the store (True)."""
    from django.db.models import UUIDField

    from probono.vault.fields import EncryptedField

    for field in model._meta.fields:
        if isinstance(field, EncryptedField):
            yield field.attname, False
        elif isinstance(field, UUIDField) and not field.primary_key and field.attname not in SUBJECTS:
            yield field.attname, True


class Planter:
    """Makes one row of each model for a matter, with a new word in each place that can hold one."""

    def __init__(self, people: list[Any], organisation: Any) -> None:
        self.people, self.organisation, self.count = people, organisation, 0
        self.words: dict[str, dict[str, str]] = {}

    def plant(self, whose: str) -> dict[str, str]:
        """Gives the ids of the client and her matter."""
        self.rows: dict[Any, Any] = {}
        self.ids = {"matter_id": uuid4(), "client_id": uuid4()}
        self.words[whose] = {}
        for model in _models():
            self.rows[model] = self._row(model, whose)
        return {"matter": str(self.ids["matter_id"]), "client": str(self.ids["client_id"])}

    def _row(self, model: Any, whose: str) -> Any:
        from probono.vault import files
        from probono.vault.fields import EncryptedJSONField, scope_of

        row = model()
        if model._meta.label in ("matters.Matter", "people.Client"):
            row.pk = self.ids["matter_id" if model._meta.label == "matters.Matter" else "client_id"]
        for field in model._meta.fields:
            value = self._value(field, model)
            if value is not None:
                setattr(row, field.name, value)
        for name, value in self._rules().get(model._meta.label, {}).items():
            setattr(row, name, value)
        for name, is_file in _fields(model):
            word = self._word(whose, f"{model._meta.label}.{name}")
            if is_file:
                setattr(row, name, files.store(f"FICTIONAL {word} {'x' * 2_000_000} {word}".encode(), scope_of(row)))
            else:
                is_document = isinstance(model._meta.get_field(name), EncryptedJSONField)
                setattr(row, name, {"said": word, word: [word]} if is_document else word)
        row.save(force_insert=True)
        return row

    def _word(self, whose: str, place: str) -> str:
        self.count += 1
        self.words[whose][place] = f"Zqx{self.count:04d}w"
        return self.words[whose][place]

    def _value(self, field: Any, model: Any) -> Any:
        """Something a column takes; nothing for what has a default, may be empty, or gets a word."""
        from django.db import models

        related = field.related_model
        if related is not None and related is not model and related in self.rows:
            return self.rows[related]
        if related is None and field.attname in SUBJECTS:
            return self.ids[field.attname]
        if related is not None and related._meta.label == "accounts.Organisation":
            return self.organisation
        if related is not None and related._meta.label == "breach.Breach":
            return self._breach(related)
        if field.null or field.has_default() or field.primary_key or getattr(field, "auto_now_add", False):
            return None
        if related is not None:
            return self.people[0]
        if getattr(field, "choices", None):
            return next(value for value, _words in field.choices if value)
        if field.name == "language":
            return "en"
        if isinstance(field, models.CharField):
            return f"FICTIONAL {self.count}"[: field.max_length]
        if isinstance(field, models.DateTimeField):
            return _now()
        if isinstance(field, models.DateField):
            return _now().date()
        return 1 if isinstance(field, models.IntegerField) else None

    def _breach(self, model: Any) -> Any:
        """A breach is nobody's in particular: a row of the program's own."""
        found = {
            "kind": "sign_in",
            "noticed_at": _now(),
            "since": _now(),
            "until": _now() + dt.timedelta(hours=1),
            "epoch": 1,
        }
        return model.objects.create(opened_by=self.people[0], **found)

    def _rules(self) -> dict[str, dict[str, Any]]:
        """What a table's own rules ask for."""
        now, (director, officer) = _now(), self.people
        return {
            "retention.Hold": {"lifted_at": now, "lifted_by": director},
            "retention.ClientCopy": {"agreed_by": officer, "asked_by": director, "until": now, "state": "ready"},
            "retention.Keeping": {
                "state": "requested", "wish": "erase", "requested_at": now - dt.timedelta(days=15),
                "director": director, "officer": officer,
            },
        }  # fmt: skip


def _now() -> dt.datetime:
    from django.utils import timezone

    return timezone.now()


def _planted() -> dict[str, Any]:
    from django.core.management import call_command

    from probono.accounts import services as accounts
    from probono.accounts.roles import Role

    call_command("migrate", verbosity=0)
    home = accounts.add_organisation(name="Ridgeline Survivors' Law Center", kind="home")
    people = []
    for name, role in (("Dana Wexler", Role.LEGAL_DIRECTOR), ("Pat Holloway", Role.PRIVACY_OFFICER)):
        people.append(accounts.add_account(email=f"{name.split()[0].lower()}@example.test", name=name, is_demo=True))
        accounts.add_member(account=people[-1], organisation=home, role=role, starts=dt.date(2026, 1, 5))
    planter = Planter(people, home)
    ids = {whose: planter.plant(whose) for whose in (HERS, OTHERS)}
    _worked_on(ids[HERS]["matter"], people)
    return {"ids": ids, "words": planter.words}


def _worked_on(matter: str, people: list[Any]) -> None:
    """What the site makes of it on the way: a job in the queue, audit rows, an archive made as it is sealed, log lines."""
    import logging

    from probono.accounts.handles import handle_of
    from probono.audit.actions import Action
    from probono.audit.heads import write_head
    from probono.audit.services import Act, append
    from probono.retention.copy_index import members_of
    from probono.retention.jobs import drop_copy, make_copy
    from probono.retention.models import ClientCopy
    from probono.vault import files
    from probono.vault.fields import scope_of
    from probono.vault.zipped import zipped

    copy = ClientCopy.objects.get(matter_id=matter)
    ids = {"actor_id": str(people[1].pk), "matter_id": matter, "copy_id": str(copy.pk)}
    make_copy.enqueue(**ids)
    drop_copy.using(run_after=_now() + dt.timedelta(days=1)).enqueue(**ids)
    files.store_parts(zipped(members_of(copy)), scope_of(copy))  # no row names it: what a crash leaves
    append(Act(Action.EXPORT, actor=people[0].pk, handle=handle_of(matter, matter)))
    write_head()
    logging.getLogger("django.request").error("An error of the test: %s", type(copy).__name__)


def _openable() -> dict[str, list[str]]:
    """The places of each of the two whose word can be read with whatever keys there are."""
    from django.core.exceptions import ImproperlyConfigured

    from probono.vault import files
    from probono.vault.fields import scope_of
    from probono.vault.keys import UnknownKeyError

    found: dict[str, list[str]] = {}
    for model in _models():
        for row in model._default_manager.all():
            for name, is_file in _fields(model):
                try:
                    value = getattr(row, name)
                    said = files.read(value, scope_of(row)) if is_file else json.dumps(value)
                except (UnknownKeyError, ImproperlyConfigured, FileNotFoundError):
                    continue
                for word in in_text(said):
                    found.setdefault(word, []).append(f"{model._meta.label}.{name}")
    return found


def _dump() -> str:
    """Every row of every table as text, with what its bytes say."""
    from django.db import connection

    said = io.StringIO()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                said.write(f"{table} " + " ".join(_plain(value) for value in row) + "\n")
    return said.getvalue()


def _plain(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _looked(var: Path) -> dict[str, Any]:
    """Where words can be read as they are, how many can be opened, and in how many places an id of hers stands."""
    dump = _dump()
    queue = "\n".join(line for line in dump.splitlines() if line.startswith("django_tasks"))
    seen = {"every row": in_text(dump), "job queue": in_text(queue)}
    for path in sorted(var.rglob("*")):
        if path.is_file():
            place = path.relative_to(var).parts[0]
            seen.setdefault(place, set()).update(in_text(path.read_bytes()) | in_text(path.name))
    ids = json.loads((var.parent / "ids.json").read_text())
    hers = [ids[HERS][one] for one in ("matter", "client")]
    raw = [path.read_bytes() for path in var.rglob("*") if path.is_file()]
    forms = [form.encode() for one in hers for form in (one, one.replace("-", ""))]
    return {
        "read": {place: sorted(words) for place, words in seen.items()},
        "opens": _openable(),
        "ids in files": sum(form in data for form in forms for data in raw),
        "left in the temporary folder": len(list((var / "tmp").rglob("*"))),
    }


def _shredded(matter: str) -> None:
    from probono.retention.services import shred

    shred.shred(matter_id=UUID(matter))


def _rotated() -> dict[str, int]:
    from probono.retention.services import shred
    from probono.vault import janitor, keystore

    keystore.rotate()
    return {"certified": shred.certify(), "orphans": janitor.sweep(older_than=-1).orphans}


def _at(place: Path, root: Path) -> dict[str, list[str]]:
    """What a thief opens who has a copy of database, files and keystore, and the root key of another place."""
    from django.conf import settings
    from django.db import connection

    settings.VAULT_KEYSTORE = place / "keystore" / "keys.sqlite3"
    settings.VAULT_FILES = place / "files"
    settings.VAULT_KEY_FILE = root
    connection.settings_dict["NAME"] = str(place / "probono.sqlite3")
    return _openable()


def _controlled(var: Path, matter: str) -> dict[str, list[str]]:
    """The same look once a word does lie open, in a row and in a file."""
    from probono.matters.models import Matter

    Matter.objects.filter(pk=matter).update(code_name="Zqx9001w")
    (var / "tmp" / "left").write_text("Zqx9002w")
    read: dict[str, list[str]] = _looked(var)["read"]
    return read


def _stamp(kept: Path, var: Path) -> None:
    """The key of the day of the copy, apart from it."""
    shutil.move(kept / "keys", kept.parent / "old keys")
    if not (var / "keys").exists():
        raise SystemExit("the site keeps its root key elsewhere: tell this script where")


def main() -> None:
    var = Path(os.environ["PROBONO_VAR"]).resolve()
    (var / "tmp").mkdir(parents=True)
    tempfile.tempdir = os.environ["TMPDIR"] = str(var / "tmp")
    (var / "logs").mkdir()
    os.dup2(os.open(var / "logs" / "said.log", os.O_CREAT | os.O_WRONLY | os.O_APPEND), 2)
    django.setup()
    planted = _apart(_planted)
    (var.parent / "ids.json").write_text(json.dumps(planted["ids"]))
    kept = var.with_name("kept")
    shutil.copytree(var, kept)
    _stamp(kept, var)
    told = {"planted": planted["words"], "before": _apart(lambda: _looked(var))}
    _apart(lambda: _shredded(planted["ids"][HERS]["matter"]))
    told["shredded"] = _apart(lambda: _looked(var))
    told["rotated"] = _apart(_rotated)
    told["after"] = _apart(lambda: _looked(var))
    old, new = kept.parent / "old keys" / "vault.key", var / "keys" / "vault.key"
    told["backup with the keys of its day"] = _apart(lambda: _at(kept, old))
    told["backup with the key of today"] = _apart(lambda: _at(kept, new))
    told["backup of data with everything of today"] = _apart(lambda: _mixed(kept, var))
    told["backup as bytes"] = sorted(
        {word for path in kept.rglob("*") if path.is_file() for word in in_text(path.read_bytes())}
    )
    told["control"] = _apart(lambda: _controlled(var, planted["ids"][OTHERS]["matter"]))
    json.dump(told, sys.stdout)


def _mixed(kept: Path, var: Path) -> dict[str, list[str]]:
    """An old copy of database and files, opened by whoever holds the site's keystore and key of today."""
    from django.conf import settings
    from django.db import connection

    settings.VAULT_FILES = kept / "files"
    connection.settings_dict["NAME"] = str(kept / "probono.sqlite3")
    return _openable()


if __name__ == "__main__":
    main()
