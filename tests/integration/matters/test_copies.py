"""S-55: who may hold a copy of the sheet, and what the virus scanner has to say first."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from probono.matters.models import CopyRule, Matter, RecordUpload
from probono.matters.services.record import set_holders
from probono.vault.uploads import clamd
from probono.vault.uploads.clamd import Scan, Verdict
from probono.vault.uploads.verdicts import Rescan, scan_again
from tests.integration.conftest import SHEET

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _link(matter: Matter) -> str:
    return f"/matters/{matter.pk}/files/sheet/{RecordUpload.objects.get().pk}/"


def _set(browser: Client, urls: SimpleNamespace, holders: str) -> Any:
    return browser.post(f"{urls.record}copies/", {"holders": holders})


@pytest.fixture
def scanner(settings: Any, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A scanner that is set up and says what `verdict` is."""
    settings.CLAMD = "/run/clamd"
    told = SimpleNamespace(verdict=Verdict.NOT_SCANNED)
    monkeypatch.setattr(clamd, "scan", lambda data, place, *, now: Scan(told.verdict))
    return told


def test_the_page_tells_how_to_handle_the_sheet(
    as_: Callable[[Any], Client], frankie: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    page = as_(frankie).get(urls.record).content.decode()

    assert "Handle with care." in page
    assert "Attorneys only" in page
    assert "numbers and addresses that this page sets apart" in page
    assert "not scanned" in page
    assert "Set who may hold a copy" not in page


@pytest.mark.parametrize(
    ("holders", "counsel", "advocate"), [("readers", 302, 302), ("counsel", 302, 404), ("nobody", 404, 404)]
)
def test_counsel_sets_who_may_hold_a_copy(
    as_: Callable[[Any], Client],
    avery: Any,
    frankie: Any,
    urls: SimpleNamespace,
    with_sheet: Matter,
    holders: str,
    counsel: int,
    advocate: int,
) -> None:
    assert _set(as_(avery), urls, holders).status_code == 302

    assert as_(avery).get(_link(with_sheet)).status_code == counsel
    assert as_(frankie).get(_link(with_sheet)).status_code == advocate
    assert ("Download the sheet" in as_(frankie).get(urls.record).content.decode()) is (advocate == 302)


def test_a_ticket_taken_before_does_not_outlive_the_rule(
    as_: Callable[[Any], Client], avery: Any, files_origin: Client, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    ticket = urlsplit(as_(avery).get(_link(with_sheet))["Location"]).path
    _set(as_(avery), urls, "nobody")

    assert files_origin.get(ticket).status_code == 404


def test_nobody_else_sets_it_and_nonsense_changes_nothing(
    as_: Callable[[Any], Client], avery: Any, blair: Any, frankie: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    assert _set(as_(blair), urls, "nobody").status_code == 404
    assert _set(as_(frankie), urls, "nobody").status_code == 404
    _set(as_(avery), urls, "the whole world")

    assert not CopyRule.objects.exists()


def test_what_the_scanner_finds_is_not_taken(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, scanner: SimpleNamespace, settings: Any
) -> None:
    scanner.verdict = Verdict.INFECTED

    answer = as_(avery).post(urls.record, {"file": SimpleUploadedFile("sheet.txt", SHEET)})

    assert answer.status_code == 422
    assert "virus scanner found something" in answer.content.decode()
    assert not RecordUpload.objects.exists()
    assert not [path for path in settings.VAULT_FILES.rglob("*") if path.is_file()]


def test_what_was_not_scanned_goes_to_nobody_else_until_it_is(
    as_: Callable[[Any], Client],
    avery: Any,
    frankie: Any,
    scanner: SimpleNamespace,
    urls: SimpleNamespace,
    with_sheet: Matter,
) -> None:
    set_holders(by=avery, matter=with_sheet, holders="readers")
    assert as_(avery).get(_link(with_sheet)).status_code == 302
    assert as_(frankie).get(_link(with_sheet)).status_code == 404
    assert "until the virus scanner has looked at it" in as_(frankie).get(urls.record).content.decode()

    assert scan_again().left == 1
    scanner.verdict = Verdict.CLEAN
    assert scan_again().left == 0

    assert as_(frankie).get(_link(with_sheet)).status_code == 302
    assert "nothing found" in as_(frankie).get(urls.record).content.decode()


def test_what_is_found_later_goes_to_nobody_and_the_page_says_so(
    as_: Callable[[Any], Client], avery: Any, scanner: SimpleNamespace, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    scanner.verdict = Verdict.INFECTED

    assert scan_again() == Rescan(infected=1, left=0)

    assert as_(avery).get(_link(with_sheet)).status_code == 404
    page = as_(avery).get(urls.record).content.decode()
    assert "something harmful was found" in page
    assert _link(with_sheet) not in page
    assert "Upload a clean copy" in page
