"""S-14, S-16: a wall that is put up while something is under way stops its very next step."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site_settings
from django.db import transaction
from django.test import Client

from probono.accounts import services
from probono.accounts.data_classes import ANY, DataClass
from probono.accounts.entry import JobError
from probono.accounts.models import Account
from probono.accounts.models.access import Basis
from probono.audit.models import Entry
from probono.matters import jobs
from probono.matters.models import BuildState, Matter, PacketBuild, Paper, RecordUpload
from probono.matters.services import packet
from tests.integration.conftest import SHEET

pytestmark = pytest.mark.django_db

two_walls = pytest.mark.skipif(
    "postgresql" not in site_settings.DATABASES["default"]["ENGINE"], reason="SQLite has no second wall"
)


def _wall(account: Account, matter: Matter, data_class: str = ANY, *, by_client: bool = False) -> None:
    whom = {"client_id": matter.client_id} if by_client else {"matter_id": matter.pk}
    services.deny(account=account, data_class=data_class, basis=Basis.CLIENT_NO if by_client else Basis.WALL, **whom)


@pytest.mark.parametrize("data_class", [ANY, DataClass.RECORD])
@pytest.mark.parametrize("by_client", [True, False])
def test_a_ticket_opens_nothing_behind_a_wall(
    as_: Callable[[Any], Client],
    avery: Any,
    files_origin: Client,
    with_sheet: Matter,
    data_class: str,
    by_client: bool,
) -> None:
    link = f"/matters/{with_sheet.pk}/files/sheet/{RecordUpload.objects.get().pk}/"
    ticket = urlsplit(as_(avery).get(link)["Location"]).path
    assert files_origin.get(ticket).content == SHEET

    _wall(avery, with_sheet, data_class, by_client=by_client)

    refused, never = files_origin.get(ticket), files_origin.get("/files/never-there/")
    assert (refused.status_code, refused.content, dict(refused.headers)) == (404, never.content, dict(never.headers))


def test_a_page_that_was_open_sends_its_form_nowhere(
    as_: Callable[[Any], Client], avery: Any, matter: Matter, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    assert browser.get(urls.record).status_code == 200
    _wall(avery, matter)

    assert browser.post(urls.record, {"file": SHEET}).status_code == 404
    assert not RecordUpload.objects.exists()


def _built_behind(account: Account, matter: Matter) -> tuple[PacketBuild, bool]:
    build = PacketBuild.objects.create(matter=matter, made_by=account, number=1)
    stopped = False
    try:
        jobs.build_packet.call(actor_id=str(account.pk), matter_id=str(matter.pk), build_id=str(build.pk))
    except JobError:
        stopped = True
    build.refresh_from_db()
    return build, stopped


def test_a_job_of_somebody_walled_off_before_it_runs_is_refused_and_told(avery: Any, with_facts: Matter) -> None:
    _wall(avery, with_facts, DataClass.LEGAL_FILE)

    build, _stopped = _built_behind(avery, with_facts)

    assert build.state == BuildState.REFUSED
    last = Entry.objects.latest("seq")
    assert (last.action, last.outcome, last.route) == ("job", "refused", "build_packet")


@two_walls
@pytest.mark.parametrize("step", ["read", "screen", "plan", "write", "keep"])
@pytest.mark.parametrize("by_client", [True, False])
def test_a_wall_put_up_during_a_job_stops_its_next_step(
    avery: Any, with_facts: Matter, monkeypatch: pytest.MonkeyPatch, settings: Any, step: str, by_client: bool
) -> None:
    tells = packet._progress

    def progress(build: PacketBuild) -> Callable[[str, int], None]:
        tell = tells(build)

        def told(name: str, percent: int) -> None:
            if name == step:
                _wall(avery, with_facts, by_client=by_client)
            with transaction.atomic():  # a test is one transaction, a job is not
                tell(name, percent)

        return told

    monkeypatch.setattr(packet, "_progress", progress)
    if step != "keep":  # the steps before it need no papers
        monkeypatch.setattr(packet.vacatur, "bundle", _must_not_run)

    build, stopped = _built_behind(avery, with_facts)

    assert stopped
    assert (build.state, build.manifest) == (BuildState.FAILED, None)
    assert not Paper.objects.exists()


@two_walls
def test_a_wall_put_up_after_the_papers_are_written_keeps_none_of_them(
    avery: Any, with_facts: Matter, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    def gathered(folder: Any) -> Any:
        _wall(avery, with_facts, DataClass.LEGAL_FILE)
        return {"files": [], "pack": "x", "missing": []}, [("petition.pdf", b"FICTIONAL")]

    monkeypatch.setattr(packet, "_gathered", gathered)
    monkeypatch.setattr(packet.vacatur, "bundle", lambda *_: None)
    before = {path for path in settings.VAULT_FILES.rglob("*") if path.is_file()}

    build, stopped = _built_behind(avery, with_facts)

    assert stopped
    assert build.state == BuildState.FAILED
    assert not Paper.objects.exists()
    assert {path for path in settings.VAULT_FILES.rglob("*") if path.is_file()} == before


def _must_not_run(*_: Any) -> None:
    raise AssertionError("the papers were written for somebody who is walled off")
