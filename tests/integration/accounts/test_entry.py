"""The door of every page and job: the gate before the view, and an audit row after it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from demo.pdf import text_pdf
from probono.accounts import entry, services
from probono.accounts.data_classes import ANY
from probono.accounts.entry import JobError
from probono.accounts.handles import handle_of
from probono.accounts.models import OpenSession
from probono.accounts.models.access import Basis
from probono.audit import services as audit
from probono.audit.models import Entry
from probono.matters import jobs
from probono.matters.models import BuildState, Matter, PacketBuild
from probono.matters.services.record import add_sheet
from probono.matters.services.sheet_taking import take_sheet

SHEET = (Path(__file__).parents[3] / "demo" / "readme" / "sheet.txt").read_bytes()
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _last() -> Entry:
    return Entry.objects.latest("seq")


def test_reading_a_page_is_told(
    as_: Callable[[Any], Client], avery: Any, matter: Matter, urls: SimpleNamespace
) -> None:
    assert as_(avery).get(urls.record).status_code == 200

    told = _last()
    assert (told.actor, told.action, told.outcome) == (avery.pk, "read", "done")
    assert (told.data_class, told.route) == ("D4", "matters:record")
    assert told.handle == handle_of(matter.pk, matter.pk)


def test_a_preview_is_told_with_its_part(
    as_: Callable[[Any], Client], avery: Any, with_sheet: Matter, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    pdf = text_pdf([["FICTIONAL", *page.splitlines()] for page in SHEET.decode().split("\f")], title="FICTIONAL")
    add_sheet(by=avery, matter=with_sheet, sheet=take_sheet(pdf, "sheet.pdf"))

    assert browser.get(f"{urls.record}pages/1/").status_code == 200
    assert _last().route == "matters:page-image"
    assert _last().part == handle_of(with_sheet.pk, "page=1")


def test_a_refusal_is_told_and_says_nothing(as_: Callable[[Any], Client], casey: Any, urls: SimpleNamespace) -> None:
    assert as_(casey).get(urls.facts).status_code == 404

    assert (_last().actor, _last().outcome) == (casey.pk, "refused")


def test_what_is_not_done_is_told_as_not_done(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    assert as_(avery).post(urls.record).status_code == 422

    assert (_last().action, _last().outcome) == ("change", "failed")


def test_a_page_that_breaks_is_told_as_not_done(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = as_(avery)
    browser.raise_request_exception = False

    def broken(*_: Any) -> Any:
        raise ValueError("Marisol")

    monkeypatch.setattr("probono.matters.views.facts.facts_page", broken)

    assert browser.get(urls.facts).status_code == 500
    assert (_last().route, _last().action, _last().outcome) == ("matters:facts", "read", "failed")


def test_a_job_that_breaks_is_told_as_not_done(avery: Any, with_facts: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    build = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1)

    def broken(**_: Any) -> Any:
        raise ValueError("Marisol")

    monkeypatch.setattr(jobs, "run_build", broken)
    with pytest.raises(JobError):
        jobs.build_packet.call(actor_id=str(avery.pk), matter_id=str(with_facts.pk), build_id=str(build.pk))

    assert [one.outcome for one in Entry.objects.filter(action="job").order_by("seq")] == ["begun", "failed"]


def test_a_job_is_told_before_it_begins_and_when_it_has_ended(
    avery: Any, with_facts: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1)
    monkeypatch.setattr(jobs, "run_build", lambda **_: None)

    jobs.build_packet.call(actor_id=str(avery.pk), matter_id=str(with_facts.pk), build_id=str(build.pk))

    assert [one.outcome for one in Entry.objects.filter(action="job").order_by("seq")] == ["begun", "done"]


def test_a_job_that_cannot_be_told_does_not_begin(
    avery: Any, with_facts: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1)
    ran = []
    monkeypatch.setattr(jobs, "run_build", lambda **_: ran.append(1))

    def broken(*_: Any, **__: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(Entry, "save", broken)
    with pytest.raises(audit.UnavailableError):
        jobs.build_packet.call(actor_id=str(avery.pk), matter_id=str(with_facts.pk), build_id=str(build.pk))

    assert ran == []


def test_a_sign_in_that_cannot_be_told_does_not_happen(avery: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Client(SERVER_NAME="localhost")

    def broken(*_: Any, **__: Any) -> None:
        raise DatabaseError

    with monkeypatch.context() as down:
        down.setattr(Entry, "save", broken)
        assert browser.post("/demo-sign-in/", {"person": str(avery.pk)}).status_code == 503

    assert browser.get("/matters/").status_code == 302


def test_a_session_whose_end_cannot_be_told_opens_nothing(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = as_(avery)
    OpenSession.objects.update(last_seen_at=timezone.now() - dt.timedelta(hours=3))

    def broken(*_: Any, **__: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(Entry, "save", broken)
    assert browser.get(urls.facts).status_code == 503


def test_no_row_names_anybody(
    as_: Callable[[Any], Client], avery: Any, with_facts: Matter, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    for page in (urls.matter, urls.record, urls.findings, urls.facts, urls.packet):
        browser.get(page)

    rows = str(list(Entry.objects.values()))
    assert not any(word in rows for word in ("Marisol", "Vega", "Cedar", "Avery", "sheet", str(with_facts.pk)))


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_cannot_be_told_does_not_happen(
    as_: Callable[[Any], Client],
    avery: Any,
    matter: Matter,
    urls: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
) -> None:
    browser = as_(avery)

    def broken(*_: Any, **__: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(Entry, "save", broken)
    answer = getattr(browser, method)(f"{urls.facts}petitioner/", {"based_on": "0", "legal_name": "Marisol"})

    assert answer.status_code == 503
    assert b"Marisol" not in answer.content
    assert not _fact_sheets(matter)


def test_a_refusal_that_cannot_be_told_is_the_same_answer(
    as_: Callable[[Any], Client], casey: Any, urls: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = as_(casey)

    def broken(*_: Any, **__: Any) -> None:
        raise audit.UnavailableError

    monkeypatch.setattr(entry, "append", broken)

    assert browser.get(urls.facts).status_code == 503
    assert browser.get(f"/matters/{uuid4()}/facts/").status_code == 503


def test_a_wall_put_up_meanwhile_stops_the_next_request(
    as_: Callable[[Any], Client], avery: Any, matter: Matter, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    assert browser.get(urls.facts).status_code == 200

    services.deny(account=avery, data_class=ANY, basis=Basis.WALL, matter_id=matter.pk)

    assert browser.get(urls.facts).status_code == 404
    assert browser.post(f"{urls.facts}periods/new/", {}).status_code == 404


def test_a_job_of_someone_who_lost_access_refuses_and_is_told(avery: Any, with_facts: Matter) -> None:
    build = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1)
    services.end_grants(account=avery, matter_id=with_facts.pk)

    jobs.build_packet.call(actor_id=str(avery.pk), matter_id=str(with_facts.pk), build_id=str(build.pk))

    build.refresh_from_db()
    assert build.state == BuildState.REFUSED
    assert (_last().action, _last().outcome, _last().route) == ("job", "refused", "build_packet")


def test_a_job_of_another_matter_s_build_finds_nothing(avery: Any, with_facts: Matter) -> None:
    other = Matter.objects.create(client_id=with_facts.client_id, code_name="Teal Harbor 1")
    build = PacketBuild.objects.create(matter=other, made_by=avery, number=1)

    jobs.build_packet.call(actor_id=str(avery.pk), matter_id=str(with_facts.pk), build_id=str(build.pk))

    build.refresh_from_db()
    assert build.state == BuildState.WAITING


def _fact_sheets(matter: Matter) -> bool:
    from probono.matters.models import FactSheet

    return FactSheet.objects.filter(matter=matter).exists()
