"""A disclosure for each view from another organization: no more, no fewer."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.accounts import entry, services
from probono.accounts.entry import Subject
from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.consent.models import Disclosure, Release
from probono.consent.models.disclosure import WrittenOnceError
from probono.consent.services import releases
from probono.consent.services.disclosures import note
from probono.matters.models import Matter, RecordUpload
from probono.ui.today import today
from tests.integration.conftest import BEGAN

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _rows() -> list[tuple[str, str, bool]]:
    return list(Disclosure.objects.order_by("at").values_list("route", "seen", "named"))


def test_each_view_of_a_volunteer_leaves_one_row(
    as_: Callable[[Any], Client], avery: Account, firm: Any, with_facts: Matter, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    pages = (urls.matter, urls.record, urls.findings, urls.facts, urls.packet)
    for page in (*pages, urls.record):
        assert browser.get(page).status_code == 200

    assert [(route, seen) for route, seen, _named in _rows()] == [
        ("matters:matter", "D*"),
        ("matters:record", "D4"),
        ("matters:findings", "D5"),
        ("matters:facts", "D6"),
        ("matters:packet", "D5"),
        ("matters:record", "D4"),
    ]
    row = Disclosure.objects.order_by("at")[0]
    assert (row.account, row.organisation, row.client_id) == (avery, firm, with_facts.client_id)
    assert row.release == Release.objects.get()
    assert row.named


def test_a_thousand_ways_to_see_nothing_leave_none(
    as_: Callable[[Any], Client], avery: Account, casey: Account, matter: Matter, urls: SimpleNamespace
) -> None:
    """A refusal, a redirect, the list of matters, one's own account, and a form that was sent and led on."""
    browser, other = as_(avery), as_(casey)
    assert other.get(urls.record).status_code == 404
    assert browser.get(f"{urls.matter}releases/").status_code == 404
    assert browser.get("/matters/").status_code == 200
    assert browser.get("/account/").status_code == 200
    assert browser.get(f"{urls.matter}nothing/").status_code == 404

    assert _rows() == []


def test_a_form_that_is_shown_again_is_a_view(
    as_: Callable[[Any], Client], avery: Account, urls: SimpleNamespace
) -> None:
    assert as_(avery).post(urls.record).status_code == 422

    assert _rows() == [("matters:record", "D4", True)]


def test_whoever_works_for_the_home_organization_is_inside(
    as_: Callable[[Any], Client], blair: Account, dana: Account, frankie: Account, elif_: Account, urls: SimpleNamespace
) -> None:
    for who in (blair, dana, frankie, elif_):
        assert as_(who).get(urls.record).status_code == 200

    assert _rows() == []


def test_whoever_works_in_both_is_inside(
    as_: Callable[[Any], Client], avery: Account, home: Any, urls: SimpleNamespace
) -> None:
    services.add_member(account=avery, organisation=home, role=Role.LIBRARY_EDITOR, starts=BEGAN)

    assert as_(avery).get(urls.record).status_code == 200
    assert _rows() == []


def test_a_file_is_one_row_when_it_leaves_and_none_for_its_ticket(
    as_: Callable[[Any], Client], files_origin: Client, avery: Account, with_sheet: Matter, urls: SimpleNamespace
) -> None:
    upload = RecordUpload.objects.get()
    away = as_(avery).get(f"{urls.matter}files/sheet/{upload.pk}/")["Location"]
    assert _rows() == []

    assert files_origin.get(away.removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert _rows() == [("files:file", "D4", True)]


def test_without_a_release_it_says_so_and_that_she_was_not_named(
    as_: Callable[[Any], Client], avery: Account, blair: Account, urls: SimpleNamespace
) -> None:
    releases.stop(by=blair, release=Release.objects.get())

    assert as_(avery).get(urls.record).status_code == 200
    row = Disclosure.objects.get()
    assert (row.release, row.named) == (None, False)


def test_a_release_for_somebody_else_is_not_named_as_the_reason(
    avery: Account, blair: Account, drawn: Any, firm: Any, matter: Matter
) -> None:
    releases.stop(by=blair, release=Release.objects.get())
    other = services.add_account(email="other@example.test", name="Other Fictional")
    services.add_member(account=other, organisation=firm, role=Role.VOLUNTEER_ATTORNEY, starts=BEGAN)
    paper = drawn(organisation=firm, person=other)
    releases.sign(by=blair, release=paper, how="in_person", signed_on=today())

    note(actor=avery, subject=Subject(matter.client_id, matter.pk), data_class="D4", route="x")

    assert Disclosure.objects.get().release is None


def test_what_cannot_be_written_down_is_not_shown(
    as_: Callable[[Any], Client], avery: Account, urls: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: Any) -> None:
        raise ValueError("MARKER")

    monkeypatch.setattr(entry, "_after", [broken])
    browser = as_(avery)
    browser.raise_request_exception = False

    answer = browser.get(urls.record)

    assert answer.status_code == 500
    assert b"MARKER" not in answer.content


def test_a_row_is_written_once(as_: Callable[[Any], Client], avery: Account, urls: SimpleNamespace) -> None:
    as_(avery).get(urls.record)
    row = Disclosure.objects.get()

    with pytest.raises(WrittenOnceError):
        row.save()
