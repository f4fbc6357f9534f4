"""S-25: a client's own copy needs two officers and a way that is safe; it is made once, taken once, and gone in a day."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts import services as accounts
from probono.accounts.data_classes import ANY
from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.audit.models import Entry
from probono.config import vault_room
from probono.consent.contact.models import ContactRoute, PersonToAvoid, SafetyHold
from probono.matters.models import CopyRule, ImmigrationSheet, Matter, RecordUpload, WordEdit
from probono.retention.models import ClientCopy, Hold, Keeping
from probono.retention.services import copies, copy_ends, copy_making, keep
from probono.ui.today import today
from probono.vault import files
from probono.vault.fields import scope_of
from tests.integration.conftest import BEGAN, SHEET

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
LIST = "/closed-files/copies/"
Committed = Callable[..., Any]


def _told(matter: Matter, **more: Any) -> dict[str, Any]:
    plain = {
        "matter": str(matter.pk), "she_asked_on": str(today()), "known_by": "face", "handover": "in_person",
        "language": "en",
    }  # fmt: skip
    return plain | more


@pytest.fixture
def asked(proved: Any, dana: Account, with_facts: Matter) -> ClientCopy:
    answer = proved(dana).post(f"{LIST}ask/", _told(with_facts))
    assert answer.status_code == 302, answer.content
    return ClientCopy.objects.get()


@pytest.fixture
def ready(proved: Any, pat: Account, asked: ClientCopy) -> ClientCopy:
    proved(pat).post(f"{LIST}{asked.pk}/agree/")
    asked.refresh_from_db()
    assert asked.state == "ready"
    return asked


def _taken(browser: Client, files_origin: Client, copy: ClientCopy) -> Any:
    return files_origin.get(_link(browser, copy))


def _link(browser: Client, copy: ClientCopy) -> str:
    found = re.search(
        r'href="http://127\.0\.0\.1:8000([^"]+)"', browser.post(f"{LIST}{copy.pk}/take/").content.decode()
    )
    assert found
    return found[1]


def _archive(answer: Any) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def _said(pat_or_dana: Client) -> str:
    return pat_or_dana.get(LIST).content.decode()


def test_from_her_word_to_her_hand(
    proved: Any, dana: Account, pat: Account, ready: ClientCopy, files_origin: Client,
    django_capture_on_commit_callbacks: Committed,
) -> None:  # fmt: skip
    browser = proved(dana)
    answer = _taken(browser, files_origin, ready)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="copy.zip"'
    with _archive(answer) as archive:
        assert archive.read("record/sheet-1.txt") == SHEET
        page = archive.read("index.html").decode()
    assert "record/sheet-1.txt" in page
    name = ready.file
    assert name is not None
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(f"{LIST}{ready.pk}/handed/")
    ready.refresh_from_db()
    assert (ready.state, ready.file, ready.taken_by, ready.handed_by) == ("handed", None, dana, dana)
    assert not files._path(name).exists()
    told = [entry.actor for entry in Entry.objects.filter(action="export", reason="client_asked").order_by("seq")]
    assert told == [dana.pk, pat.pk, dana.pk, dana.pk]


def test_nothing_of_it_lies_open(ready: ClientCopy, settings: Any) -> None:
    raw = [path.read_bytes() for path in settings.VAULT_FILES.rglob("*") if path.is_file()]

    assert raw
    assert not any(b"PK\x03\x04" in one or b"5VY02034" in one for one in raw)
    assert files.read(ready.file, scope_of(ready)).startswith(b"PK\x03\x04")  # type: ignore[arg-type]


def test_one_person_alone_cannot(proved: Any, dana: Account, asked: ClientCopy) -> None:
    browser = proved(dana)
    assert "Agree</button>" not in _said(browser)
    browser.post(f"{LIST}{asked.pk}/agree/")

    asked.refresh_from_db()
    assert (asked.state, asked.agreed_by) == ("asked", None)
    assert "The other officer has to agree." in _said(browser)


def test_two_of_one_role_cannot(proved: Any, asked: ClientCopy, home: Any) -> None:
    second = accounts.add_account(email="second@example.test", name="Sam Fictional", is_demo=True)
    accounts.add_member(account=second, organisation=home, role=Role.LEGAL_DIRECTOR, starts=BEGAN)
    proved(second).post(f"{LIST}{asked.pk}/agree/")

    asked.refresh_from_db()
    assert asked.state == "asked"


def test_nobody_else_finds_the_pages(
    proved: Any, asked: ClientCopy, avery: Account, blair: Account, frankie: Account, elif_: Account, casey: Account
) -> None:
    for person in (avery, blair, frankie, elif_, casey):
        browser = proved(person)
        assert browser.get(LIST).status_code == 404
        for name in ("ask/", f"{asked.pk}/take/", f"{asked.pk}/agree/", f"{asked.pk}/handed/", f"{asked.pk}/call-off/"):
            assert browser.post(f"{LIST}{name}").status_code == 404


def test_the_privacy_officer_does_not_take_what_her_role_does_not_read(
    proved: Any, pat: Account, ready: ClientCopy
) -> None:
    browser = proved(pat)
    assert "Take it, once" not in _said(browser)
    assert browser.post(f"{LIST}{ready.pk}/take/").status_code == 404


def test_it_is_taken_once(proved: Any, dana: Account, ready: ClientCopy, files_origin: Client) -> None:
    browser = proved(dana)
    assert browser.get(f"{LIST}{ready.pk}/take/").status_code == 405
    first = _link(browser, ready)
    assert files_origin.get(first).status_code == 200
    assert files_origin.get(first).status_code == 404
    assert browser.post(f"{LIST}{ready.pk}/take/").headers["Location"] == LIST
    assert "Each is taken once" in _said(browser)
    assert files_origin.get("/copies/not-a-ticket/").status_code == 404


def test_acts_ask_for_a_fresh_proof(as_: Any, dana: Account, ready: ClientCopy) -> None:
    for name in ("ask/", f"{ready.pk}/take/", f"{ready.pk}/agree/", f"{ready.pk}/call-off/"):
        assert as_(dana).post(f"{LIST}{name}").headers["Location"] == "/account/confirm/"


def test_a_safety_hold_stops_it_at_every_step(
    proved: Any, dana: Account, pat: Account, frankie: Account, with_facts: Matter, asked: ClientCopy
) -> None:
    hold = SafetyHold.objects.create(
        client_id=with_facts.client_id, matter_id=with_facts.pk, placed_at=timezone.now(), placed_by=frankie
    )
    proved(pat).post(f"{LIST}{asked.pk}/agree/")
    asked.refresh_from_db()
    assert asked.state == "asked"

    hold.delete()
    proved(pat).post(f"{LIST}{asked.pk}/agree/")
    asked.refresh_from_db()
    assert asked.state == "ready"
    SafetyHold.objects.create(
        client_id=with_facts.client_id, matter_id=with_facts.pk, placed_at=timezone.now(), placed_by=frankie
    )
    browser = proved(dana)
    browser.post(f"{LIST}{asked.pk}/take/")
    assert "A safety hold stands" in _said(browser)
    browser.post(f"{LIST}{asked.pk}/call-off/")
    browser.post(f"{LIST}ask/", _told(with_facts))
    assert ClientCopy.objects.count() == 1


def test_a_hold_after_it_was_taken_keeps_it_here(
    proved: Any, dana: Account, frankie: Account, with_facts: Matter, ready: ClientCopy, files_origin: Client
) -> None:
    browser = proved(dana)
    assert _taken(browser, files_origin, ready).status_code == 200
    hold = SafetyHold.objects.create(
        client_id=with_facts.client_id, matter_id=with_facts.pk, placed_at=timezone.now(), placed_by=frankie
    )
    assert "One that was taken stays with us." in _said(browser)
    browser.post(f"{LIST}{ready.pk}/handed/")
    ready.refresh_from_db()
    assert (ready.state, ready.handed_by) == ("taken", None)

    hold.delete()
    browser.post(f"{LIST}{ready.pk}/handed/")
    ready.refresh_from_db()
    assert (ready.state, ready.handed_by) == ("handed", dana)


def test_a_copy_that_was_taken_and_called_off_is_not_one_that_nobody_took(
    proved: Any, dana: Account, ready: ClientCopy, files_origin: Client
) -> None:
    browser = proved(dana)
    _taken(browser, files_origin, ready)
    browser.post(f"{LIST}{ready.pk}/call-off/")

    said = _said(browser)
    assert "Taken, then called off" in said
    assert "nobody took it" not in said


@pytest.mark.parametrize("data_class", ["D4", ANY])
def test_a_wall_around_either_of_the_two_stops_it_at_every_step(
    proved: Any, dana: Account, pat: Account, asked: ClientCopy, data_class: str, settings: Any
) -> None:
    walled = {"basis": "conflict", "matter_id": asked.matter_id, "data_class": data_class}
    around_dana = accounts.deny(account=dana, **walled)
    assert "Agree</button>" in _said(proved(pat))
    proved(pat).post(f"{LIST}{asked.pk}/agree/")
    asked.refresh_from_db()
    assert asked.state == "asked"
    around_dana.delete()

    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    copies.agree(by=pat, copy=asked)
    accounts.deny(account=pat, **walled)
    copy_making.make(matter_id=asked.matter_id, copy_id=asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.file) == ("ended", None)


def test_whoever_is_walled_off_from_any_of_it_does_not_ask(proved: Any, dana: Account, with_facts: Matter) -> None:
    accounts.deny(account=dana, data_class="D4", basis="conflict", matter_id=with_facts.pk)

    answer = proved(dana).post(f"{LIST}ask/", _told(with_facts))

    assert "closed to one of the two" in answer.content.decode()
    assert not ClientCopy.objects.exists()


def test_a_wall_that_comes_between_the_ticket_and_the_archive_stops_it(
    proved: Any, dana: Account, ready: ClientCopy, files_origin: Client
) -> None:
    link = _link(proved(dana), ready)
    accounts.deny(account=dana, data_class="D4", basis="conflict", matter_id=ready.matter_id)

    assert files_origin.get(link).status_code == 404
    assert "Take it, once" not in _said(proved(dana))


def test_a_file_that_is_sealed_meanwhile_is_not_taken_by_one_alone(
    proved: Any, dana: Account, pat: Account, ready: ClientCopy, files_origin: Client
) -> None:
    from probono.retention.models import SealedReading
    from probono.retention.services import read_sealed

    keep.seal(by=dana, keeping=keep.close(by=dana, matter_id=ready.matter_id))
    browser = proved(dana)
    browser.post(f"{LIST}{ready.pk}/take/")
    assert "This file is sealed" in _said(browser)

    read_sealed.ask(by=dana, keeping=Keeping.objects.get(), reason="client_asked")
    read_sealed.agree(by=pat, reading=SealedReading.objects.get())
    assert _taken(browser, files_origin, ready).status_code == 200


def test_a_matter_that_rests_for_her_safety_is_not_copied(proved: Any, dana: Account, with_facts: Matter) -> None:
    Matter.objects.filter(pk=with_facts.pk).update(side_state="safety_hold")
    proved(dana).post(f"{LIST}ask/", _told(with_facts))

    assert not ClientCopy.objects.exists()


def test_by_post_only_to_an_address_that_is_confirmed(proved: Any, dana: Account, with_facts: Matter) -> None:
    browser = proved(dana)
    answer = browser.post(f"{LIST}ask/", _told(with_facts, handover="post"))
    assert answer.status_code == 422
    assert "No postal address is confirmed" in answer.content.decode()

    now = timezone.now()
    ContactRoute.objects.create(
        matter_id=with_facts.pk, client_id=with_facts.client_id, kind="post", value="1 Fictional Way",
        heard="in_person", approved_at=now, confirmed_at=now, expires_at=now + dt.timedelta(days=3),
    )  # fmt: skip
    browser.post(f"{LIST}ask/", _told(with_facts, handover="post"))
    assert ClientCopy.objects.get().handover == "post"


def test_email_is_no_way(proved: Any, dana: Account, with_facts: Matter) -> None:
    answer = proved(dana).post(f"{LIST}ask/", _told(with_facts, handover="email"))

    assert answer.status_code == 422
    assert not ClientCopy.objects.exists()


def test_a_minor_gets_it_into_her_own_hand(proved: Any, dana: Account, with_facts: Matter) -> None:
    browser = proved(dana)
    answer = browser.post(f"{LIST}ask/", _told(with_facts, handover="post", is_minor="on"))
    assert "into her own hand, in person" in answer.content.decode()

    PersonToAvoid.objects.create(matter_id=with_facts.pk, client_id=with_facts.client_id, name="Rex Fictional")
    answer = browser.post(f"{LIST}ask/", _told(with_facts, is_minor="on", present="Rex"))
    assert "recorded as a person she avoids" in answer.content.decode()
    browser.post(f"{LIST}ask/", _told(with_facts, is_minor="on", present="Nora Brightwater"))
    assert (ClientCopy.objects.get().is_minor, ClientCopy.objects.get().present) == (True, "Nora Brightwater")


@pytest.mark.parametrize(
    "present", ["Dorian Vask and his sister", "Dorian, and the interpreter Ana", "her boyfriend Rex", "Li Wu, a friend"]
)
def test_one_of_a_list_of_people_is_found(proved: Any, dana: Account, with_facts: Matter, present: str) -> None:
    for name in ("Dorian Vask (the uncle)", "Rex Vega", "Li Wu"):
        PersonToAvoid.objects.create(matter_id=with_facts.pk, client_id=with_facts.client_id, name=name)
    browser = proved(dana)
    answer = browser.post(f"{LIST}ask/", _told(with_facts, present=present))
    assert "Meet her without that person." in answer.content.decode()
    assert not ClientCopy.objects.exists()

    browser.post(f"{LIST}ask/", _told(with_facts, present="her mother and the interpreter Ana"))
    assert ClientCopy.objects.get().state == "asked"


def test_her_word_counts_only_where_she_has_one_on_a_way_that_is_confirmed(
    proved: Any, dana: Account, with_facts: Matter
) -> None:
    now, browser = timezone.now(), proved(dana)
    row = ContactRoute.objects.create(
        matter_id=with_facts.pk, client_id=with_facts.client_id, kind="phone", value="(213) 555-0187",
        heard="in_person", approved_at=now, confirmed_at=now, expires_at=now + dt.timedelta(days=3),
    )  # fmt: skip
    for changed in ({}, {"code_word": "heron", "confirmed_at": None, "expires_at": None}):
        for name, value in changed.items():
            setattr(row, name, value)
        row.save()
        answer = browser.post(f"{LIST}ask/", _told(with_facts, known_by="word"))
        assert "She has no word on a way that is confirmed now." in answer.content.decode()

    row.confirmed_at, row.expires_at = now, now + dt.timedelta(days=3)
    row.save()
    browser.post(f"{LIST}ask/", _told(with_facts, known_by="word"))
    assert ClientCopy.objects.get().known_by == "word"


def test_one_at_a_time_and_never_for_a_day_to_come(
    proved: Any, dana: Account, with_facts: Matter, asked: ClientCopy
) -> None:
    browser = proved(dana)
    browser.post(f"{LIST}ask/", _told(with_facts))
    assert ClientCopy.objects.count() == 1
    browser.post(f"{LIST}{asked.pk}/call-off/")
    future = _told(with_facts, she_asked_on=str(today() + dt.timedelta(days=1)), present="Ana")
    said = browser.post(f"{LIST}ask/", future).content.decode()
    assert "cannot be in the future" in said
    assert 'value="Ana"' in said
    assert ClientCopy.objects.get().state == "ended"


def test_a_form_that_lacks_something_says_so(proved: Any, dana: Account, with_facts: Matter) -> None:
    answer = proved(dana).post(f"{LIST}ask/", {"matter": str(with_facts.pk)})

    assert answer.status_code == 422
    assert "Choose how she gets it." in answer.content.decode()


def test_an_act_that_is_none_is_no_page(proved: Any, dana: Account, asked: ClientCopy) -> None:
    assert proved(dana).post(f"{LIST}{asked.pk}/burn/").status_code == 404


def test_a_day_later_it_is_gone(
    ready: ClientCopy, django_capture_on_commit_callbacks: Committed, capsys: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr("probono.vault.janitor._only_the_owner", lambda: None)
    name = ready.file
    assert name is not None
    assert copy_ends.drop_old(timezone.now()) == 0
    copy_ends.drop(matter_id=ready.matter_id, copy_id=ready.pk, now=timezone.now())
    assert files._path(name).exists()
    ClientCopy.objects.update(until=timezone.now() - dt.timedelta(seconds=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert vault_room.sweep() == 0

    assert "1 copies for clients were over" in capsys.readouterr().out
    assert not files._path(name).exists()
    assert ClientCopy.objects.get().state == "ended"


def test_one_that_is_taken_while_the_old_ones_are_removed_stays_taken(
    ready: ClientCopy, dana: Account, monkeypatch: Any
) -> None:
    """The run has listed it, and then somebody takes it in the last second."""
    late, whole = ready.until + dt.timedelta(seconds=1), copy_ends._over  # type: ignore[operator]

    def taken_meanwhile(pk: Any, now: dt.datetime) -> bool:
        ClientCopy.objects.filter(pk=pk).update(
            state="taken", taken_by=dana, taken_at=ready.until, until=late + dt.timedelta(hours=1)
        )
        return whole(pk, now)

    monkeypatch.setattr(copy_ends, "_over", taken_meanwhile)

    assert copy_ends.drop_old(late) == 0

    row = ClientCopy.objects.get()
    assert (row.state, row.taken_by, row.file) == ("taken", dana, ready.file)


def test_what_nobody_answers_in_three_days_ends(asked: ClientCopy) -> None:
    ClientCopy.objects.update(made_at=timezone.now() - dt.timedelta(days=4))

    assert copy_ends.drop_old(timezone.now()) == 1
    assert ClientCopy.objects.get().state == "ended"


def test_an_officer_who_is_none_any_more_by_then_stops_it(
    asked: ClientCopy, pat: Account, dana: Account, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    copies.agree(by=pat, copy=asked)
    accounts.end_member(membership=dana.memberships.get(), on=today())

    copy_making.make(matter_id=asked.matter_id, copy_id=asked.pk)

    asked.refresh_from_db()
    assert (asked.state, asked.file) == ("ended", None)


def test_a_job_that_stops_leaves_nothing(asked: ClientCopy, proved: Any, pat: Account, monkeypatch: Any) -> None:
    def broken(copy: ClientCopy) -> list[Any]:
        raise OSError

    monkeypatch.setattr(copy_making, "members_of", broken)
    proved(pat).post(f"{LIST}{asked.pk}/agree/")

    asked.refresh_from_db()
    assert (asked.state, asked.file) == ("failed", None)


def test_a_sealed_file_is_copied_while_two_officers_have_it_open(
    proved: Any, dana: Account, pat: Account, with_facts: Matter, files_origin: Client
) -> None:
    from probono.retention.models import SealedReading
    from probono.retention.services import read_sealed

    row = keep.close(by=dana, matter_id=with_facts.pk)
    keep.seal(by=dana, keeping=row)
    first, second = proved(dana), proved(pat)
    assert first.post(f"{LIST}ask/", _told(with_facts)).status_code == 422  # it is not in the list
    read_sealed.ask(by=dana, keeping=Keeping.objects.get(), reason="client_asked")
    read_sealed.agree(by=pat, reading=SealedReading.objects.get())
    first.post(f"{LIST}ask/", _told(with_facts))
    second.post(f"{LIST}{ClientCopy.objects.get().pk}/agree/")

    with _archive(_taken(first, files_origin, ClientCopy.objects.get())) as archive:
        assert archive.read("record/sheet-1.txt") == SHEET


def test_what_is_in_it_and_what_is_not(
    proved: Any, dana: Account, pat: Account, avery: Account, with_facts: Matter, files_origin: Client
) -> None:
    from probono.matters.services import packet
    from tests.security.addresses import word_with

    build = packet.ask_for_packet(by=avery, matter=with_facts, filing=False)
    paper = build.papers.filter(word__isnull=False).order_by("position").first()
    edited = word_with("FICTIONAL, edited")
    packet.keep_word(by=avery, matter=with_facts, paper=paper, word=packet.take_word(edited, "edited.docx"))
    proved(dana).post(f"{LIST}ask/", _told(with_facts, language="es"))
    proved(pat).post(f"{LIST}{ClientCopy.objects.get().pk}/agree/")

    with _archive(_taken(proved(dana), files_origin, ClientCopy.objects.get())) as archive:
        names, page, text = (
            archive.namelist(),
            archive.read("indice.html").decode(),
            archive.read("indice.txt").decode(),
        )
        kept = archive.read(f"papers-edited/{paper.slot}-1.docx")
        told = archive.read("what-you-told-us.txt").decode()
    assert kept == edited
    assert "papers/petition.pdf" in names
    assert not any("filing-sheet" in name or name.endswith(".json") or "immigration" in name for name in names)
    for said in (page, text):
        assert "Quién abrió mi expediente" in said
        assert "Avery Lindqvist (Bramblewood &" in said.replace("&amp;", "&")
        assert "Marisol" not in said
        assert "Lo que no está en esta copia" in said
    assert not any(one in page for one in ("<script", "<style", "<link", "<img", "http:", "https:", "src="))
    assert "Marisol" in told
    assert "Vega" in told
    assert all(f'href="{name}"' in page for name in names if not name.startswith("indice"))


def test_the_immigration_file_and_a_record_nobody_may_hold_go_by_their_own_rules(
    dana: Account, with_facts: Matter
) -> None:
    from probono.matters.services.her_copy import pieces_of

    ImmigrationSheet(matter=with_facts, number=99, document={"noncitizen": True}).save()
    plain = pieces_of(with_facts.pk, immigration=False)
    assert any("The immigration file" in one for one in plain.left_out)
    asked = pieces_of(with_facts.pk, immigration=True)
    assert [one.member.path for one in asked.told] == ["what-you-told-us.txt", "immigration.txt"]
    assert b"noncitizen: true" in asked.told[1].member.data
    assert len(plain.sheets) == 1

    CopyRule(matter=with_facts, number=1, holders="nobody").save()
    ruled = pieces_of(with_facts.pk, immigration=False)
    assert ruled.sheets == []
    assert any("nobody holds a copy" in one for one in ruled.left_out)


def test_what_was_not_found_clean_stays(with_facts: Matter, settings: Any) -> None:
    from probono.matters.services.her_copy import pieces_of

    settings.CLAMD = "/nowhere/clamd.sock"
    found = pieces_of(with_facts.pk, immigration=False)

    assert found.sheets == []
    assert any("viruses" in one for one in found.left_out)
    RecordUpload.objects.update(scan="clean")
    assert len(pieces_of(with_facts.pk, immigration=False).sheets) == 1
    assert not WordEdit.objects.exists()


def test_a_hold_she_may_not_be_told_of_is_not_told(
    proved: Any, dana: Account, with_facts: Matter, ready: ClientCopy
) -> None:
    from probono.retention.copy_index import members_of
    from probono.retention.services import hold

    told = {"reference": "26STCV00001", "review_on": today() + dt.timedelta(days=9)}
    hold.place(by=dana, matter_id=with_facts.pk, client_id=with_facts.client_id, **told)  # type: ignore[arg-type]
    printed = proved(dana)
    path = f"/matters/{with_facts.pk}/opened/print/"
    assert b"legal hold" in members_of(ready)[0].data
    assert b"legal hold" in printed.get(path).content
    Hold.objects.update(told="not")
    assert b"legal hold" not in members_of(ready)[0].data
    assert b"legal hold" not in printed.get(path).content


def test_it_is_destroyed_with_the_file(ready: ClientCopy) -> None:
    from probono.retention.services import shred

    name = ready.file
    assert name is not None
    shred.destroy_matter(ready.matter_id)

    assert not ClientCopy.objects.exists()
    assert not files._path(name).exists()
