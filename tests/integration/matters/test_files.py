"""Downloads by ticket from the second origin."""

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import signing
from django.test import Client

from probono.accounts import services as accounts
from probono.matters.models import Matter, RecordUpload
from tests.integration.conftest import SHEET

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _link(matter: Matter, kind: str = "sheet") -> str:
    return f"/matters/{matter.pk}/files/{kind}/{RecordUpload.objects.get().pk}/"


def _ticket(browser: Client, matter: Matter) -> str:
    return urlsplit(browser.get(_link(matter))["Location"]).path


def test_the_sheet_comes_back_as_it_was(
    as_: Callable[[Any], Client], avery: Any, files_origin: Client, with_sheet: Matter
) -> None:
    answer = files_origin.get(_ticket(as_(avery), with_sheet))

    assert answer.content == SHEET
    assert answer["Content-Disposition"].startswith("attachment;")


def test_the_link_leads_to_the_second_origin(
    as_: Callable[[Any], Client], avery: Any, with_sheet: Matter, settings: Any
) -> None:
    assert as_(avery).get(_link(with_sheet))["Location"].startswith(f"{settings.FILES_ORIGIN}/files/")


def test_the_site_itself_gives_no_file(as_: Callable[[Any], Client], avery: Any, with_sheet: Matter) -> None:
    browser = as_(avery)

    assert browser.get(_ticket(browser, with_sheet)).status_code == 404


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/matters/", "/health/"])
def test_the_second_origin_gives_no_page(files_origin: Client, path: str) -> None:
    assert files_origin.get(path).status_code == 404


def test_a_ticket_ends_after_a_minute(
    as_: Callable[[Any], Client], avery: Any, files_origin: Client, with_sheet: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = _ticket(as_(avery), with_sheet)
    later = time.time() + 61
    monkeypatch.setattr(signing.time, "time", lambda: later)

    assert files_origin.get(ticket).status_code == 404


def test_a_changed_ticket_opens_nothing(
    as_: Callable[[Any], Client], avery: Any, files_origin: Client, with_sheet: Matter
) -> None:
    ticket = _ticket(as_(avery), with_sheet)

    assert files_origin.get(f"{ticket[:-4]}abc/").status_code == 404
    assert files_origin.get("/files/nonsense/").status_code == 404


def test_a_right_that_ended_meanwhile_opens_nothing(
    as_: Callable[[Any], Client], avery: Any, files_origin: Client, with_sheet: Matter
) -> None:
    ticket = _ticket(as_(avery), with_sheet)
    accounts.end_grants(account=avery, matter_id=with_sheet.pk)

    assert files_origin.get(ticket).status_code == 404


def test_a_disabled_account_opens_nothing(
    as_: Callable[[Any], Client], avery: Any, files_origin: Client, with_sheet: Matter
) -> None:
    ticket = _ticket(as_(avery), with_sheet)
    avery.is_active = False
    avery.save()

    assert files_origin.get(ticket).status_code == 404


def test_an_outsider_gets_no_ticket(as_: Callable[[Any], Client], casey: Any, with_sheet: Matter) -> None:
    assert as_(casey).get(_link(with_sheet)).status_code == 404


def test_an_unknown_kind_is_no_page(as_: Callable[[Any], Client], avery: Any, with_sheet: Matter) -> None:
    assert as_(avery).get(_link(with_sheet, "secret")).status_code == 404


def test_a_file_of_one_matter_is_not_reached_through_another(
    as_: Callable[[Any], Client], blair: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    other = Matter.objects.create(client_id=with_sheet.client_id, code_name="Cedar Lantern 43")

    assert as_(blair).get(_link(other)).status_code == 404
