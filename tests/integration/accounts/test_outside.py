"""Files from outside are opened while no transaction is held, and only for whoever the gate lets in."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client

from demo.pdf import text_pdf
from probono.accounts import walls
from probono.accounts.outside import ahead
from probono.audit.models import Entry
from probono.matters.models import Matter, PacketBuild, Paper, RecordUpload, RecordVersion
from probono.matters.services.record import add_sheet
from probono.matters.services.sheet_taking import take_sheet
from probono.vault.uploads import sandbox
from tests.integration.conftest import SHEET
from tests.integration.vault.uploads.made import word

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PDF = text_pdf([page.splitlines() for page in SHEET.decode().split("\f")], title="FICTIONAL")


@pytest.fixture
def behind(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each time walls go up around a file (once to try them), whether a request's transaction is held."""
    seen: list[bool] = []
    real = sandbox.run

    def run(*args: Any, **kwargs: Any) -> Any:
        seen.append(walls.guarded())
        return real(*args, **kwargs)

    monkeypatch.setattr(sandbox, "run", run)
    return seen


def test_a_sheet_is_read_before_the_transaction(
    as_: Callable[[Any], Client], avery: Any, matter: Matter, urls: SimpleNamespace, behind: list[bool]
) -> None:
    answer = as_(avery).post(urls.record, {"file": SimpleUploadedFile("sheet.pdf", PDF)})

    assert answer.status_code == 302
    assert RecordVersion.objects.get().document["cycles"]
    assert set(behind) == {False}


def test_a_page_is_drawn_after_it_and_told_before(
    as_: Callable[[Any], Client], avery: Any, matter: Matter, urls: SimpleNamespace, behind: list[bool]
) -> None:
    add_sheet(by=avery, matter=matter, sheet=take_sheet(PDF, "sheet.pdf"))
    behind.clear()

    answer = as_(avery).get(f"{urls.record}pages/1/")

    assert answer.content.startswith(b"\x89PNG")
    assert answer["Content-Type"] == "image/png"
    assert set(behind) == {False}
    assert Entry.objects.latest("seq").route == "matters:page-image"


def test_an_edited_word_file_is_looked_at_before_the_transaction(
    as_: Callable[[Any], Client], avery: Any, with_facts: Matter, urls: SimpleNamespace, behind: list[bool]
) -> None:
    build = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1, state="done")
    paper = Paper.objects.create(
        matter=with_facts, made_by=avery, build=build, position=0, slot="petition", title="Petition"
    )

    answer = as_(avery).post(f"{urls.packet}papers/{paper.pk}/word/", {"file": SimpleUploadedFile("a.docx", word())})

    assert answer.status_code == 302
    assert set(behind) == {False}


def test_nothing_is_opened_for_whoever_may_not(
    as_: Callable[[Any], Client], casey: Any, matter: Matter, urls: SimpleNamespace, behind: list[bool]
) -> None:
    assert as_(casey).post(urls.record, {"file": SimpleUploadedFile("sheet.pdf", PDF)}).status_code == 404
    assert not behind
    assert not RecordUpload.objects.exists()


def test_a_file_that_may_not_be_read_is_not_opened(
    as_: Callable[[Any], Client],
    avery: Any,
    matter: Matter,
    urls: SimpleNamespace,
    behind: list[bool],
    settings: Any,
) -> None:
    settings.MAX_UPLOAD_BYTES = len(PDF) - 1
    answer = as_(avery).post(urls.record, {"file": SimpleUploadedFile("sheet.pdf", PDF)})

    assert answer.status_code == 422
    assert not behind


def test_what_was_refused_ahead_is_told_by_the_view() -> None:
    def refuse() -> str:
        raise KeyError("refused")

    with pytest.raises(KeyError, match="refused"):
        ahead(refuse, KeyError)()
    with pytest.raises(KeyError):
        ahead(refuse, Http404)
    assert ahead(lambda: "read", KeyError)() == "read"
