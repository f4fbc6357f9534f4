"""The staff's pages of releases: a paper, a signature, a stop, what is due; and every bad input."""

import datetime as dt
import hashlib
import html
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from demo.pdf import text_pdf
from probono.accounts.models import Account, SentPiece
from probono.accounts.signing_in import wording
from probono.consent import pages
from probono.consent.models import Release
from probono.consent.policies import latest_day
from probono.consent.selectors import her_releases
from probono.matters.models import Matter
from probono.ui.today import today

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PDF = text_pdf([["FICTIONAL"]], title="FICTIONAL")


@pytest.fixture
def tab(matter: Matter) -> str:
    return f"/matters/{matter.pk}/releases/"


def _text(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def _share(other_firm: Any, **told: Any) -> dict[str, Any]:
    return {
        "organisation": str(other_firm.pk), "person": "", "purpose": "represent", "classes": ["D2"], "language": "en",
        "last_day": latest_day(today()).isoformat(), "read_aloud_by": "", "is_minor": "no", "guardian": "",
    } | told  # fmt: skip


def test_from_the_paper_to_a_release_that_holds(
    proved: Any, blair: Account, other_firm: Any, casey: Account, tab: str
) -> None:
    browser = proved(blair)
    made = browser.post(f"{tab}new/", _share(other_firm, language="es", read_aloud_by="Frankie, Spanish"))
    paper = Release.objects.latest("made_at")
    assert made["Location"] == f"{tab}{paper.pk}/"
    printed = _text(browser.get(f"{tab}{paper.pk}/print/"))
    assert '<html lang="es"' in printed
    for told in ("Mi permiso para compartir", "Mi firma", "Leído en voz alta por (firma)", paper.wording[:12]):
        assert told in printed
    assert "Marisol" not in printed
    assert "tutor" not in printed

    assert paper.paper_number in printed
    sent = {"how": "paper", "signed_on": today().isoformat(), "by_her": "on", "file": SimpleUploadedFile("x.pdf", PDF)}
    wrong = browser.post(f"{tab}{paper.pk}/sign/", sent | {"number": "0000-0000"})
    assert "not the number of this release" in _text(wrong)
    sent |= {"number": paper.paper_number.lower(), "file": SimpleUploadedFile("x.pdf", PDF)}
    assert browser.post(f"{tab}{paper.pk}/sign/", sent).status_code == 302

    paper.refresh_from_db()
    assert (paper.state, paper.signed_how, paper.recorded_by) == ("live", "paper", blair)
    page = _text(browser.get(f"{tab}{paper.pk}/"))
    assert "Frankie, Spanish" in page
    assert f"{tab}{paper.pk}/copy/1/" in page
    assert "Harrowgate Stone LLP" in _text(browser.get(tab))


def test_the_form_is_shown_with_the_longest_day_there_is(proved: Any, blair: Account, tab: str) -> None:
    page = _text(proved(blair).get(f"{tab}new/"))

    assert latest_day(today()).isoformat() in page
    assert "opens nothing until she has signed" in page


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"organisation": ""}, "Choose an organization."),
        ({"organisation": "00000000-0000-0000-0000-000000000001"}, "Choose one that is offered"),
        ({"person": "somebody"}, "Choose one that is offered"),
        ({"purpose": ""}, "Choose what it is for."),
        ({"purpose": "sell"}, "Choose one that is offered"),
        ({"classes": []}, "Choose what is shared."),
        ({"classes": ["D9"]}, "Choose one that is offered"),
        ({"classes": ["D4"]}, "does not need all of that. Leave out: the criminal record."),
        ({"purpose": "advise", "classes": ["D4"]}, "needs one person"),
        ({"language": "fr"}, "Choose one that is offered"),
        ({"last_day": ""}, "Write the day"),
        ({"last_day": "soon"}, "Write the day"),
        ({"last_day": "2020-01-01"}, "has passed"),
        ({"last_day": "2999-01-01"}, "at most 90 days"),
        ({"read_aloud_by": "x" * 121}, "at most 120 characters, and has"),
        ({"is_minor": ""}, "Answer this question."),
        ({"is_minor": "yes"}, "who signs with her"),
        ({"is_minor": "yes", "guardian": "A parent"}, "Answer first whether the guardian"),
        ({"is_minor": "yes", "guardian": "A parent", "guardian_is_avoided": "yes"}, "cannot sign for her"),
        ({"is_minor": "yes", "guardian": "A parent", "guardian_is_avoided": "maybe"}, "Answer first whether"),
    ],
)
def test_every_bad_answer_is_told_and_makes_nothing(
    as_: Callable[[Any], Client], blair: Account, other_firm: Any, tab: str, told: dict[str, Any], said: str
) -> None:
    answer = as_(blair).post(f"{tab}new/", _share(other_firm, **told))

    assert answer.status_code == 422
    assert said in _text(answer)
    assert Release.objects.count() == 1


def test_a_person_of_another_house_is_refused(
    as_: Callable[[Any], Client], blair: Account, avery: Account, other_firm: Any, tab: str
) -> None:
    answer = as_(blair).post(f"{tab}new/", _share(other_firm, person=str(avery.pk)))

    assert answer.status_code == 422
    assert "does not work there" in _text(answer)


def test_of_a_grown_woman_nothing_about_a_guardian_is_kept(
    as_: Callable[[Any], Client], blair: Account, other_firm: Any, tab: str
) -> None:
    as_(blair).post(f"{tab}new/", _share(other_firm, guardian="Somebody", guardian_is_avoided="yes"))

    paper = Release.objects.latest("made_at")
    assert (paper.guardian, paper.guardian_is_avoided) == ("", None)


def test_a_minor_s_paper_has_both_lines_and_asks_for_both(
    proved: Any, blair: Account, other_firm: Any, tab: str
) -> None:
    browser = proved(blair)
    told = {"is_minor": "yes", "guardian": "A parent", "guardian_is_avoided": "no"}
    browser.post(f"{tab}new/", _share(other_firm, **told))
    paper = Release.objects.latest("made_at")
    assert "Signature of my parent or guardian" in _text(browser.get(f"{tab}{paper.pk}/print/"))
    sent = {
        "how": "in_person", "signed_on": today().isoformat(), "by_her": "on", "number": paper.paper_number,
    }  # fmt: skip

    refused = browser.post(f"{tab}{paper.pk}/sign/", sent)
    assert refused.status_code == 422
    assert "guardian has signed too" in _text(refused)

    assert browser.post(f"{tab}{paper.pk}/sign/", sent | {"by_guardian": "on"}).status_code == 302


def test_a_signature_asks_for_a_fresh_proof(as_: Callable[[Any], Client], blair: Account, drawn: Any, tab: str) -> None:
    page = f"{tab}{drawn().pk}/sign/"

    assert as_(blair).get(page)["Location"].startswith("/account/confirm/")
    assert as_(blair).post(page, {"how": "in_person"})["Location"].startswith("/account/confirm/")


def test_a_signed_paper_that_came_in_pieces_is_still_there_after_the_proof(
    as_: Callable[[Any], Client], blair: Account, drawn: Any, tab: str
) -> None:
    paper, browser, digest = drawn(), as_(blair), hashlib.sha256(PDF).hexdigest()
    page = f"{tab}{paper.pk}/sign/"
    headers = {"X-File-Digest": digest, "X-File-Length": str(len(PDF)), "X-Piece-Begins": "0"}
    assert browser.post(page, PDF, content_type="application/octet-stream", headers=headers).status_code == 200
    file = {"sent_digest": digest, "sent_length": str(len(PDF)), "file_name": "signed.pdf"}
    sent = {"how": "paper", "signed_on": today().isoformat(), "by_her": "on", "number": paper.paper_number} | file
    assert browser.post(page, sent)["Location"].startswith("/account/confirm/")
    browser.post("/account/confirm/prove/", {"plainly": "yes"})

    again = _text(browser.post("/account/kept/"))
    answer = browser.post(page, sent)

    assert "Choose the file again" not in again
    assert "signed.pdf" in again
    assert digest not in re.sub(r"<textarea.*?</textarea>", "", again)
    assert answer.status_code == 302
    assert Release.objects.get(pk=paper.pk).state == "live"
    assert not SentPiece.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"how": ""}, "Choose how she said yes."),
        ({"how": "link"}, "Choose one that is offered"),
        ({"how": "paper"}, "Upload the signed paper"),
        ({"how": "voice"}, "second colleague"),
        ({"how": "voice", "witness": "somebody"}, "Choose one that is offered"),
        ({"by_her": ""}, "Tick this only when it is so"),
        ({"signed_on": ""}, "Write the day"),
        ({"signed_on": "2999-01-01"}, "has not come yet"),
        ({"signed_on": "2020-01-01"}, "before the paper was drawn up"),
        ({"file": b""}, "This file is empty"),
        ({"file": b"no paper"}, "as a PDF or as a photo"),
        ({"number": ""}, "not the number of this release"),
        ({"number": "ABCD-1234"}, "not the number of this release"),
        ({"file": b"%PDF-1.7 nothing"}, "damaged"),
    ],
)
def test_every_bad_signature_is_told_and_opens_nothing(
    proved: Any, blair: Account, drawn: Any, tab: str, sent: dict[str, Any], said: str
) -> None:
    paper = drawn()
    told = {"how": "in_person", "signed_on": today().isoformat(), "by_her": "on", "witness": ""} | sent
    told["number"] = sent.get("number", paper.paper_number)
    if "file" in told:
        told["file"] = SimpleUploadedFile("paper.pdf", told["file"])

    answer = proved(blair).post(f"{tab}{paper.pk}/sign/", told)

    assert answer.status_code == 422
    assert said in _text(answer)
    paper.refresh_from_db()
    assert paper.signed_at is None


def test_a_file_too_large_is_told_before_it_is_read(
    proved: Any, blair: Account, drawn: Any, tab: str, settings: Any
) -> None:
    settings.MAX_UPLOAD_BYTES = 10
    file = BytesIO(b"%PDF-" + b"x" * (2 * 1024 * 1024))
    file.name = "paper.pdf"

    answer = proved(blair).post(f"{tab}{drawn().pk}/sign/", {"how": "paper", "file": file})

    assert answer.status_code == 422
    assert "larger than 50 MB" in _text(answer)
    settings.MAX_UPLOAD_BYTES = 100
    small = {"how": "paper", "by_her": "on", "file": SimpleUploadedFile("x.pdf", PDF)}
    assert "larger than 50 MB" in _text(proved(blair).post(f"{tab}{drawn().pk}/sign/", small))


def test_a_yes_by_voice_names_its_witness(proved: Any, blair: Account, dana: Account, drawn: Any, tab: str) -> None:
    paper, browser = drawn(), proved(blair)
    sent = {"how": "voice", "signed_on": today().isoformat(), "by_her": "on", "witness": str(dana.pk)}

    answer = browser.post(f"{tab}{paper.pk}/sign/", sent, follow=True)

    assert "opens nothing until she has signed on paper" in _text(answer)
    assert "Dana Wexler" in _text(browser.get(f"{tab}{paper.pk}/"))


def test_a_paper_made_by_mistake_is_withdrawn_and_she_is_not_told(
    as_: Callable[[Any], Client], blair: Account, matter: Matter, drawn: Any, tab: str
) -> None:
    browser, paper = as_(blair), drawn()
    assert "Made by mistake" in _text(browser.get(f"{tab}{paper.pk}/"))
    assert paper in her_releases(matter.pk)

    answer = browser.post(f"{tab}{paper.pk}/withdraw/", follow=True)

    assert "It is withdrawn." in _text(answer)
    assert paper not in her_releases(matter.pk)
    again = browser.post(f"{tab}{paper.pk}/withdraw/", follow=True)
    assert "or it is over" in _text(again)


def test_what_she_said_yes_to_is_no_mistake(as_: Callable[[Any], Client], blair: Account, tab: str) -> None:
    paper = Release.objects.get()

    as_(blair).post(f"{tab}{paper.pk}/withdraw/")

    paper.refresh_from_db()
    assert paper.is_live


def test_our_own_organization_is_no_recipient(proved: Any, blair: Account, home: Any, tab: str) -> None:
    answer = proved(blair).post(f"{tab}new/", _share(home))

    assert answer.status_code == 422


def test_a_stop_is_asked_once_more(as_: Callable[[Any], Client], blair: Account, tab: str) -> None:
    browser, paper = as_(blair), Release.objects.get()
    assert "names a firm keeps" in _text(browser.get(f"{tab}{paper.pk}/stop/"))
    paper.refresh_from_db()
    assert paper.is_live

    answer = browser.post(f"{tab}{paper.pk}/stop/", follow=True)

    assert "It is stopped." in _text(answer)
    assert "What now" in _text(answer)
    assert "has ended already" in _text(browser.post(f"{tab}{paper.pk}/stop/", follow=True))


def test_who_reads_releases_only_sees_them_and_changes_none(
    as_: Callable[[Any], Client], elif_: Account, drawn: Any, tab: str
) -> None:
    browser, paper = as_(elif_), drawn()

    assert "New release" not in _text(browser.get(tab))
    assert "She wants to stop" not in _text(browser.get(f"{tab}{paper.pk}/"))
    for page in ("new/", "listing/", f"{paper.pk}/sign/", f"{paper.pk}/stop/"):
        assert browser.get(f"{tab}{page}").status_code == 404
        assert browser.post(f"{tab}{page}").status_code == 404


def test_a_release_of_another_matter_is_not_there(as_: Callable[[Any], Client], blair: Account, tab: str) -> None:
    for page in (f"{uuid4()}/", f"{uuid4()}/print/", f"{uuid4()}/stop/", f"{uuid4()}/copy/1/"):
        assert as_(blair).get(f"{tab}{page}").status_code == 404


def test_a_listing_shows_its_exact_words(as_: Callable[[Any], Client], blair: Account, tab: str) -> None:
    told = {"text": "Two children.\r\nOne arrest.", "language": "en", "is_minor": "no"}
    told["last_day"] = today().isoformat()
    answer = as_(blair).post(f"{tab}listing/", told, follow=True)

    assert "Two children." in _text(answer)
    paper = Release.objects.latest("made_at")
    assert (paper.kind, paper.organisation) == ("listing", None)
    exact = [line["exact"] for part in paper.document["parts"] for line in part["lines"] if "exact" in line]
    assert exact == ["Two children.\nOne arrest."]
    assert "exact words of a listing" in _text(as_(blair).get(tab))


@pytest.mark.parametrize(("text", "said"), [("", "Write the words"), ("x" * 3001, "at most 3000 characters, and has")])
def test_a_listing_needs_its_words(
    as_: Callable[[Any], Client], blair: Account, tab: str, text: str, said: str
) -> None:
    told = {"text": text, "language": "en", "last_day": today().isoformat(), "is_minor": "no"}

    answer = as_(blair).post(f"{tab}listing/", told)

    assert answer.status_code == 422
    assert said in _text(answer)


# --- what is due ---


def _aged(paper: Release, days: int) -> Release:
    """As if it had been signed so many days ago, for 90 days."""
    first = today() - dt.timedelta(days=days)
    Release.objects.filter(pk=paper.pk).update(signed_on=first, last_day=first + dt.timedelta(days=89))
    paper.refresh_from_db()
    return paper


@pytest.mark.parametrize(
    ("day", "prompt"), [(1, ""), (59, ""), (60, "soon"), (79, "soon"), (80, "now"), (90, "now"), (91, "")]
)
def test_on_its_60th_and_80th_day_it_asks(matter: Matter, day: int, prompt: str) -> None:
    paper = _aged(Release.objects.get(), day - 1)

    assert paper.day_number == day
    assert pages.prompt_of(paper) == prompt


def test_a_short_one_asks_in_its_last_ten_days(matter: Matter) -> None:
    paper = Release.objects.get()
    paper.last_day = today() + dt.timedelta(days=9)
    assert pages.prompt_of(paper) == "now"
    paper.last_day = today() + dt.timedelta(days=10)
    assert pages.prompt_of(paper) == ""


def test_what_is_due_stands_in_a_list_for_those_who_keep_releases(
    as_: Callable[[Any], Client], blair: Account, elif_: Account, avery: Account, matter: Matter
) -> None:
    _aged(Release.objects.get(), 82)

    page = _text(as_(blair).get("/releases/"))
    assert "Bramblewood & Finch LLP" in page
    assert "Ask her now" in page
    for who in (elif_, avery):
        assert "Bramblewood & Finch" not in _text(as_(who).get("/releases/"))


def test_the_list_is_linked_for_those_who_keep_releases_alone(
    as_: Callable[[Any], Client], blair: Account, avery: Account, matter: Matter
) -> None:
    link = 'href="/releases/"'
    assert link in as_(blair).get("/matters/").content.decode()
    assert link not in as_(avery).get("/matters/").content.decode()


def test_nothing_due_is_said(as_: Callable[[Any], Client], blair: Account, matter: Matter) -> None:
    assert "Nothing ends soon." in _text(as_(blair).get("/releases/"))


def test_the_tab_shows_who_of_other_organizations_saw_what(
    as_: Callable[[Any], Client], blair: Account, avery: Account, matter: Matter, tab: str
) -> None:
    as_(avery).get(f"/matters/{matter.pk}/facts/")

    page = _text(as_(blair).get(tab))
    assert "Avery Lindqvist" in page
    assert "what was told about what happened" in page


def test_a_signature_that_waits_for_a_proof_is_named(drawn: Any, blair: Account, matter: Matter) -> None:
    release = drawn()
    path = f"/matters/{matter.pk}/releases/{release.pk}/sign/"

    words = wording.words_of(blair, path, [("signed_on", "2026-03-04")])["words"]

    assert words.act == "Record her yes"
    assert words.whom.startswith(f"{matter.code_name}: ")
