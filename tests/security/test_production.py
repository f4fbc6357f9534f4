"""S-36: production mode refuses to start with each of many deliberate misconfigurations, in one sentence.

Each is a real start: the command in a process of its own, with an environment that is strong but for one thing.
"""

import base64
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEY = base64.b64encode(bytes(range(100, 132))).decode()
SECRET = "q7Zk2vWm9XcR4tYb8NpLs3HdFj6GaEu1TiOw5KxM0"
PASSWORD = "nT4wq8Zr1kXv6Ym3"
DATABASE = f"postgres://keeper:{PASSWORD}@db.harbor-street.internal/vacatur"


@dataclass(frozen=True)
class Place:
    """The folders of an installation that does not exist, and its environment."""

    folder: Path

    @property
    def var(self) -> Path:
        return self.folder / "var"

    @property
    def program(self) -> Path:
        return self.folder / "program.toml"

    def environment(self, changes: dict[str, str | None]) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PROBONO_", "DATABASE_", "DJANGO_", "PG"))
        }
        strong: dict[str, str | None] = {
            "PROBONO_MODE": "production",
            "PROBONO_VAR": str(self.var),
            "PROBONO_FILES": str(self.folder / "files"),
            "PROBONO_AUDIT_SINK": str(self.folder / "sink" / "heads.jsonl"),
            "PROBONO_SHRED_LEDGER": str(self.folder / "ledger" / "shreds.jsonl"),
            "PROBONO_PROGRAM": str(self.program),
            "PROBONO_SITE_ORIGIN": "https://vacatur.harbor-street.internal",
            "PROBONO_FILES_ORIGIN": "https://files.harbor-street.internal",
            "PROBONO_SECRET_KEY": SECRET,
            "PROBONO_VAULT_KEY": KEY,
            "DATABASE_URL": f"{DATABASE}?sslmode=verify-full",
            "DATABASE_APP_ROLE": "vacatur_requests",
            "PROBONO_SWAP": "encrypted",
        }
        return kept | {name: value for name, value in (strong | changes).items() if value is not None}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A strong installation: its folders are its own, its program's names are nobody's in the demo."""
    found = Place(tmp_path)
    for name in ("var", "files", "sink"):
        (tmp_path / name).mkdir(mode=0o700)
    text = (ROOT / "program.toml").read_text("utf-8")
    for old, new in (
        ("FICTIONAL", "Also invented"),
        ("Ridgeline Survivors' Law Center", "Harbor Street Legal Aid"),
        ("Alder & Quill LLP", "Marlowe Finch LLP"),
        ("Open Door Vacatur Program", "Clean Slate for Survivors"),
        ("ridgeline.example", "harbor-street.internal"),
    ):
        text = text.replace(old, new)
    found.program.write_text(text)
    found.program.chmod(0o644)
    return found


def _start(place: Place, changes: dict[str, str | None]) -> subprocess.CompletedProcess[str]:
    """The settings as every command of the site loads them; nothing is connected to."""
    program = "from probono.config.command import run; import sys; sys.exit(run(['audit', 'head']))"
    if not changes:  # a strong start would go on to a database that is not there
        program = "from django.conf import settings; print(settings.MODE)"
    return subprocess.run(
        [sys.executable, "-W", "default", "-c", program],
        cwd=ROOT,
        env=place.environment(changes) | {"DJANGO_SETTINGS_MODULE": "probono.config.settings"},
        capture_output=True,
        text=True,
        timeout=60,
    )


ENVIRONMENT: dict[str, tuple[dict[str, str | None], str]] = {
    "an unknown mode": ({"PROBONO_MODE": "prod"}, "PROBONO_MODE"),
    "a port that is none": ({"PROBONO_PORT": "http"}, "PROBONO_PORT"),
    "a port out of range": ({"PROBONO_PORT": "70000"}, "PROBONO_PORT"),
    "no database": ({"DATABASE_URL": None}, "needs PostgreSQL"),
    "SQLite by address": ({"DATABASE_URL": "sqlite:////srv/vacatur.sqlite3"}, "needs PostgreSQL"),
    "another database": ({"DATABASE_URL": f"mysql://keeper:{PASSWORD}@db.internal/vacatur"}, "needs PostgreSQL"),
    "a slip in the address": ({"DATABASE_URL": DATABASE.replace("postgres:", "postgre:")}, "no address of a database"),
    "no name of a database": ({"DATABASE_URL": f"postgres://keeper:{PASSWORD}@/"}, "names no database"),
    "the server's own database": ({"DATABASE_URL": "postgres://keeper@//run/postgresql/postgres"}, "server itself"),
    "nobody named": ({"DATABASE_URL": "postgres://@//run/postgresql/vacatur"}, "names no user"),
    "the server's administrator": ({"DATABASE_URL": "postgres://postgres@//run/postgresql/vacatur"}, "administrator"),
    "no encryption to the database": ({"DATABASE_URL": DATABASE}, "without encryption"),
    "encryption if it happens": ({"DATABASE_URL": f"{DATABASE}?sslmode=prefer"}, "verify-full"),
    "encryption to anybody": ({"DATABASE_URL": f"{DATABASE}?sslmode=require"}, "verify-full"),
    "a short password": ({"DATABASE_URL": "postgres://keeper:abc123@localhost/vacatur"}, "password in DATABASE_URL"),
    "a password that is the user": (
        {"DATABASE_URL": "postgres://keeper-of-vacatur:keeper-of-vacatur@localhost/vacatur"},
        "password in DATABASE_URL",
    ),
    "no password to another machine": (
        {"DATABASE_URL": "postgres://keeper@db.internal/vacatur?sslmode=verify-full"},
        "without a password",
    ),
    "no role for requests": ({"DATABASE_APP_ROLE": None}, "DATABASE_APP_ROLE"),
    "requests as the owner": ({"DATABASE_APP_ROLE": "keeper"}, "another role"),
    "requests as the administrator": ({"DATABASE_APP_ROLE": "postgres"}, "server's own roles"),
    "requests as a role of the server": ({"DATABASE_APP_ROLE": "pg_read_all_data"}, "server's own roles"),
    "a role with odd letters": ({"DATABASE_APP_ROLE": 'x"; DROP ROLE y'}, "plain name"),
    "no secret": ({"PROBONO_SECRET_KEY": None}, "PROBONO_SECRET_KEY"),
    "a short secret": ({"PROBONO_SECRET_KEY": SECRET[:30]}, "too short"),
    "a placeholder": ({"PROBONO_SECRET_KEY": f"django-insecure-{SECRET}"}, "placeholder"),
    "a secret that repeats": ({"PROBONO_SECRET_KEY": SECRET[:15] * 3}, "repeats itself"),
    "a secret of few letters": ({"PROBONO_SECRET_KEY": "aab" * 15 + "abb"}, "too few different"),
    "no vault key": ({"PROBONO_VAULT_KEY": None}, "PROBONO_VAULT_KEY"),
    "a vault key that is no base64": ({"PROBONO_VAULT_KEY": "no base64 at all!"}, "not base64"),
    "a vault key too short": ({"PROBONO_VAULT_KEY": base64.b64encode(b"x" * 16).decode()}, "exactly 32"),
    "a vault key of zeros": ({"PROBONO_VAULT_KEY": base64.b64encode(bytes(32)).decode()}, "not random"),
    "one key for both": ({"PROBONO_SECRET_KEY": KEY}, "two different keys"),
    "the database's password as secret": (
        {"DATABASE_URL": f"postgres://keeper:{SECRET}@localhost/vacatur"},
        "must not be one of the site's keys",
    ),
    "pages in the open": (
        {"PROBONO_SITE_ORIGIN": "http://vacatur.harbor-street.internal"},
        "PROBONO_SITE_ORIGIN must be an https",
    ),
    "files in the open": (
        {"PROBONO_FILES_ORIGIN": "http://files.harbor-street.internal"},
        "PROBONO_FILES_ORIGIN must be an https",
    ),
    "one origin for both": ({"PROBONO_FILES_ORIGIN": "https://vacatur.harbor-street.internal"}, "another host"),
    "one host with two ports": (
        {"PROBONO_FILES_ORIGIN": "https://vacatur.harbor-street.internal:8443"},
        "another host",
    ),
    "an address with a path": ({"PROBONO_SITE_ORIGIN": "https://harbor-street.internal/vacatur"}, "an origin only"),
    "an address with a name and password": ({"PROBONO_SITE_ORIGIN": "https://a:b@harbor-street.internal"}, "an origin"),
    "a star": ({"PROBONO_SITE_ORIGIN": "https://*.harbor-street.internal"}, "a star is refused"),
    "a number for a name": ({"PROBONO_SITE_ORIGIN": "https://192.0.2.7"}, "must be a host name"),
    "a long number for a name": ({"PROBONO_FILES_ORIGIN": "https://[2001:db8::7]"}, "must be a host name"),
    "this machine": ({"PROBONO_SITE_ORIGIN": "https://localhost"}, "this machine's own name"),
    "a name without a domain": ({"PROBONO_SITE_ORIGIN": "https://intranet"}, "full host name"),
    "an invented address": ({"PROBONO_SITE_ORIGIN": "https://vacatur.example"}, "invented address"),
    "the demo's program": ({"PROBONO_PROGRAM": str(ROOT / "program.toml")}, "invented program"),
    "no program": ({"PROBONO_PROGRAM": "/nowhere/program.toml"}, "was not found"),
    "no folder named": ({"PROBONO_VAR": None}, "needs PROBONO_VAR"),
    "a folder by half its path": ({"PROBONO_VAR": "var/production"}, "whole path"),
    "no sink": ({"PROBONO_AUDIT_SINK": None}, "needs PROBONO_AUDIT_SINK"),
    "nonsense of the swap": ({"PROBONO_SWAP": "yes"}, "PROBONO_SWAP may say one thing only"),
    "no ledger": ({"PROBONO_SHRED_LEDGER": None}, "needs PROBONO_SHRED_LEDGER"),
    "a folder for a ledger": ({"PROBONO_SHRED_LEDGER": "/tmp"}, "PROBONO_SHRED_LEDGER is a folder"),
    "DEBUG": ({"DEBUG": "1"}, "DEBUG is set"),
    "DJANGO_DEBUG": ({"DJANGO_DEBUG": "True"}, "DJANGO_DEBUG is set"),
    "Python's own debugging": ({"PYTHONDEVMODE": "1"}, "PYTHONDEVMODE is set"),
    "keys of encrypted connections written down": ({"SSLKEYLOGFILE": "/srv/keys"}, "SSLKEYLOGFILE is set"),
    "an open sign-in of firms": ({"OAUTHLIB_INSECURE_TRANSPORT": "1"}, "OAUTHLIB_INSECURE_TRANSPORT is set"),
    "a log of everything": ({"PROBONO_LOG_LEVEL": "DEBUG"}, "writes too much"),
    "a log level that is none": ({"PROBONO_LOG_LEVEL": "LOUD"}, "is no level"),
    "jobs where a reader waits": (
        {"PROBONO_TASKS": "django_tasks.backends.immediate.ImmediateBackend"},
        "the database's queue",
    ),
    "jobs that are never done": ({"PROBONO_TASKS": "django_tasks.backends.dummy.DummyBackend"}, "the database's queue"),
}


def _open_to_everybody(place: Place) -> None:
    place.var.chmod(0o755)


def _open_to_a_group(place: Place) -> None:
    place.var.chmod(0o770)


def _an_open_key(place: Place) -> None:
    (place.var / "keys").mkdir()
    (place.var / "keys" / "site.key").write_text("x")
    (place.var / "keys" / "site.key").chmod(0o644)


def _an_evaluation(place: Place) -> None:
    (place.var / "probono.sqlite3").touch(0o600)


def _open_files(place: Place) -> None:
    (place.folder / "files").chmod(0o755)


def _an_open_sink(place: Place) -> None:
    (place.folder / "sink" / "heads.jsonl").touch()
    (place.folder / "sink" / "heads.jsonl").chmod(0o666)


def _a_sink_that_can_be_exchanged(place: Place) -> None:
    (place.folder / "sink").chmod(0o777)


def _a_folder_for_a_sink(place: Place) -> None:
    (place.folder / "sink" / "heads.jsonl").mkdir()


def _a_program_anybody_changes(place: Place) -> None:
    place.program.chmod(0o666)


def _the_demo_s_names(place: Place) -> None:
    place.program.write_text(place.program.read_text().replace("Marlowe Finch LLP", "Alder & Quill LLP"))


def _an_invented_contact(place: Place) -> None:
    place.program.write_text(place.program.read_text().replace("harbor-street.internal", "harborstreet.example"))


def _a_contact_that_is_none(place: Place) -> None:
    place.program.write_text(place.program.read_text().replace("probono@", ""))


def _no_time_zone(place: Place) -> None:
    place.program.write_text(re.sub(r"time_zone = .*\n", "", place.program.read_text()))


FOLDERS: dict[str, tuple[Callable[[Place], None], str]] = {
    "a folder open to everybody": (_open_to_everybody, "open to everybody"),
    "a folder a group writes to": (_open_to_a_group, "whole group"),
    "a key others read": (_an_open_key, "treat it as known"),
    "the folder of an evaluation": (_an_evaluation, "folder of an evaluation"),
    "files open to everybody": (_open_files, "PROBONO_FILES is open"),
    "a sink everybody writes to": (_an_open_sink, "written to by everybody"),
    "a sink that can be exchanged": (_a_sink_that_can_be_exchanged, "could be exchanged"),
    "a folder for a sink": (_a_folder_for_a_sink, "is a folder"),
    "a program anybody changes": (_a_program_anybody_changes, "can be changed by everybody"),
    "the demo's organizations": (_the_demo_s_names, "invented organizations"),
    "a contact who does not exist": (_an_invented_contact, "would reach nobody"),
    "a contact without an address": (_a_contact_that_is_none, "no e-mail address"),
    "no time zone": (_no_time_zone, "time_zone is missing"),
}


def _is_refused(done: subprocess.CompletedProcess[str], sentence: str) -> None:
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert sentence in done.stderr
    assert done.stdout == ""
    assert not any(secret in done.stderr for secret in (PASSWORD, SECRET, KEY))


def test_there_are_at_least_forty() -> None:
    assert len(ENVIRONMENT) + len(FOLDERS) >= 40


def test_strong_settings_start(place: Place) -> None:
    done = _start(place, {})

    assert (done.returncode, done.stdout, done.stderr) == (0, "production\n", "")


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_a_weak_environment_is_refused(place: Place, name: str) -> None:
    changes, sentence = ENVIRONMENT[name]

    _is_refused(_start(place, changes), sentence)


@pytest.mark.parametrize("name", ["PROBONO_VAR", "PROBONO_FILES"])
def test_a_sink_the_site_can_rewrite_is_refused(place: Place, name: str) -> None:
    folder = place.environment({})[name]

    _is_refused(_start(place, {"PROBONO_AUDIT_SINK": f"{folder}/heads.jsonl"}), f"lies in {name}")


def test_files_among_those_for_everybody_are_refused(place: Place) -> None:
    _is_refused(_start(place, {"PROBONO_FILES": str(place.var / "static" / "files")}), "gives to everybody")


@pytest.mark.parametrize("name", FOLDERS)
def test_a_weak_folder_or_file_is_refused(place: Place, name: str) -> None:
    spoil, sentence = FOLDERS[name]
    spoil(place)

    _is_refused(_start(place, {"PROBONO_PORT": "8000"}), sentence)


def test_a_refused_start_makes_nothing(place: Place) -> None:
    _start(place, {"PROBONO_SECRET_KEY": None})

    assert list(place.var.iterdir()) == []
