"""S-30: while the audit log cannot be written, every page, form, file and job is refused with 503, and nothing changes."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client

from probono.accounts.signing_in import windows
from probono.audit.services import UnavailableError
from probono.matters import jobs
from probono.matters.models import Matter, PacketBuild
from probono.vault.janitor import sweep
from tests.security.addresses import Addresses

pytestmark = pytest.mark.django_db
OF_THE_SESSION = ("sessions.Session", "accounts.OpenSession", "accounts.Attempt")
"""What a browser and its pace of guessing leave; nothing of a client, and nobody's rights."""


@contextmanager
def _down() -> Iterator[None]:
    """The log's table is not there, for the owner of the tables as for requests."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry RENAME TO audit_gone")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE audit_gone RENAME TO audit_entry")


def _state(folder: Path) -> dict[str, str]:
    """A hash of every table's rows and of every file that a row names."""
    sweep(older_than=-1)
    found = {}
    for model in apps.get_models():
        if model._meta.label in OF_THE_SESSION or model._meta.label == "audit.Entry":
            continue
        with connection.cursor() as cursor:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {table} t")
            found[model._meta.label] = cursor.fetchone()[0]
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


@pytest.mark.slow
def test_every_page_and_form_is_refused_and_nothing_changes(
    addresses: Addresses, everybody: dict[str, Client], settings: Any
) -> None:
    before = _state(settings.VAULT_FILES)
    answers: dict[tuple[str, str, str], int] = {}
    with _down():
        for address in addresses:
            for who, browser in everybody.items():
                for method in ("get", "post"):
                    if not address.is_told(method.upper()):
                        continue
                    body = addresses.body(address.name) if method == "post" else {}
                    with transaction.atomic():
                        answer = getattr(browser, method)(address.path, body)
                    answers[address.name, method, who] = answer.status_code
                    assert b"Marisol" not in answer.content, address.name
                    assert b"Nadia" not in answer.content, address.name

    assert {key: code for key, code in answers.items() if code != 503} == {}
    assert len(answers) > 300
    assert _state(settings.VAULT_FILES) == before


def test_the_same_forms_change_something_while_it_is_up(
    addresses: Addresses, everybody: dict[str, Client], settings: Any
) -> None:
    """The test above would see a change."""
    for name in (
        "matters:facts-part",
        "matters:facts-new-period",
        "matters:record",
        "matters:give-word",
        "matters:build",
    ):
        before = _state(settings.VAULT_FILES)
        address = addresses.one(name)
        body = addresses.body(name)
        if "based_on" in body:
            body["based_on"] = str(_newest(addresses.matter))

        answer = everybody["Avery"].post(address.path, body)
        assert answer.status_code == 302, (name, answer.content)

        assert _state(settings.VAULT_FILES) != before, name


def test_no_file_leaves(addresses: Addresses, everybody: dict[str, Client], files_origin: Client) -> None:
    """Not the ticket, and not the file of a ticket that was given before."""
    files_origin.raise_request_exception = False
    tickets = [everybody["Avery"].get(path)["Location"].split("/", 3)[3] for path in addresses.downloads()]

    with _down():
        codes = [everybody["Avery"].get(path).status_code for path in addresses.downloads()]
        answers = [files_origin.get(f"/{ticket}") for ticket in tickets]

    assert set(codes) == {503}
    assert {answer.status_code for answer in answers} == {503}
    assert all(b"PK" not in answer.content and b"%PDF" not in answer.content for answer in answers)
    assert all("attachment" not in answer.get("Content-Disposition", "") for answer in answers)


def test_nobody_signs_in_or_out(everybody: dict[str, Client], avery: Any, dana: Any, stranger: Client) -> None:
    stranger.raise_request_exception = False
    with _down():
        assert stranger.post("/demo-sign-in/", {"person": str(avery.pk)}).status_code == 503
        assert everybody["Dana"].post("/sign-out/").status_code == 503

    assert stranger.get("/matters/").status_code == 302
    assert everybody["Dana"].get("/matters/").status_code == 200


def test_a_client_s_window_shows_nothing(whole: Matter, dana: Any, stranger: Client) -> None:
    stranger.raise_request_exception = False
    _row, phrase = windows.open_window(by=dana, matter_id=whole.pk, language="en")
    assert stranger.post("/words/", {"phrase": phrase}).status_code == 302
    assert stranger.get("/look/").status_code == 200

    with _down():
        assert stranger.get("/look/").status_code == 503


def test_no_job_begins(whole: Matter, avery: Any) -> None:
    build = PacketBuild.objects.create(matter=whole, made_by=avery, number=9)

    with _down(), pytest.raises(UnavailableError), transaction.atomic():
        jobs.build_packet.call(actor_id=str(avery.pk), matter_id=str(whole.pk), build_id=str(build.pk))

    build.refresh_from_db()
    assert build.state == "waiting"
    assert not build.papers.exists()


def test_no_access_is_given(whole: Matter, casey: Any, dana: Any) -> None:
    from probono.accounts import services

    given: list[Callable[[], Any]] = [
        lambda: services.deny(account=casey, data_class="D*", basis="wall", matter_id=whole.pk, by=dana),
        lambda: services.end_grants(account=dana, matter_id=whole.pk, by=dana),
        lambda: services.grant(
            account=casey, data_class="D4", verb="read", basis="release", matter_id=whole.pk, client_id=whole.client_id
        ),
    ]
    with _down():
        for act in given:
            with pytest.raises(UnavailableError):
                act()

    assert not casey.grants.filter(matter_id=whole.pk).exists()
    assert not casey.denies.exists()


def _newest(matter: Matter) -> int:
    from probono.matters.models import FactSheet

    return int(FactSheet.objects.filter(matter=matter).latest("number").number)
