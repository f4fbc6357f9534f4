"""S-35: an error inside every page and job, with made-up words in every field: not one comes out, wherever one looks.

Looked at: answers with their headers, standard output and error, log lines, mail, tables that are not sealed, what a job
leaves in its queue, every file the test may write, and the database server's own log.
"""

import io
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from probono.accounts import entry
from probono.audit.models import Entry
from probono.config.logs import WithoutContent
from probono.matters import jobs
from probono.matters.models import FactSheet, Matter, PacketBuild
from probono.matters.services.packet import ask_for_packet
from probono.retention.jobs import drop_copy
from probono.retention.models import ClientCopy
from probono.retention.services import copies, copy_ends, copy_making
from tests.security.addresses import Addresses
from tests.security.markers import Markers, in_files, in_tables, in_text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NAMED_BY_STAFF = {"accounts.Account", "accounts.Organisation", "accounts.Enrolment"}


class PlantedError(Exception):
    """An error of a library, whose words hold what it worked on."""


@dataclass
class Heard:
    """Everything that came out."""

    log: io.StringIO = field(default_factory=io.StringIO)
    answers: list[str] = field(default_factory=list)

    def answer(self, answer: Any) -> None:
        """Keeps an answer with its headers."""
        self.answers.append(f"{answer.status_code} {answer.headers}\n{answer.content.decode('latin-1')}")

    def markers(self) -> set[str]:
        """The made-up words in the log lines and answers."""
        return in_text(self.log.getvalue()) | in_text("\n".join(self.answers))


@pytest.fixture
def heard() -> Iterator[Heard]:
    """What the site's own log handlers write comes here."""
    found = Heard()
    ours = [one for one in logging.getLogger().handlers if isinstance(one.formatter, WithoutContent)]
    assert ours
    streams = [(one, one.setStream(found.log)) for one in ours if isinstance(one, logging.StreamHandler)]
    yield found
    for one, before in streams:
        one.setStream(before or sys.stderr)


@pytest.fixture
def words() -> Markers:
    return Markers()


@pytest.fixture
def everywhere(addresses: Addresses, everybody: dict[str, Client], words: Markers, tmp_path: Path) -> Path:
    """The matter's facts, sheet and papers hold made-up words; the folder is the only one the test may write to."""
    for name in ("matters:facts-part", "matters:facts-new-period", "matters:facts-item", "matters:record"):
        body = addresses.body(name, "\n".join(words.some(9)) if name != "matters:record" else words.one())
        if "based_on" in body:
            body["based_on"] = str(FactSheet.objects.filter(matter=addresses.matter).latest("number").number)
        answer = everybody["Avery"].post(addresses.one(name).path, body)
        assert answer.status_code == 302, (name, answer.content[-2000:])
    return tmp_path


def _planted(words: Markers, matter: Matter) -> Any:
    """What goes wrong once a page has done its work: an error that repeats what was sent, from one that repeats a row."""

    def wrong(*_: Any, **__: Any) -> bool:
        sheet = FactSheet.objects.filter(matter=matter).latest("number")
        try:
            with transaction.atomic():
                FactSheet.objects.create(matter=matter, number=sheet.number, document={"said": words.some(5)})
        except IntegrityError as error:
            raise PlantedError(f"DETAIL: {sheet.document} {words.some(5)}") from error
        raise AssertionError("the row was taken twice")

    return wrong


def _server_log() -> Path | None:
    """The log of the tests' database server, where it lies beside its socket."""
    path = Path(str(connection.settings_dict["HOST"])) / "log"
    return path if path.is_file() else None


def test_no_page_lets_a_word_out(
    everywhere: Path,
    addresses: Addresses,
    everybody: dict[str, Client],
    words: Markers,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(entry, "_tells", _planted(words, addresses.matter))
    broke = 0
    capfd.readouterr()
    for address in addresses:
        for who in ("Avery", "Dana"):
            for method in ("get", "post"):
                body = addresses.body(address.name, words.one()) if method == "post" else {"q": words.one()}
                answer = getattr(everybody[who], method)(address.path, body)
                heard.answer(answer)
                broke += answer.status_code == 500
    monkeypatch.undo()

    assert broke > 60
    assert len(words.given) > 500
    assert "PlantedError" in heard.log.getvalue()
    assert "after IntegrityError" in heard.log.getvalue()
    assert heard.markers() == set()
    assert in_text("".join(capfd.readouterr())) == set()
    assert in_text(str([one.__dict__ for one in mail.outbox])) == set()
    assert {table: hits for table, hits in in_tables().items() if table not in NAMED_BY_STAFF} == {}
    assert in_files(everywhere) == {}
    assert Entry.objects.filter(outcome="failed").count() >= broke


def test_no_error_before_a_page_begins_lets_a_word_out(
    everywhere: Path,
    addresses: Addresses,
    everybody: dict[str, Client],
    words: Markers,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the address is looked up, where the gate is asked, and where the answer is drawn."""

    def wrong(*_: Any, **__: Any) -> Any:
        raise PlantedError(" ".join(words.some(3)))

    for place in ("probono.accounts.gate.can", "probono.accounts.entry._check", "django.template.base.Template.render"):
        with monkeypatch.context() as broken:
            broken.setattr(place, wrong)
            for name in ("matters:record", "matters:findings", "matters:facts", "matters:packet", "matters:opened"):
                try:
                    answer = everybody["Dana"].get(addresses.one(name).path, {"q": words.one()})
                except PlantedError:  # the page for errors cannot be drawn either; the server then says its own "500"
                    continue
                heard.answer(answer)

    assert "PlantedError" in heard.log.getvalue()
    assert heard.markers() == set()


@pytest.mark.parametrize("name", sorted(entry.JOBS))
def test_no_job_lets_a_word_out(
    name: str,
    everywhere: Path,
    addresses: Addresses,
    avery: Any,
    dana: Any,
    pat: Any,
    words: Markers,
    heard: Heard,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """As the worker runs it, from the queue in the database."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    wrong = _planted(words, addresses.matter)
    matter, day = addresses.matter, timezone.localdate()
    told = {"matter_id": matter.pk, "she_asked_on": day, "known_by": "face", "handover": "in_person", "language": "en"}
    copy = copies.ask(by=dana, **told)
    ids = {"actor_id": str(dana.pk), "matter_id": str(matter.pk), "copy_id": str(copy.pk)}
    asked: dict[str, tuple[Callable[[], Any], Any, str, Callable[[], str]]] = {
        "build_packet": (
            lambda: ask_for_packet(by=avery, matter=matter, filing=False),
            jobs, "run_build", lambda: PacketBuild.objects.filter(matter=matter).latest("number").state,
        ),
        "make_copy": (
            lambda: copies.agree(by=pat, copy=copy), copy_making, "members_of", lambda: ClientCopy.objects.get().state,
        ),
        "drop_copy": (lambda: drop_copy.enqueue(**ids), copy_ends, "drop", lambda: "failed"),
    }  # fmt: skip
    ask, module, inside, state = asked[name]
    monkeypatch.setattr(module, inside, wrong)
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)  # the test's transaction lives in this one
    capfd.readouterr()

    ask()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=3, reload=False)

    assert "JobError" in heard.log.getvalue() or "JobError" in _queue()
    assert in_text(_queue()) == set()
    assert heard.markers() == set()
    assert in_text("".join(capfd.readouterr())) == set()
    assert {table: hits for table, hits in in_tables().items() if table not in NAMED_BY_STAFF} == {}
    assert in_files(everywhere) == {}
    assert state() == "failed"


def test_the_database_server_s_log_holds_none(
    everywhere: Path,
    addresses: Addresses,
    everybody: dict[str, Client],
    words: Markers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It writes down the statement that failed and the row that did not fit; both are sealed."""
    log = _server_log()
    assert log is not None
    before = len(log.read_bytes())
    monkeypatch.setattr(entry, "_tells", _planted(words, addresses.matter))
    for name in ("matters:facts", "matters:facts-part", "matters:record"):
        everybody["Avery"].post(addresses.one(name).path, addresses.body(name, words.one()))

    said = log.read_bytes()[before:]
    assert b"fact_sheet_once" in said
    assert in_text(said) == set()


def test_a_planted_leak_would_be_heard(heard: Heard, words: Markers) -> None:
    heard.log.write(words.one())
    heard.answers.append(words.one().upper())

    assert len(heard.markers()) == 2


def test_a_refusal_s_own_error_lets_nothing_out(
    everywhere: Path, addresses: Addresses, everybody: dict[str, Client], words: Markers, heard: Heard
) -> None:
    """ "No such page" is raised from errors that know more."""
    for path in (f"{addresses.one('matters:record').path}pages/999/", f"{addresses.one('matters:facts').path}other/"):
        heard.answer(everybody["Avery"].get(path, {"q": words.one()}))

    assert heard.markers() == set()


def _queue() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT t::text FROM django_tasks_database_dbtaskresult t")
        return "\n".join(row[0] for row in cursor.fetchall())
