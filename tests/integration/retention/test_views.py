"""The officers' pages: from an open matter to one that two people agreed to destroy, and nobody else's."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from probono.accounts.handles import handle_of
from probono.accounts.models import Account, SealOpening
from probono.audit.models import Entry
from probono.matters.models import Matter
from probono.retention import ledger
from probono.retention.models import Hold, Keeping, SealedReading
from probono.ui.today import today
from probono.vault import keystore

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
LIST = "/closed-files/"


@pytest.fixture
def sealed(proved: Any, dana: Account, with_facts: Matter) -> str:
    browser = proved(dana)
    answer = browser.post(f"{LIST}begin/close/", {"matter": str(with_facts.pk)})
    browser.post(f"{answer.headers['Location']}seal/")
    return str(answer.headers["Location"])


def test_from_open_to_agreed(proved: Any, dana: Account, pat: Account, sealed: str) -> None:
    first, second = proved(dana), proved(pat)
    assert "Cedar Lantern 42" in first.get(LIST).content.decode()
    first.post(f"{sealed}wish/", {"wish": "all", "written_on": str(today()), "way": "room"})
    first.post(f"{sealed}request/", {"copies": "on", "asked": "on"})
    assert "Agree as legal director" in first.get(sealed).content.decode()
    assert "Agree as privacy officer" not in first.get(sealed).content.decode()
    first.post(f"{sealed}approve-ld/")
    second.post(f"{sealed}approve-po/")

    row = Keeping.objects.get()
    assert (row.state, row.director, row.officer) == ("requested", dana, pat)
    assert "Both have agreed" in second.get(sealed).content.decode()

    assert "written on" in second.get(sealed).content.decode()
    assert second.post(f"{sealed}cancel/").status_code == 422
    assert Keeping.objects.get().state == "requested"
    second.post(f"{sealed}cancel/", {"way": "room"})
    assert Keeping.objects.get().state == "sealed"
    text = second.get(sealed).content.decode()
    assert "by Pat Holloway</strong>" in text
    assert "at the client's word: In the room, alone with her" in text


def test_dangerous_acts_ask_for_a_fresh_proof(as_: Any, dana: Account, with_facts: Matter) -> None:
    answer = as_(dana).post(f"{LIST}begin/close/", {"matter": str(with_facts.pk)})

    assert answer.headers["Location"] == "/account/confirm/"
    assert not Keeping.objects.exists()


def test_nobody_else_finds_the_pages(
    proved: Any, sealed: str, avery: Account, blair: Account, frankie: Account, elif_: Account, casey: Account
) -> None:
    for person in (avery, blair, frankie, elif_, casey):
        browser = proved(person)
        assert browser.get(LIST).status_code == 404
        assert browser.get(sealed).status_code == 404
        for name in ("seal", "cancel", "approve-ld", "approve-po", "hold", "read"):
            assert browser.post(f"{sealed}{name}/").status_code == 404
        assert browser.post(f"{LIST}begin/close/").status_code == 404


def test_an_act_that_is_none_is_no_page(proved: Any, dana: Account, sealed: str) -> None:
    assert proved(dana).post(f"{sealed}burn/").status_code == 404
    assert proved(dana).post(f"{LIST}begin/burn/").status_code == 404


def test_two_officers_read_a_sealed_file_together_for_an_hour(
    proved: Any, dana: Account, pat: Account, blair: Account, with_facts: Matter, sealed: str
) -> None:
    first, second, third = proved(dana), proved(pat), proved(blair)
    file = f"/matters/{with_facts.pk}/record/"
    first.post(f"{sealed}read/", {"reason": "court_date"})
    reading = SealedReading.objects.get()
    first.post(f"{LIST}readings/{reading.pk}/")
    assert first.get(file).status_code == 404  # alone is not enough

    second.post(f"{LIST}readings/{reading.pk}/")

    assert first.get(file).status_code == 200
    assert second.get(file).status_code == 404  # her role never read a record
    assert third.get(file).status_code == 404
    told = Entry.objects.filter(action="unseal")
    assert {(entry.actor, entry.reason) for entry in told} == {(dana.pk, "court_date"), (pat.pk, "court_date")}

    SealOpening.objects.update(until=timezone.now() - dt.timedelta(seconds=1))
    assert first.get(file).status_code == 404


def test_a_reading_nobody_agreed_to_within_a_day_is_asked_for_again(
    proved: Any, dana: Account, pat: Account, sealed: str
) -> None:
    proved(dana).post(f"{sealed}read/", {"reason": "court_date"})
    SealedReading.objects.update(made_at=timezone.now() - dt.timedelta(hours=25))

    proved(pat).post(f"{LIST}readings/{SealedReading.objects.get().pk}/")

    assert SealedReading.objects.get().agreed_by is None


def test_asking_for_destruction_ends_a_reading(
    proved: Any, dana: Account, pat: Account, with_facts: Matter, sealed: str
) -> None:
    first, second = proved(dana), proved(pat)
    first.post(f"{sealed}read/", {"reason": "court_date"})
    second.post(f"{LIST}readings/{SealedReading.objects.get().pk}/")
    first.post(f"{sealed}wish/", {"wish": "order", "written_on": str(today()), "way": "room"})
    first.post(f"{sealed}request/", {"copies": "on", "asked": "on"})

    assert first.get(f"/matters/{with_facts.pk}/").status_code == 404


def test_a_closed_file_is_opened_again_with_a_reason(
    proved: Any, dana: Account, pat: Account, avery: Account, with_facts: Matter
) -> None:
    counsel, officer = proved(dana), proved(pat)
    text = officer.get(LIST).content.decode()
    assert "To undo it: the legal director opens it again" in text
    page = officer.post(f"{LIST}begin/close/", {"matter": str(with_facts.pk)}).headers["Location"]
    assert "Open it again" not in officer.get(page).content.decode()
    assert officer.post(f"{page}reopen/", {"reason": "mistake"}).status_code == 404
    assert "Open it again" in counsel.get(page).content.decode()
    for reason in ("", "safety"):
        assert counsel.post(f"{page}reopen/", {"reason": reason}).status_code == 422

    answer = counsel.post(f"{page}reopen/", {"reason": "mistake"}, follow=True)

    assert "The matter is open again." in answer.content.decode()
    assert not Keeping.objects.exists()
    opened = counsel.get(f"/matters/{with_facts.pk}/opened/").content.decode()
    assert "Opened the closed file again" in opened
    assert "It was closed by mistake" in opened


def test_after_a_destruction_was_called_back_the_page_says_what_she_had_said_and_who_wrote_it_down(
    proved: Any, dana: Account, pat: Account, asked_for: Keeping
) -> None:
    browser, page = proved(pat), f"{LIST}{asked_for.pk}/"
    assert "she had said" not in browser.get(page).content.decode()
    browser.post(f"{page}cancel/", {"way": "room"})

    text = browser.get(page).content.decode()
    assert "she had said “Give her everything, and destroy ours”" in text
    assert f"called back on {date_format(today(), 'F j, Y')} by {pat.name}" in text
    assert "She has not said yet" not in text
    assert "its destruction was called back on" in browser.get(LIST).content.decode()
    assert "She has not said yet" not in browser.get(LIST).content.decode()

    browser.post(f"{page}wish/", {"wish": "order", "written_on": str(today()), "way": "room"})
    text = browser.get(page).content.decode()
    assert "she had said" not in text
    assert "Its destruction was last called back on" in text


def test_a_hold_is_placed_agreed_to_reviewed_told_and_lifted(
    proved: Any, dana: Account, pat: Account, sealed: str
) -> None:
    first, second = proved(dana), proved(pat)
    later = today() + dt.timedelta(days=100)
    first.post(f"{sealed}hold/", {"reference": "26STCV00001", "review_on": str(today() + dt.timedelta(days=10))})
    row = Hold.objects.get()
    assert "Another officer has to agree" in first.get(sealed).content.decode()
    second.post(f"{LIST}holds/{row.pk}/agree/")
    second.post(f"{LIST}holds/{row.pk}/review/", {"review_on": str(later)})
    second.post(f"{LIST}holds/{row.pk}/told/")
    row.refresh_from_db()
    assert row.told == "to_tell"
    second.post(f"{LIST}holds/{row.pk}/told/", {"way": "room"})
    row.refresh_from_db()
    assert (row.agreed_by, row.review_on, row.told) == (pat, later, "done")
    assert "Cedar Lantern 42</h3>" in second.get(LIST).content.decode()
    second.post(f"{LIST}holds/{row.pk}/lift/", {"why": "The case ended."})
    assert "asks to lift it" in second.get(LIST).content.decode()
    assert "Agree to lifting it" in first.get(LIST).content.decode()
    first.post(f"{LIST}holds/{row.pk}/lift/", {"why": "Counsel saw the order."})

    row.refresh_from_db()
    assert (row.lift_asked_why, row.lifted_why) == ("The case ended.", "Counsel saw the order.")
    for page in (LIST, sealed):
        text = first.get(page).content.decode()
        assert "No hold stands." in text
        assert "Pat Holloway asked to lift it: The case ended." in re.sub(r"\s+", " ", text)
        assert "Counsel saw the order." in text
    assert not [one for one in Entry.objects.values_list() if "ended" in str(one) or "Counsel" in str(one)]


def test_a_hold_on_an_open_matter(proved: Any, pat: Account, with_facts: Matter) -> None:
    told = {"matter": str(with_facts.pk), "reference": "26STCV00001", "review_on": str(today() + dt.timedelta(days=9))}
    browser = proved(pat)
    browser.post(f"{LIST}begin/hold/", told | {"not_told": "on"})

    row = Hold.objects.get()
    assert row.told == "not"
    assert "26STCV00001" in browser.get(LIST).content.decode()
    browser.post(f"{LIST}holds/{row.pk}/lift/", {"why": "The case ended."})
    assert "Counsel says she may be told now" in browser.get(LIST).content.decode()
    browser.post(f"{LIST}holds/{row.pk}/may-tell/")
    row.refresh_from_db()
    assert row.told == "to_tell"
    assert "Counsel says she may be told now" not in browser.get(LIST).content.decode()


def test_looking_at_a_closed_file_stands_in_the_list_of_who_opened_it(
    proved: Any, dana: Account, blair: Account, sealed: str, with_facts: Matter
) -> None:
    assert proved(dana).get(sealed).status_code == 200

    entry = Entry.objects.filter(route="retention:keeping").latest("seq")
    mine = handle_of(with_facts.pk, with_facts.pk)
    assert (entry.action, entry.handle, entry.outcome) == ("read", mine, "done")


def test_erasing_at_the_client_s_word(proved: Any, dana: Account, pat: Account, with_facts: Matter) -> None:
    told = {"matter": str(with_facts.pk), "written_on": str(today()), "way": "room", "copies": "on", "asked": "on"}
    assert proved(pat).post(f"{LIST}begin/erase/", told).status_code == 404  # she is no attorney

    proved(dana).post(f"{LIST}begin/erase/", told)

    assert (Keeping.objects.get().state, Keeping.objects.get().wish) == ("requested", "erase")


def test_a_sealed_file_is_erased_at_her_word_too(proved: Any, dana: Account, with_facts: Matter, sealed: str) -> None:
    told = {"matter": str(with_facts.pk), "written_on": str(today()), "way": "room", "copies": "on", "asked": "on"}
    proved(dana).post(f"{LIST}begin/erase/", told)

    assert (Keeping.objects.get().state, Keeping.objects.get().wish) == ("requested", "erase")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("wish", {"wish": "all"}),
        ("request", {"copies": "on"}),
        ("hold", {"reference": "x"}),
        ("read", {"reason": "curiosity"}),
    ],
)
def test_a_form_that_lacks_something_says_so(proved: Any, dana: Account, sealed: str, name: str, told: Any) -> None:
    browser = proved(dana)
    browser.post(f"{sealed}wish/", {"wish": "all", "written_on": str(today()), "way": "room"})

    answer = browser.post(f"{sealed}{name}/", told)

    assert answer.status_code == 422
    assert "errors" in answer.content.decode()


def _kept(browser: Any, address: str, told: dict[str, str], says: str) -> None:
    """Refused in a sentence, with all that was typed, which stands in the page alone."""
    answer = browser.post(address, told)
    page = answer.content.decode()
    assert answer.status_code == 422, address
    assert says in page
    for name, typed in told.items():
        kept = [
            rf'<input type="(?:text|date)" name="{name}" value="{typed}"',
            rf'<input type="radio" name="{name}" value="{typed}"[^>]* checked',
            rf'<input type="checkbox" name="{name}"[^>]* checked',
            rf'<select name="{name}"(?:(?!</select>).)*<option value="{typed}" selected',
        ]
        assert re.search("|".join(kept), page, re.DOTALL), (address, name)
        assert typed in ("on", "room") or typed not in str(dict(browser.session)), (address, name)


def test_a_form_refused_for_its_day_keeps_what_was_typed(proved: Any, dana: Account, with_facts: Matter) -> None:
    browser, later, past = proved(dana), str(today() + dt.timedelta(days=3)), "2020-01-01"
    told = {"matter": str(with_facts.pk), "reference": "26STCV00009", "review_on": past, "not_told": "on"}
    _kept(browser, f"{LIST}begin/hold/", told, "at most 180 days away")
    told = {"matter": str(with_facts.pk), "written_on": later, "way": "room", "copies": "on", "asked": "on"}
    _kept(browser, f"{LIST}begin/erase/", told, "in the future")
    browser.post(f"{LIST}begin/close/", {"matter": str(with_facts.pk)})
    page = f"{LIST}{Keeping.objects.get().pk}/"
    _kept(
        browser,
        f"{page}wish/",
        {"wish": "until", "written_on": str(today()), "keep_until": past, "way": "room"},
        "after today",
    )
    _kept(browser, f"{page}hold/", {"reference": "26STCV00009", "review_on": past}, "at most 180 days away")

    assert not Hold.objects.exists()
    assert Keeping.objects.get().wish == ""


def test_an_act_on_a_hold_that_is_refused_keeps_what_was_typed(proved: Any, pat: Account, with_facts: Matter) -> None:
    browser = proved(pat)
    told = {"matter": str(with_facts.pk), "reference": "26STCV00009", "review_on": str(today() + dt.timedelta(days=9))}
    browser.post(f"{LIST}begin/hold/", told)
    page = f"{LIST}holds/{Hold.objects.get().pk}/"

    assert browser.post(f"{page}lift/", {"why": " "}).status_code == 422
    assert Hold.objects.get().lifted_at is None
    _kept(browser, f"{page}review/", {"review_on": "2020-01-01"}, "at most 180 days away")
    browser.post(f"{page}told/", {"way": "room"})
    _kept(browser, f"{page}told/", {"way": "room"}, "She was told already")


def test_a_wish_that_comes_too_late_is_still_there_to_be_read(proved: Any, dana: Account, asked_for: Keeping) -> None:
    told = {"wish": "order", "written_on": str(today()), "way": "room"}
    _kept(proved(dana), f"{LIST}{asked_for.pk}/wish/", told, "Call that back first")


def test_what_cannot_be_now_is_said_in_a_sentence(proved: Any, dana: Account, sealed: str) -> None:
    browser = proved(dana)
    browser.post(f"{sealed}seal/")

    assert "sealed already" in browser.get(sealed).content.decode()


def test_the_pages_hold_while_a_destruction_stopped_half_way(proved: Any, dana: Account, ripe: Keeping) -> None:
    Keeping.objects.update(state="shredding")
    ledger.add(ledger.BEGUN, keystore.mark_of(str(ripe.matter_id)), month="2026-11")  # it always comes before
    keystore.shred(str(ripe.matter_id))
    browser = proved(dana)

    for page in (LIST, f"{LIST}{ripe.pk}/"):
        assert "A file that is being destroyed" in browser.get(page).content.decode()


def test_a_ledger_that_cannot_be_relied_on_takes_no_hold_out_of_reach(
    proved: Any, dana: Account, sealed: str, settings: Any
) -> None:
    ledger.add(ledger.BEGUN, "a-mark", month="2026-11")
    path = Path(settings.SHRED_LEDGER)
    path.write_text(path.read_text().replace("a-mark", "b-mark"))

    answer = proved(dana).get(LIST)
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "The list of what was destroyed cannot be read" in page
    assert "b-mark" not in page
    assert "Place the hold" in page
    assert sealed in page
