"""An act that waits for a proof is named before it is sent: what, on whom, and what was typed, never an id."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from probono.accounts.models import Account, Membership
from probono.accounts.selectors import live_walls
from probono.accounts.signing_in import wording
from probono.matters.models import Matter
from probono.matters.services.team import put_up_wall

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
As = Callable[[Any], Client]
KEEPING = ("reopen", "seal", "wish", "request", "cancel", "approve-ld", "approve-po", "hold", "read")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def _kept(browser: Client, path: str, told: dict[str, str] | None = None) -> tuple[str, str]:
    """Sends a form without a proof, proves, and gives the two pages that follow, as a reader sees them."""
    assert browser.post(path, told or {}).headers["Location"].startswith("/account/confirm/")
    assert browser.post("/account/confirm/prove/", {"plainly": "yes"}).headers["Location"] == "/account/kept/"
    return _read(browser.get("/account/kept/")), _read(browser.post("/account/kept/"))


def _read(answer: Any) -> str:
    assert answer.status_code == 200
    main = re.search(r"<main.*?</main>", answer.content.decode(), re.S)
    assert main
    plain = re.sub(r"<textarea[^>]*usa-sr-only.*?</textarea>", "", main[0], flags=re.S)
    return re.sub(r"<[^>]+>", " ", plain)


def _guarded(patterns: Any, space: str = "") -> Iterator[tuple[str, Any]]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _guarded(one.url_patterns, f"{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern) and getattr(one.callback, "asks_proof", False):
            yield f"{space}{one.name}", one.callback


def test_every_act_that_asks_for_a_proof_is_told_of() -> None:
    names = {name for name, _view in _guarded(get_resolver().url_patterns)}

    assert len(names) > 25
    assert names <= wording.told()


def test_ending_a_role_says_whose_and_which(as_: As, blair: Account, casey: Account) -> None:
    row = Membership.objects.get(account=casey)
    for text in _kept(as_(blair), f"/people/roles/{row.pk}/end/"):
        assert "End this role today" in text
        assert f"{casey.name}: {row.get_role_display()}, {row.organisation.name}" in text
        assert not ID.search(text)


def test_keeping_out_says_whom(as_: As, pat: Account, casey: Account) -> None:
    for text in _kept(as_(pat), f"/people/{casey.pk}/out/"):
        assert "Keep out now" in text
        assert casey.name in text


def test_closing_a_matter_says_which(as_: As, dana: Account, matter: Matter) -> None:
    first, second = _kept(as_(dana), "/closed-files/begin/close/", {"matter": str(matter.pk)})

    for text in (first, second):
        assert "Close the matter" in text
        assert matter.code_name in text
        assert not ID.search(text)


def test_a_team_seat_says_who_and_where(as_: As, dana: Account, casey: Account, matter: Matter) -> None:
    _first, text = _kept(as_(dana), f"/matters/{matter.pk}/access/team/", {"person": str(casey.pk)})

    assert "Put on the team" in text
    assert matter.code_name in text
    assert casey.name in text
    assert not ID.search(text)


def test_a_wall_says_around_whom(as_: As, dana: Account, avery: Account, matter: Matter) -> None:
    put_up_wall(by=dana, matter=matter, account=avery, basis="conflict", data_class="D4")
    wall = live_walls(matter.pk, matter.client_id)[0]
    _first, text = _kept(as_(dana), f"/matters/{matter.pk}/access/walls/{wall.pk}/end/")

    assert f"{matter.code_name}: {avery.name}" in text


def test_what_was_typed_has_the_form_s_own_words(as_: As, dana: Account, matter: Matter) -> None:
    told = {
        "matter": str(matter.pk), "she_asked_on": "2026-03-04", "known_by": "face", "handover": "in_person",
        "language": "es", "is_minor": "on",
    }  # fmt: skip
    _first, text = _kept(as_(dana), "/closed-files/copies/ask/", told)

    for said in (
        "Ask for a copy for the client", matter.code_name, "The day she asked for it", "March 4, 2026",
        "We know her and she was in the room", "In person, into her hand", "She is not of age",
    ):  # fmt: skip
        assert said in text
    assert "known_by" not in text
    assert not ID.search(text)


@pytest.mark.parametrize("path", ["people/roles/{}/end/", "people/{}/out/", "closed-files/{}/seal/"])
def test_nobody_learns_by_it_what_she_may_not_see(as_: As, avery: Account, casey: Account, path: str) -> None:
    row = Membership.objects.get(account=casey)

    page = wording.words_of(avery, "/" + path.format(row.pk if "roles" in path else casey.pk), [])

    assert page == {"words": None, "lines": []}
    assert wording.words_of(avery, "/no/such/page/", [])["words"] is None


def test_removing_a_key_says_which(jordan: SimpleNamespace, avery: Account) -> None:
    key = Authenticator.objects.get(user=jordan.account)
    key.data = key.data | {"name": "Blue phone"}
    key.save()
    path = f"/account/keys/{key.pk}/remove/"

    words = wording.words_of(jordan.account, path, [])["words"]
    assert (words.act, words.whom) == ("Remove one of your keys", "Blue phone")
    assert wording.words_of(avery, path, [])["words"] is None


def test_every_other_act_of_the_officers_has_words_for_a_row_they_keep(
    dana: Account, pat: Account, matter: Matter
) -> None:
    from probono.retention.models import Hold
    from probono.retention.services import hold, keep
    from probono.ui.today import today

    row = keep.close(by=dana, matter_id=matter.pk)
    told = {"reference": "26STCV00001", "review_on": today() + dt.timedelta(days=9)}
    hold.place(by=dana, matter_id=matter.pk, client_id=matter.client_id, **told)  # type: ignore[arg-type]
    paths = [f"/closed-files/{row.pk}/{act}/" for act in KEEPING]
    paths += [f"/closed-files/holds/{Hold.objects.get().pk}/{act}/" for act in ("agree", "lift", "told", "review")]

    said = [wording.words_of(pat, path, [])["words"] for path in paths]

    assert all(one.act and matter.code_name in one.whom for one in said)
    assert len({one.act for one in said}) == len(said)
    assert wording.words_of(pat, f"/closed-files/{row.pk}/burn/", [])["words"] is None
