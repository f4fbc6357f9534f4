"""A form's large file comes in pieces through the form's own door, and goes on where a lost connection stopped it."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from probono.accounts.models import HeldForm, OpenSession, SentPiece
from probono.accounts.sending import pieces
from probono.audit.models import Entry
from probono.matters.models import Matter, RecordUpload
from probono.vault import files
from probono.vault.fields import scope_of
from tests.integration.conftest import SHEET

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PIECE = 700
DIGEST = hashlib.sha256(SHEET).hexdigest()


@pytest.fixture(autouse=True)
def _small_pieces(settings: Any) -> None:
    settings.UPLOAD_PIECE_BYTES = PIECE


def _piece(browser: Client, address: str, begins: Any, data: bytes, **other: str) -> HttpResponse:
    told = {"X-File-Digest": DIGEST, "X-File-Length": str(len(SHEET)), "X-Piece-Begins": str(begins)} | other
    answer: HttpResponse = browser.post(address, data, content_type="application/octet-stream", headers=told)
    return answer


def _send_all(browser: Client, address: str, data: bytes = SHEET, start: int = 0) -> None:
    for begins in range(start, len(data), PIECE):
        answer = _piece(browser, address, begins, data[begins : begins + PIECE])
        assert answer.status_code == 200


def _form(name: str = "sheet.txt", **other: str) -> dict[str, str]:
    return {"sent_digest": DIGEST, "sent_length": str(len(SHEET)), "file_name": name} | other


def test_the_form_takes_what_came_in_pieces_and_they_are_gone(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, settings: Any
) -> None:
    browser = as_(avery)
    _send_all(browser, urls.record)

    assert browser.post(urls.record, _form()).status_code == 302

    kept = RecordUpload.objects.get()
    assert kept.name == "sheet.txt"
    assert files.read(kept.file, scope_of(kept)) == SHEET
    assert not SentPiece.objects.exists()
    assert len(list(settings.VAULT_FILES.glob("??/*"))) == 1


def test_an_empty_piece_asks_how_much_is_there(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    browser = as_(avery)

    assert _piece(browser, urls.record, 0, b"").json() == {"have": 0}
    _piece(browser, urls.record, 0, SHEET[:PIECE])
    again = as_(avery)  # the page was closed, and the same file is chosen again

    assert _piece(again, urls.record, 0, b"").json() == {"have": PIECE}
    _send_all(again, urls.record, start=PIECE)
    assert again.post(urls.record, _form()).status_code == 302


def test_a_piece_that_does_not_go_on_is_told_where_to(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    _piece(browser, urls.record, 0, SHEET[:PIECE])

    late = _piece(browser, urls.record, 2 * PIECE, SHEET[2 * PIECE : 3 * PIECE])

    assert (late.status_code, late.json()) == (409, {"have": PIECE})


@pytest.mark.parametrize(
    ("begins", "data", "other", "status"),
    [
        (0, b"x", {"X-File-Digest": "nonsense"}, 400),
        (0, b"x", {"X-File-Length": "-1"}, 400),
        ("x", b"x", {}, 400),
        (len(SHEET), b"x", {}, 400),
        (0, b"x" * (PIECE + 1), {}, 413),
        (0, b"x", {"X-File-Length": str(50 * 1024 * 1024 + 1)}, 413),
    ],
)
def test_nonsense_is_refused_in_a_sentence_and_nothing_is_kept(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, begins: Any, data: bytes, other: Any, status: int
) -> None:
    answer = _piece(as_(avery), urls.record, begins, data, **other)

    assert answer.status_code == status
    assert answer.json()["sentence"].endswith(".")
    assert not SentPiece.objects.exists()


def test_too_much_on_the_way_is_said(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "MOST", 10)

    answer = _piece(as_(avery), urls.record, 0, SHEET[:PIECE])

    assert answer.status_code == 429
    assert "at once" in answer.json()["sentence"]


def test_a_form_whose_pieces_are_not_all_there_asks_for_the_file(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    _piece(browser, urls.record, 0, SHEET[:PIECE])

    answer = browser.post(urls.record, _form())

    assert answer.status_code == 422
    assert "Choose the file with the RAP sheet." in answer.content.decode()
    assert SentPiece.objects.count() == 1


def test_of_a_file_that_the_form_refuses_nothing_is_kept(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    another = re.sub(rb"A\d{8}", b"A00000019", SHEET)
    digest = hashlib.sha256(another).hexdigest()
    browser = as_(avery)
    for begins in range(0, len(another), PIECE):
        _piece(browser, urls.record, begins, another[begins : begins + PIECE], **{"X-File-Digest": digest})

    asks = browser.post(urls.record, _form(sent_digest=digest))

    assert asks.status_code == 422
    assert "looks like another person" in asks.content.decode()
    assert "Nothing was kept." in asks.content.decode()
    assert not SentPiece.objects.exists()


def test_whoever_may_not_send_the_form_may_not_send_a_piece(
    as_: Callable[[Any], Client], casey: Any, frankie: Any, urls: SimpleNamespace
) -> None:
    for person in (casey, frankie):
        assert _piece(as_(person), urls.record, 0, SHEET[:PIECE]).status_code == 404
    assert not SentPiece.objects.exists()


def test_what_one_sent_another_cannot_take(
    as_: Callable[[Any], Client], avery: Any, dana: Any, urls: SimpleNamespace
) -> None:
    _send_all(as_(avery), urls.record)

    assert as_(dana).post(urls.record, _form()).status_code in (404, 422)
    assert not RecordUpload.objects.exists()


def test_a_forged_piece_is_refused(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    browser = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    browser.cookies = as_(avery).cookies

    assert _piece(browser, urls.record, 0, SHEET[:PIECE]).status_code == 403
    assert not SentPiece.objects.exists()


def test_a_piece_after_the_session_ended_keeps_no_empty_form(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, settings: Any
) -> None:
    browser = as_(avery)
    OpenSession.objects.update(last_seen_at=timezone.now() - dt.timedelta(seconds=2 * settings.SESSION_IDLE_SECONDS))

    answer = _piece(browser, urls.record, 0, SHEET[:PIECE])

    assert answer.status_code == 302
    assert not HeldForm.objects.exists()


def test_only_the_first_piece_and_the_form_are_told_in_the_audit_log(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, matter: Matter
) -> None:
    browser = as_(avery)
    before = Entry.objects.count()

    _piece(browser, urls.record, 0, b"")
    _send_all(browser, urls.record)
    assert list(Entry.objects.order_by("seq").values_list("route", "outcome"))[before:] == [("matters:record", "begun")]
    browser.post(urls.record, _form())

    assert list(Entry.objects.order_by("seq").values_list("route", "outcome"))[before + 1 :] == [
        ("matters:record", "done")
    ]
