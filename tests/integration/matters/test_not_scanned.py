"""S-55, from the upload to the download: whatever is wrong with the scanner, a file counts as not scanned and is blocked."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from probono.matters.models import Matter, RecordUpload
from probono.matters.services.record import set_holders
from probono.vault.uploads import clamd
from probono.vault.uploads.verdicts import scan_again
from tests.integration.conftest import SHEET
from tests.integration.vault.uploads.scanner import FakeScanner

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _fresh() -> str:
    return f"ClamAV 1.4.1/27462/{timezone.now():%a %b %d %H:%M:%S %Y}"


WRONG: dict[str, Callable[[], Any]] = {
    "down": lambda: nullcontext(SimpleNamespace(place="/nowhere/clamd")),
    "hangs": lambda: FakeScanner(None, _fresh()),
    "over its limit": lambda: FakeScanner("INSTREAM size limit exceeded. ERROR", _fresh()),
    "over a limit inside": lambda: FakeScanner("stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND", _fresh()),
    "old signatures": lambda: FakeScanner("stream: OK", "ClamAV 1.4.1/27462/Mon Nov 02 09:37:49 2020"),
    "talks nonsense": lambda: FakeScanner("stream: OK, I think", _fresh()),
}


@pytest.fixture(params=WRONG)
def wrong_scanner(request: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(clamd.scan.__kwdefaults__, "seconds", 0.5)
    with WRONG[request.param]() as scanner:
        settings.CLAMD = scanner.place
        yield


def test_it_is_kept_and_seen_by_nobody_else_until_it_is_scanned(
    as_: Callable[[Any], Client],
    avery: Any,
    frankie: Any,
    urls: SimpleNamespace,
    matter: Matter,
    settings: Any,
    wrong_scanner: None,
) -> None:
    assert as_(avery).post(urls.record, {"file": SimpleUploadedFile("sheet.txt", SHEET)}).status_code == 302
    set_holders(by=avery, matter=matter, holders="readers")
    link = f"/matters/{matter.pk}/files/sheet/{RecordUpload.objects.get().pk}/"

    assert RecordUpload.objects.get().scan == "not_scanned"
    assert scan_again().left == 1
    assert as_(avery).get(link).status_code == 302
    assert as_(frankie).get(link).status_code == 404
    page = as_(frankie).get(urls.record).content.decode()
    assert "not scanned" in page
    assert "nothing found" not in page

    with FakeScanner("stream: OK", _fresh()) as scanner:
        settings.CLAMD = scanner.place
        assert scan_again().left == 0
    assert as_(frankie).get(link).status_code == 302
