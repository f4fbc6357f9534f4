"""The packet tab: building, watching, downloading, giving back an edited Word file."""

import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from probono.accounts import services as accounts
from probono.accounts.entry import JobError
from probono.matters import jobs
from probono.matters.models import BuildState, FactSheet, Matter, PacketBuild, Paper, WordEdit
from probono.matters.models.packet import STUCK_AFTER
from probono.matters.pages.fact_links import anchor, period_link
from probono.matters.services import packet
from vacatur.kit.errors import InputError

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter) -> Client:
    """Avery's browser after she built a draft."""
    browser = as_(avery)
    browser.post(f"{urls.packet}build/", {"mode": "draft"})
    return browser


def _docx(text: str = "edited") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        archive.writestr(zipfile.ZipInfo("word/document.xml"), f"<document>{text}</document>")
    return out.getvalue()


def _titled(title: str) -> bytes:
    out = io.BytesIO(_docx())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("docProps/core.xml", f"<x><dc:title>{title}</dc:title></x>")
    return out.getvalue()


def _give(browser: Client, urls: SimpleNamespace, paper: Paper, data: bytes, name: str = "mine.docx") -> Any:
    return browser.post(f"{urls.packet}papers/{paper.pk}/word/", {"file": SimpleUploadedFile(name, data)}, follow=True)


def _download(browser: Client, files_origin: Client, matter: Matter, kind: str, pk: Any) -> Any:
    answer = browser.get(f"/matters/{matter.pk}/files/{kind}/{pk}/")
    assert answer.status_code == 302
    return files_origin.get(urlsplit(answer["Location"]).path)


def test_it_builds_every_paper_as_pdf_and_word(built: Client, urls: SimpleNamespace) -> None:
    page = built.get(urls.packet).content.decode()

    assert PacketBuild.objects.get().state == BuildState.DONE
    assert "Petition" in page
    assert "Proposed order to vacate" in page
    assert Paper.objects.filter(slot="petition", pdf__isnull=False, word__isnull=False).exists()


def test_nothing_of_immigration_is_kept_with_the_packet(built: Client) -> None:
    build = PacketBuild.objects.get()

    assert build.manifest is not None
    assert not any("screening" in each["path"] for each in build.manifest["files"])


def test_the_whole_packet_holds_what_its_manifest_tells(
    built: Client, files_origin: Client, with_facts: Matter
) -> None:
    answer = _download(built, files_origin, with_facts, "packet", PacketBuild.objects.get().pk)

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        for each in manifest["files"]:
            assert hashlib.sha256(archive.read(each["path"])).hexdigest() == each["sha256"]
    assert len(manifest["files"]) > 10


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF-"), ("word", b"PK")])
def test_a_paper_comes_from_the_second_origin(
    built: Client, files_origin: Client, with_facts: Matter, kind: str, start: bytes
) -> None:
    paper = Paper.objects.get(slot="petition")

    answer = _download(built, files_origin, with_facts, kind, paper.pk)

    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert answer["Content-Disposition"].startswith('attachment; filename="petition-')
    assert answer["Content-Security-Policy"].startswith("sandbox;")
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_missing_facts_are_listed_with_their_question(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    sheet = FactSheet.objects.order_by("-number")[0]
    FactSheet.objects.create(matter=with_facts, number=sheet.number + 1, document=sheet.document | {"counsel": {}})
    browser = as_(avery)

    browser.post(f"{urls.packet}build/", {"mode": "draft"})

    page = browser.get(urls.packet).content.decode()
    assert "still missing" in page
    assert f"{urls.facts}counsel/" in page


def test_a_missing_fact_of_an_item_leads_to_that_item_s_form(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    sheet = FactSheet.objects.order_by("-number")[0]
    item, answers = next(iter(sheet.document["nexus"].items()))
    without = {name: value for name, value in answers.items() if name != "account"}
    nexus = sheet.document["nexus"] | {item: without}
    FactSheet.objects.create(matter=with_facts, number=sheet.number + 1, document=sheet.document | {"nexus": nexus})
    browser = as_(avery)

    browser.post(f"{urls.packet}build/", {"mode": "draft"})

    link = f"{urls.facts}items/{item}/"
    assert f'href="{link}?from=packet#id_account"' in browser.get(urls.packet).content.decode()
    assert browser.get(link).status_code == 200


def test_a_missing_fact_of_a_period_leads_to_its_field_and_back_to_the_packet(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    sheet = FactSheet.objects.order_by("-number")[0]
    period = {name: value for name, value in sheet.document["victimizations"][0].items() if name != "account"}
    document = sheet.document | {"victimizations": [period]}
    FactSheet.objects.create(matter=with_facts, number=sheet.number + 1, document=document)
    browser, form = as_(avery), f"{urls.facts}periods/1/?from=packet"
    browser.post(f"{urls.packet}build/", {"mode": "draft"})
    back = f'<a href="{urls.packet}#missing">Back to what is missing</a>'

    page = browser.get(urls.packet).content.decode()
    assert f'href="{form}#id_account"' in page
    assert page.count('id="missing"') == 1
    assert back in browser.get(form).content.decode()

    sent = {"based_on": str(sheet.number + 1), "kind": "trafficking", "account": "Told."}
    answer = browser.post(form, sent)
    assert answer["Location"] == f"{urls.facts}?from=packet"
    assert back in browser.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("said", ["", "?from=https://elsewhere.example/", "?from=facts"])
def test_no_other_word_leads_anywhere(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, matter: Matter, said: str
) -> None:
    browser = as_(avery)

    page = browser.get(f"{urls.facts}counsel/{said}").content.decode()
    answer = browser.post(f"{urls.facts}counsel/{said}", {"based_on": "0", "name": "Avery Lindqvist"})

    assert "Back to what is missing" not in page
    assert "elsewhere" not in page
    assert answer["Location"] == urls.facts


@pytest.mark.parametrize(
    ("key", "leads"),
    [
        ("victimization.1.why_now", ("periods/1/", "#id_why_now")),
        ("victimization[2].from", ("periods/2/", "#id_start")),
        ("victimization[1].sought_services", ("periods/1/", "#id_sought")),
        ("victimization.1.approved", ("periods/1/", "#id_approved_0")),
        ("victimization", ("periods/new/", "")),
        ("victimization.3.account", ("", "#id_account")),
    ],
)
def test_each_question_about_a_period_has_its_field(
    matter: Matter, urls: SimpleNamespace, key: str, leads: tuple[str, str]
) -> None:
    assert (period_link(matter, key, periods=2), anchor(key)) == (urls.facts + leads[0], leads[1])


def test_a_filing_with_something_missing_is_refused_in_words(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter, settings: Any
) -> None:
    sheet = FactSheet.objects.order_by("-number")[0]
    FactSheet.objects.create(matter=with_facts, number=sheet.number + 1, document=sheet.document | {"counsel": {}})
    before = _files(settings)
    browser = as_(avery)

    browser.post(f"{urls.packet}build/", {"mode": "filing"})

    page = browser.get(urls.packet).content.decode()
    assert PacketBuild.objects.get().state == BuildState.REFUSED
    assert "Packet 1 was not built" in page
    assert "What is the attorney" in page.replace("&#x27;", "'")
    assert _files(settings) == before


def test_what_a_filing_lacks_leads_to_the_form_that_asks_for_it(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    sheet = FactSheet.objects.order_by("-number")[0]
    item, answers = next(iter(sheet.document["nexus"].items()))
    without = {name: value for name, value in answers.items() if name != "account"}
    document = sheet.document | {"counsel": {}, "nexus": sheet.document["nexus"] | {item: without}}
    FactSheet.objects.create(matter=with_facts, number=sheet.number + 1, document=document)
    browser = as_(avery)

    browser.post(f"{urls.packet}build/", {"mode": "filing"})

    page = browser.get(urls.packet).content.decode()
    for link in (f"{urls.facts}items/{item}/", f"{urls.facts}counsel/"):
        assert page.count(f'href="{link}?from=packet#id_') == 1
        assert browser.get(link).status_code == 200
    build = PacketBuild.objects.get()
    assert not Paper.objects.exists()
    assert browser.get(f"/matters/{with_facts.pk}/files/packet/{build.pk}/", follow=True).status_code == 404


def test_a_refusal_of_before_shows_its_questions_as_they_were_kept(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    said = "The packet cannot be filed yet: one thing is missing.\ncounsel.email: Which address?"
    PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1, state=BuildState.REFUSED, message=said)

    assert "<li>Which address?</li>" in as_(avery).get(urls.packet).content.decode()


def test_a_packet_needs_a_sheet(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    page = as_(avery).post(f"{urls.packet}build/", {"mode": "draft"}, follow=True).content.decode()

    assert "Upload the RAP sheet first" in page
    assert not PacketBuild.objects.exists()


def test_only_one_packet_is_built_at_a_time(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1, state=BuildState.RUNNING)

    page = as_(avery).post(f"{urls.packet}build/", {"mode": "draft"}, follow=True).content.decode()

    assert "A packet is being built right now." in page
    assert PacketBuild.objects.count() == 1


def test_a_build_whose_worker_died_does_not_stand_in_the_way_for_long(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    dead = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1, state=BuildState.RUNNING)
    PacketBuild.objects.update(moved_at=timezone.now() - STUCK_AFTER - dt.timedelta(seconds=1))

    as_(avery).post(f"{urls.packet}build/", {"mode": "draft"}, follow=True)

    dead.refresh_from_db()
    assert dead.state == BuildState.FAILED
    assert PacketBuild.objects.get(number=2).state == BuildState.DONE


def test_a_worker_that_was_taken_for_dead_keeps_nothing_when_it_comes_back(
    avery: Any, with_facts: Matter, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, before = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1), _files(settings)
    real = packet.record_of

    def slow(version: Any) -> Any:
        packet.fail_build(matter_id=with_facts.pk, build_id=build.pk)
        return real(version)

    monkeypatch.setattr(packet, "record_of", slow)

    _run(build, avery)

    build.refresh_from_db()
    assert (build.state, Paper.objects.count(), _files(settings)) == (BuildState.FAILED, 0, before)


def test_progress_is_shown_without_script_and_sent_alone_with_htmx(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    build = PacketBuild.objects.create(
        matter=with_facts, made_by=avery, number=1, state=BuildState.RUNNING, step="write", progress=45
    )
    browser = as_(avery)

    page, part = browser.get(urls.packet), browser.get(f"{urls.packet}?part=progress", headers={"HX-Request": "true"})

    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page.content.decode()
    assert "Writing the papers" in page.content.decode()
    assert b'value="45"' in part.content
    assert b"<html" not in part.content
    build.state = BuildState.DONE
    build.save()
    over = browser.get(f"{urls.packet}?part=progress", headers={"HX-Request": "true"})
    assert over["HX-Refresh"] == "true"


def test_a_packet_says_when_the_facts_have_changed_since(
    built: Client, urls: SimpleNamespace, with_facts: Matter
) -> None:
    assert "have changed since" not in built.get(urls.packet).content.decode()
    sheet = FactSheet.objects.order_by("-number")[0]
    assert "older than the sheet or the facts" not in built.get(urls.matter).content.decode()
    FactSheet.objects.create(matter=with_facts, number=sheet.number + 1, document=sheet.document)

    assert "have changed since" in built.get(urls.packet).content.decode()
    assert "older than the sheet or the facts" in built.get(urls.matter).content.decode()


def test_an_edited_word_file_outlives_every_rebuild(
    built: Client, urls: SimpleNamespace, files_origin: Client, with_facts: Matter
) -> None:
    mine = _docx("my own words")
    _give(built, urls, Paper.objects.get(slot="petition"), mine)

    built.post(f"{urls.packet}build/", {"mode": "draft"})

    edit = WordEdit.objects.get()
    page = built.get(urls.packet).content.decode()
    assert PacketBuild.objects.count() == 2
    assert "kept through the rebuild" in page
    assert _download(built, files_origin, with_facts, "edit", edit.pk).content == mine


def test_a_second_edit_is_a_version_of_its_own(
    built: Client, urls: SimpleNamespace, files_origin: Client, with_facts: Matter
) -> None:
    paper = Paper.objects.get(slot="petition")
    for text in ("first", "second"):
        _give(built, urls, paper, _docx(text))

    edits = list(WordEdit.objects.order_by("number"))
    contents = [_download(built, files_origin, with_facts, "edit", edit.pk).content for edit in edits]
    assert [edit.number for edit in edits] == [1, 2]
    assert contents == [_docx("first"), _docx("second")]


def test_the_whole_packet_carries_the_edited_files_along(
    built: Client, urls: SimpleNamespace, files_origin: Client, with_facts: Matter
) -> None:
    _give(built, urls, Paper.objects.get(slot="petition"), _docx("mine"))

    answer = _download(built, files_origin, with_facts, "packet", PacketBuild.objects.get().pk)

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.read("edited/petition-1.docx") == _docx("mine")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b"plain text", "not a Word document"),
        (b"PK\x03\x04 broken", "cannot be opened safely"),
    ],
)
def test_what_is_no_word_file_is_refused(built: Client, urls: SimpleNamespace, data: bytes, sentence: str) -> None:
    answer = _give(built, urls, Paper.objects.get(slot="petition"), data)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not WordEdit.objects.exists()


def test_a_word_file_with_macros_is_refused(built: Client, urls: SimpleNamespace) -> None:
    out = io.BytesIO(_docx())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")

    assert _give(built, urls, Paper.objects.get(slot="petition"), out.getvalue()).status_code == 422


def test_another_paper_of_the_packet_is_not_taken_for_this_one(built: Client, urls: SimpleNamespace) -> None:
    petition = Paper.objects.get(slot="petition")

    answer = _give(built, urls, petition, _titled("Notice of petition"))

    assert answer.status_code == 422
    assert "another paper of the packet" in answer.content.decode()
    assert not WordEdit.objects.exists()
    assert _give(built, urls, petition, _titled("Verified petition")).status_code == 200
    assert _give(built, urls, petition, _titled("My own title")).status_code == 200


def test_what_a_filing_still_misses_is_a_list_without_keys() -> None:
    build = PacketBuild(
        message="The packet cannot be filed yet: 2 things are missing.\ncounsel.email: Which address?\nBare?"
    )

    assert build.sentence == "The packet cannot be filed yet: 2 things are missing."
    assert build.questions == ["Which address?", "Bare?"]


def test_the_job_looks_again_whether_the_person_may(avery: Any, with_facts: Matter) -> None:
    build = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1)
    accounts.end_grants(account=avery, matter_id=with_facts.pk)

    _run(build, avery)

    build.refresh_from_db()
    assert build.state == BuildState.REFUSED
    assert not Paper.objects.exists()


def test_a_job_that_breaks_tells_no_fact(avery: Any, with_facts: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ValueError("Marisol Aranda Vega")

    monkeypatch.setattr("probono.matters.services.packet.record_of", broken)
    build = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1)

    with pytest.raises(JobError) as error:
        _run(build, avery)

    build.refresh_from_db()
    assert "Marisol" not in str(error.value)
    assert error.value.__context__ is None
    assert build.state == BuildState.FAILED
    assert build.message is not None
    assert "Nothing was lost" in build.message


def test_a_failure_while_sealing_leaves_no_file(
    avery: Any, with_facts: Matter, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _files(settings)

    def broken(*_: Any, **__: Any) -> None:
        raise InputError("no")

    monkeypatch.setattr(Paper.objects, "bulk_create", broken)
    build = PacketBuild.objects.create(matter=with_facts, made_by=avery, number=1)

    with pytest.raises(JobError):
        _run(build, avery)

    assert _files(settings) == before


def test_the_advocate_reaches_no_packet(
    as_: Callable[[Any], Client], frankie: Any, urls: SimpleNamespace, built: Client
) -> None:
    assert as_(frankie).get(urls.packet).status_code == 404


def _run(build: PacketBuild, actor: Any) -> None:
    jobs.build_packet.call(actor_id=str(actor.pk), matter_id=str(build.matter_id), build_id=str(build.pk))


def _files(settings: Any) -> set[str]:
    return {path.name for path in settings.VAULT_FILES.rglob("*") if path.is_file()}
