"""The main path, with and without script: sign in, upload, findings, facts, packet, download, edited Word."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import ROOT, Watched, open_matter, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

SHEET = ROOT / "demo" / "readme" / "sheet.txt"


@pytest.mark.parametrize(("script", "code_name"), [(True, "Cedar Lantern 42"), (False, "Cedar Lantern 43")])
def test_a_volunteer_goes_from_the_sheet_to_the_packet(
    browser: Callable[..., Watched], tmp_path: Path, script: bool, code_name: str
) -> None:
    watched = browser(java_script_enabled=script)
    page = watched.page
    sign_in(page, "Avery Lindqvist")
    matter = open_matter(page, code_name)

    _upload(page)
    _see_findings(page, matter)
    _tell_the_period(page, matter)
    _tell_of_an_item(page, matter)
    _build(page, matter)
    _download(page, tmp_path)
    _give_back_word(page, matter, tmp_path)

    assert [each for each in watched.complaints if "status of 422" not in each] == []
    assert watched.strangers == []


def _upload(page: Page) -> None:
    page.get_by_role("link", name="Upload the sheet").click()
    page.get_by_label("RAP sheet").set_input_files(SHEET)
    page.get_by_role("button", name="Read the sheet").click()
    expect(page.get_by_text("The sheet was read.")).to_be_visible()
    row = page.locator(".count__charge", has_text="PC 647(b)").first
    row.get_by_role("link").click()
    expect(page.locator(".line:target")).to_contain_text("CNT:01     #3894410")
    expect(page.locator(".line:target + .line")).to_contain_text("647(B) PC-PROSTITUTION")


def _see_findings(page: Page, matter: str) -> None:
    page.goto(f"{matter}findings/")
    expect(page.get_by_role("heading", name="Draft law: not yet reviewed by counsel")).to_be_visible()
    page.locator("summary", has_text="Reasons and citations").first.click()
    expect(page.locator(".cite").locator("visible=true").first).to_be_visible()


def _tell_the_period(page: Page, matter: str) -> None:
    page.goto(f"{matter}facts/")
    page.get_by_role("link", name="Add a period").click()
    page.get_by_label("What happened to her").select_option("trafficking")
    page.get_by_label("From").fill("2012-01-01")
    page.get_by_label("To", exact=True).fill("2011-06-30")
    page.get_by_label("Has she sought services").select_option("day")
    page.get_by_label("The day she first sought services").fill("2016-03-01")
    page.get_by_label("What happened, in her own words").fill("He kept my identification and all I earned.")
    page.get_by_label("Who told us, and when").fill("Client, interview of 2026-02-11")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("The period ends before it begins.")
    page.get_by_label("To", exact=True).fill("2015-06-30")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved. The findings were made anew.")).to_be_visible()
    expect(page.get_by_role("img", name="Periods of victimization as bars")).to_be_visible()


def _tell_of_an_item(page: Page, matter: str) -> None:
    page.locator("tr", has_text="5VY02034 / 1").get_by_role("link", name="Answer").click()
    page.get_by_label("The day of the act").fill("2014-03-09")
    page.get_by_role("group", name="Was it a direct result of what was done to her?").get_by_text("Yes").click()
    page.get_by_label("How it came about, in her own words").fill("He drove me there and waited in the car.")
    page.get_by_label("Who told us, and when").fill("Client, interview of 2026-03-04")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("tr", has_text="5VY02034 / 1")).to_contain_text("day of the act")


def _build(page: Page, matter: str) -> None:
    page.goto(f"{matter}packet/")
    page.get_by_role("button", name="Build a draft").click()
    expect(page.get_by_role("heading", name="Packet 1", exact=False).first).to_be_visible()
    expect(page.get_by_role("link", name="Download the whole packet")).to_be_visible(timeout=60_000)
    expect(page.locator(".missing")).to_contain_text("still missing")


def _download(page: Page, folder: Path) -> None:
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the whole packet").click()
    waiting.value.save_as(folder / "packet.zip")
    with zipfile.ZipFile(folder / "packet.zip") as archive:
        names = archive.namelist()
    assert "02-petition.pdf" in names
    assert "02-petition.docx" in names
    assert "manifest.json" in names
    with page.expect_download() as waiting:
        _petition(page).get_by_role("link", name="PDF").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-")


def _give_back_word(page: Page, matter: str, folder: Path) -> None:
    with zipfile.ZipFile(folder / "packet.zip") as archive:
        mine = archive.read("02-petition.docx")
    (folder / "mine.docx").write_bytes(_changed(mine))
    _petition(page).get_by_role("link", name="Give back an edited Word file").click()
    page.get_by_label("Edited Word file").set_input_files(folder / "mine.docx")
    page.get_by_role("button", name="Keep this file").click()
    expect(page.get_by_text("Your edited file is kept.")).to_be_visible()
    page.get_by_role("button", name="Build a draft").click()
    expect(page.get_by_role("heading", name="Packet 2 Draft")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("kept through the rebuild")).to_be_visible()
    with page.expect_download() as waiting:
        _petition(page).locator(".edits").get_by_role("link").click()
    assert Path(waiting.value.path()).read_bytes() == (folder / "mine.docx").read_bytes()


def _petition(page: Page) -> Locator:
    """The row of the petition in the list of papers."""
    return page.locator(".paper", has=page.get_by_role("heading", name="Petition", exact=True))


def _changed(docx: bytes) -> bytes:
    """The same document with one more part, as a person's own Word would write it."""
    out = io.BytesIO(docx)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("docProps/mine.xml", "<edited/>")
    return out.getvalue()


def test_a_file_that_is_too_large_is_told_beside_the_form(browser: Callable[..., Watched], tmp_path: Path) -> None:
    watched = browser()
    page = watched.page
    sign_in(page, "Avery Lindqvist")
    matter = open_matter(page, "Cedar Lantern 44")
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(60 * 1024 * 1024)

    page.goto(f"{matter}record/")
    page.get_by_label("RAP sheet").set_input_files(large)
    page.get_by_role("button", name="Read the sheet").click()

    expect(page.locator(".usa-error-message")).to_have_text(
        "This file is larger than 50 MB. Choose a smaller one, or split it."
    )
