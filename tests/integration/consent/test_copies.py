"""The signed paper: by its content, sealed, shown as a picture, and never kept for a signature that failed."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image

from demo.pdf import text_pdf
from probono.accounts.models import Account
from probono.consent.policies import NotNowError
from probono.consent.selectors import file_names
from probono.consent.services import copies, releases
from probono.consent.services.copies import picture_of, signed_copy
from probono.consent.services.her_copy import left_out_of, papers_of
from probono.matters.models import Matter
from probono.ui.today import today
from probono.vault.uploads.verdicts import scan_again
from tests.integration.vault.uploads.scanner import FakeScanner

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PDF = text_pdf([["FICTIONAL", "MARKER-PAPER"]], title="FICTIONAL")


def _photo(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 40), (250, 250, 250)).save(out, format=kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [(PDF, "a.pdf", "pdf"), (_photo("PNG"), "a.png", "png"), (_photo("JPEG"), "a.jpg", "jpeg")],
)
def test_it_is_taken_by_what_it_is(data: bytes, name: str, kind: str) -> None:
    found = signed_copy(data, name)

    assert (found.kind, found.pages) == (kind, 1)


def test_a_photo_loses_where_it_was_taken() -> None:
    camera, out = Image.Exif(), BytesIO()
    camera[0x010F] = "MARKER-CAMERA"
    Image.new("RGB", (30, 40)).save(out, format="JPEG", exif=camera)

    assert b"MARKER" in out.getvalue()
    assert b"MARKER" not in signed_copy(out.getvalue(), "a.jpg").data


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.pdf"),
        (b"She agrees.", "a.txt"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "a.png"),
        (b"PK\x03\x04word", "a.docx"),
        (_photo("GIF"), "a.gif"),
        (PDF, "a.png"),
        (b"%PDF-1.7 nothing", "a.pdf"),
        (b"\x89PNG\r\n\x1a\nnothing", "a.png"),
        (_photo("JPEG")[:60], "a.jpg"),
        (text_pdf([["FICTIONAL"]] * 21, title="FICTIONAL"), "a.pdf"),
    ],
)
def test_what_is_no_paper_is_refused_with_a_sentence(data: bytes, name: str) -> None:
    with pytest.raises(NotNowError, match=r"\w+ \w+.*\."):
        signed_copy(data, name)


def test_it_lies_sealed_and_is_shown_as_a_picture(
    as_: Callable[[Any], Client], drawn: Any, blair: Account, avery: Account, matter: Matter, settings: Any
) -> None:
    paper = drawn()
    releases.sign(by=blair, release=paper, how="paper", signed_on=today(), copy=signed_copy(PDF, "a.pdf"))

    stored = [path for path in Path(settings.VAULT_FILES).rglob("*") if path.is_file()]
    assert not [path for path in stored if b"MARKER" in path.read_bytes() or b"%PDF" in path.read_bytes()]
    page = f"/matters/{matter.pk}/releases/{paper.pk}/copy/"
    answer = as_(blair).get(f"{page}1/")
    assert (answer["Content-Type"], answer.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert as_(blair).get(f"{page}2/").status_code == 404
    assert as_(blair).get(f"{page}0/").status_code == 404
    assert as_(avery).get(f"{page}1/").status_code == 404
    assert paper.copy in set(file_names())


def test_without_a_copy_there_is_no_picture(signed: Any) -> None:
    with pytest.raises(IndexError):
        picture_of(signed(), 1)


def test_a_signature_that_fails_leaves_no_file(
    drawn: Any, blair: Account, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = drawn()

    def broken(**_: Any) -> None:
        raise ValueError("planted")

    monkeypatch.setattr(releases, "_sign", broken)
    with pytest.raises(ValueError, match="planted"):
        releases.sign(by=blair, release=paper, how="paper", signed_on=today(), copy=signed_copy(PDF, "a.pdf"))

    assert not [path for path in Path(settings.VAULT_FILES).rglob("*") if path.is_file()]
    assert copies.MOST_PAGES == 20


def _scanner(answer: str) -> FakeScanner:
    return FakeScanner(answer, f"ClamAV 1.4.1/27462/{timezone.now():%a %b %d %H:%M:%S %Y}")


def _signed(matter: Matter) -> list[str]:
    return [one.member.path for one in papers_of(matter.pk, "en") if one.member.path.endswith("-signed.pdf")]


def test_a_copy_in_which_the_scanner_finds_something_is_refused(settings: Any) -> None:
    with _scanner("stream: Planted.Test FOUND") as scanner:
        settings.CLAMD = scanner.place
        with pytest.raises(NotNowError, match="virus scanner found something"):
            signed_copy(PDF, "a.pdf")


def test_what_the_scanner_said_stays_with_the_paper_and_goes_into_her_copy_only_when_it_is_clean(
    as_: Callable[[Any], Client], drawn: Any, blair: Account, matter: Matter, settings: Any
) -> None:
    paper = drawn()
    settings.CLAMD = "/nowhere/clamd"
    releases.sign(by=blair, release=paper, how="paper", signed_on=today(), copy=signed_copy(PDF, "a.pdf"))

    assert paper.copy_scan == "not_scanned"
    assert "not scanned" in as_(blair).get(f"/matters/{matter.pk}/releases/{paper.pk}/").content.decode()
    assert not _signed(matter)
    assert left_out_of(matter.pk)

    with _scanner("stream: OK") as scanner:
        settings.CLAMD = scanner.place
        assert scan_again().left == 0
    paper.refresh_from_db()
    assert paper.copy_scan == "clean"
    assert len(_signed(matter)) == 1
    assert not left_out_of(matter.pk)
