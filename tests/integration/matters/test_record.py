"""The record tab: uploading, reading, showing."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from demo.pdf import text_pdf
from probono.matters.models import ImmigrationScreening, ItemRow, Matter, RecordUpload, RecordVersion, ScreeningVersion
from probono.matters.models.base import ImmutableError
from probono.matters.services import sheet_taking
from probono.ui.uploads import FORM_OVERHEAD
from tests.integration.conftest import SHEET

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _file(data: bytes = SHEET, name: str = "sheet.txt") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, data)}


def _stored(settings: Any) -> list[Any]:
    return [path for path in settings.VAULT_FILES.rglob("*") if path.is_file()]


def test_it_reads_a_sheet_and_shows_rows_beside_it(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, settings: Any
) -> None:
    page = as_(avery).post(urls.record, _file(), follow=True).content.decode()

    assert "PC 647(b)" in page
    assert "5VY02034" in page
    assert 'href="#p1-l' in page
    assert "DISPO:CONVICTED" in page
    assert len(_stored(settings)) == 1


def test_it_keeps_the_record_whole_with_its_items_and_findings(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    as_(avery).post(urls.record, _file())

    version = RecordVersion.objects.get()
    assert version.document["schema"] == version.schema == "vacatur.record/1"
    assert ItemRow.objects.filter(section="647(b)").exists()
    assert ScreeningVersion.objects.get().record == version
    assert ImmigrationScreening.objects.get().record == version


def test_the_sheet_in_force_is_not_taken_a_second_time(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, settings: Any
) -> None:
    browser = as_(avery)
    browser.post(urls.record, _file())
    kept = _stored(settings)

    for name in ("sheet.txt", "the same by another name.txt"):
        answer = browser.post(urls.record, _file(name=name))
        assert answer.status_code == 422
        assert "This is the same sheet as the one already here" in answer.content.decode()

    assert (RecordVersion.objects.count(), RecordUpload.objects.count(), _stored(settings)) == (1, 1, kept)
    assert "5VY02034" in browser.get(urls.record).content.decode()


def test_it_comes_again_after_another_one_and_once_the_reader_or_the_scanner_says_more(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = as_(avery)
    for sheet in (SHEET, SHEET + b"\nONE LINE MORE\n", SHEET):
        browser.post(urls.record, _file(sheet))
    assert RecordVersion.objects.count() == 3

    monkeypatch.setattr("vacatur.__version__", "99.0")
    assert browser.post(urls.record, _file()).status_code == 302
    RecordUpload.objects.update(scan="clean")
    assert browser.post(urls.record, _file()).status_code == 302
    assert RecordVersion.objects.count() == 5


def test_a_kept_record_cannot_be_changed(with_sheet: Matter) -> None:
    version = RecordVersion.objects.get()
    version.document = {}

    with pytest.raises(ImmutableError):
        version.save()


def test_the_sheet_lies_sealed(with_sheet: Matter, settings: Any) -> None:
    assert b"ARANDA" not in _stored(settings)[0].read_bytes()


def test_what_is_set_apart_is_not_shown(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    page = as_(avery).get(urls.record).content.decode()

    assert "a Social Security number, set apart" in page
    assert "000009901" not in page


def test_an_unread_line_is_marked_and_listed(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    data = SHEET.replace(b"CNT:02\r\n", b"CNT:02\n").replace(
        b" DISPO:PROS REJ-OTHER", b" DISPO:PROS REJ-OTHER\n%%QQ UNKNOWN LINE 77"
    )

    page = as_(avery).post(urls.record, _file(data), follow=True).content.decode()

    assert "One line was not read" in page
    assert page.count("%%QQ UNKNOWN LINE 77") == 2
    assert "line--unread" in page


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "sheet.txt", "This file is empty"),
        (b"%PDF-1.7 this is no PDF", "sheet.pdf", "PDF"),
        (b"\x89PNG\r\n\x1a\n0000", "sheet.png", "picture"),
        (b"PK\x03\x04" + bytes(40), "sheet.docx", "Word"),
        (b"A shopping list: bread, milk, eggs.", "list.txt", "RAP sheet"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_is_kept(
    as_: Callable[[Any], Client],
    avery: Any,
    urls: SimpleNamespace,
    settings: Any,
    data: bytes,
    name: str,
    sentence: str,
) -> None:
    answer = as_(avery).post(urls.record, _file(data, name))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "usa-error-message" in page
    assert sentence in page
    assert not RecordUpload.objects.exists()
    assert _stored(settings) == []


def test_no_file_at_all_is_told(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    answer = as_(avery).post(urls.record, {})

    assert answer.status_code == 422
    assert "Choose the file with the RAP sheet." in answer.content.decode()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, settings: Any
) -> None:
    settings.MAX_UPLOAD_BYTES = 1000

    class Unread:
        def read(self, *_: Any) -> bytes:
            raise AssertionError("the body was read")

        readline = read

    answer = as_(avery).generic(
        "POST",
        urls.record,
        content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(1001 + FORM_OVERHEAD), "wsgi.input": Unread()},
    )

    assert answer.status_code == 422
    assert "larger than 50 MB" in answer.content.decode()
    assert not RecordUpload.objects.exists()


def test_a_form_without_files_refuses_a_large_body(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, settings: Any
) -> None:
    settings.MAX_UPLOAD_BYTES = 1000

    answer = as_(avery).generic("POST", f"{urls.facts}petitioner/", CONTENT_LENGTH=str(1001 + FORM_OVERHEAD))

    assert answer.status_code == 413


@pytest.mark.parametrize("more", [b"\n" * 30_001, b"\r" * 30_001, b" " * (8 * 1024 * 1024 + 1)])
def test_a_text_as_long_as_no_sheet_is_refused(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, settings: Any, more: bytes
) -> None:
    answer = as_(avery).post(urls.record, _file(SHEET + more))

    assert answer.status_code == 422
    assert "more text than a sheet has" in answer.content.decode()
    assert not RecordUpload.objects.exists()
    assert _stored(settings) == []


def test_a_pdf_with_as_much_text_is_refused_too(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_taking, "MOST_LINES", 20)
    pdf = text_pdf([page.splitlines() for page in SHEET.decode().split("\f")], title="FICTIONAL")

    answer = as_(avery).post(urls.record, _file(pdf, "sheet.pdf"))

    assert answer.status_code == 422
    assert "more text than a sheet has" in answer.content.decode()


def test_a_failure_while_keeping_leaves_no_file(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the database is gone")

    monkeypatch.setattr("probono.matters.services.record.keep_version", broken)
    browser = as_(avery)
    browser.raise_request_exception = False

    assert browser.post(urls.record, _file()).status_code == 500
    assert _stored(settings) == []
    assert not RecordUpload.objects.exists()


def test_a_pdf_is_shown_as_pictures_with_marked_lines(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    pdf = text_pdf([page.splitlines() for page in SHEET.decode().split("\f")], title="FICTIONAL")
    browser = as_(avery)

    page = browser.post(urls.record, _file(pdf, "sheet.pdf"), follow=True).content.decode()
    picture = browser.get(f"{urls.record}pages/1/")

    assert "<image href=" in page
    assert '<rect id="p1-l' in page
    assert picture["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert browser.get(f"{urls.record}pages/999/").status_code == 404


def test_a_newer_sheet_is_a_new_version_and_the_old_one_stays(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    as_(avery).post(urls.record, _file(SHEET + b"\n"))

    assert list(RecordVersion.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert RecordUpload.objects.count() == 2


def test_the_advocate_reads_the_record_and_cannot_add_to_it(
    as_: Callable[[Any], Client], frankie: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    browser = as_(frankie)

    assert "Upload a newer sheet" not in browser.get(urls.record).content.decode()
    assert browser.post(urls.record, _file()).status_code == 404
    assert RecordUpload.objects.count() == 1


def test_an_outsider_cannot_upload(as_: Callable[[Any], Client], casey: Any, urls: SimpleNamespace) -> None:
    assert as_(casey).post(urls.record, _file()).status_code == 404
    assert not RecordUpload.objects.exists()


def test_a_sheet_that_came_as_text_has_no_pictures(
    as_: Callable[[Any], Client], avery: Any, with_sheet: Matter, urls: SimpleNamespace
) -> None:
    assert as_(avery).get(f"{urls.record}pages/1/").status_code == 404


def _of_another(data: bytes = SHEET) -> bytes:
    """The same sheet under another CII number: somebody else's, as far as a machine can tell."""
    cii = re.search(rb"A\d{8}", data)
    assert cii is not None
    return data.replace(cii.group(), b"A00000019")


def test_another_person_s_sheet_is_not_taken_in_unasked(
    as_: Callable[[Any], Client], avery: Any, with_sheet: Matter, urls: SimpleNamespace
) -> None:
    browser = as_(avery)

    answer = browser.post(urls.record, _file(_of_another()))

    assert answer.status_code == 422
    assert "looks like another person" in answer.content.decode()
    assert 'name="same_person"' in answer.content.decode()
    assert RecordVersion.objects.count() == 1


def test_it_is_taken_in_once_somebody_says_that_she_has_checked(
    as_: Callable[[Any], Client], avery: Any, with_sheet: Matter, urls: SimpleNamespace
) -> None:
    as_(avery).post(urls.record, _file(_of_another()) | {"same_person": "on"})

    assert RecordVersion.objects.count() == 2
