"""Breach mode: the list comes from the audit log, sessions end, days come from counsel, each client is told by a safe way alone."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from probono.accounts import services as accounts
from probono.accounts.data_classes import ANY
from probono.accounts.handles import handle_of
from probono.accounts.models import Account, OpenSession
from probono.accounts.signing_in.windows import open_on, open_window
from probono.accounts.walls import acting
from probono.audit.actions import Outcome
from probono.audit.models import Entry
from probono.matters.models import Matter
from probono.matters.policies import NotNowError, NotYoursError
from probono.retention.breach import pages, selectors
from probono.retention.breach.duties import duties
from probono.retention.breach.models import Affected, Breach, DueDay
from probono.retention.breach.services import breaches
from probono.retention.models import Keeping
from probono.retention.policies import safe_ways
from probono.retention.services.shred import shred
from probono.ui.today import today
from probono.vault import keystore
from tests.integration.consent.contact.conftest import PHONE
from tests.integration.retention.breach.conftest import span

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Opened = Callable[..., Breach]
Looked = Callable[..., None]


def _listed(breach: Breach) -> dict[Any, int]:
    return {one.matter_id: one.acts for one in Affected.objects.filter(breach=breach)}


def test_the_list_holds_what_one_person_looked_at_in_that_time(
    opened: Opened, looked: Looked, avery: Account, blair: Account, matter: Matter, other: Matter
) -> None:
    looked(avery, matter, times=3)
    looked(blair, other)

    assert _listed(opened(account=avery)) == {matter.pk: 3}
    assert set(_listed(opened())) == {matter.pk, other.pk}
    early = timezone.now() - dt.timedelta(days=2)
    assert _listed(opened(account=avery, since=early, until=early + dt.timedelta(days=1))) == {}


def test_what_was_refused_showed_nothing(opened: Opened, looked: Looked, casey: Account, matter: Matter) -> None:
    looked(casey, matter, outcome=Outcome.REFUSED)
    looked(casey, matter, outcome=Outcome.FAILED)

    assert _listed(opened(account=casey)) == {}


def test_a_sealed_matter_is_on_the_list_and_a_destroyed_one_is_a_number(
    opened: Opened, looked: Looked, avery: Account, ripe: Keeping
) -> None:
    matter = Matter.objects.get(pk=ripe.matter_id)
    looked(avery, matter)
    assert matter.pk in _listed(opened(account=avery))
    rows = Entry.objects.filter(actor=avery.pk).exclude(handle="").count()

    shred(matter_id=ripe.matter_id)

    again = opened(account=avery)
    assert _listed(again) == {}
    assert again.unnamed == rows
    assert not Affected.objects.exists()


def test_looking_again_adds_and_forgets_nothing_that_was_done(
    opened: Opened, looked: Looked, avery: Account, dana: Account, matter: Matter, other: Matter
) -> None:
    looked(avery, matter)
    breach = opened(account=avery)
    breaches.told(by=dana, affected=Affected.objects.get(), way="room")
    looked(avery, matter)
    looked(avery, other)

    assert breaches.list_matters(by=dana, breach=breach) == 2

    assert _listed(breach) == {matter.pk: 2, other.pk: 1}
    assert Affected.objects.get(matter_id=matter.pk).told_way == "room"


def test_it_ends_the_sessions_of_one_person(as_: Any, avery: Account, blair: Account, dana: Account) -> None:
    first, second = as_(avery), as_(blair)

    assert breaches.freeze(by=dana, account=avery) == 1

    assert first.get("/matters/").status_code == 302
    assert second.get("/matters/").status_code == 200
    told = Entry.objects.get(action="freeze")
    assert (told.actor, told.part) == (dana.pk, handle_of("program", avery.pk))


def test_it_ends_everybody_s_and_every_client_s_window(
    as_: Any, avery: Account, blair: Account, dana: Account, matter: Matter
) -> None:
    browsers = [as_(one) for one in (avery, blair, dana)]
    open_window(by=blair, matter_id=matter.pk, language="en")

    assert breaches.freeze(by=dana) == 4

    assert [one.get("/matters/").status_code for one in browsers] == [302, 302, 302]
    assert not OpenSession.objects.filter(ended_at=None).exists()
    assert open_on(matter.pk) is None


def test_a_rotation_since_it_was_opened_is_seen(opened: Opened, dana: Account) -> None:
    breach = opened()
    assert not pages.breach_page(dana, breach)["is_rotated"]

    keystore.rotate()

    assert pages.breach_page(dana, breach)["is_rotated"]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"noticed_at": timezone.now() + dt.timedelta(days=1)}, "in the future"),
        ({"until": timezone.now() - dt.timedelta(days=9)}, "ended before it began"),
        ({"until": timezone.now() + dt.timedelta(days=1)}, "over in the future"),
        ({"since": timezone.now() + dt.timedelta(minutes=30)}, "begun after it was noticed"),
    ],
)
def test_what_cannot_be_is_said(dana: Account, more: dict[str, Any], says: str) -> None:
    with pytest.raises(NotNowError, match=says):
        breaches.begin(by=dana, **span(**more))

    assert not Breach.objects.exists()


def test_no_period_is_known_by_heart() -> None:
    """law.md has none of these sources: each only flags, and no number of days stands in the data."""
    assert duties()
    for duty in duties().values():
        assert not duty.was_read
        assert duty.cite
        assert not any(word in duty.says for word in ("hour", "days", "24", "30", "45", "60", "72"))


def test_a_day_comes_from_counsel_with_what_she_read(opened: Opened, dana: Account) -> None:
    breach = opened()
    with pytest.raises(NotNowError, match="what counsel read"):
        breaches.enter_due(by=dana, breach=breach, flag="grants", due_on=today(), cite=" ")
    with pytest.raises(NotNowError, match="none of the duties"):
        breaches.enter_due(by=dana, breach=breach, flag="weather", due_on=today(), cite="x")

    breaches.enter_due(by=dana, breach=breach, flag="grants", due_on=today(), cite="Award, condition 12")
    breaches.enter_due(
        by=dana, breach=breach, flag="grants", due_on=today() - dt.timedelta(days=1), cite="Award, condition 13"
    )
    line = next(one for one in pages.breach_page(dana, breach)["duties"] if one["duty"].code == "grants")
    assert (line["day"].cite, line["is_late"]) == ("Award, condition 13", True)
    breaches.duty_done(by=dana, breach=breach, flag="grants")

    assert DueDay.objects.get().done_by == dana
    line = next(one for one in pages.breach_page(dana, breach)["duties"] if one["duty"].code == "grants")
    assert not line["is_late"]


def test_the_plan_shows_kinds_of_ways_and_never_a_number(
    opened: Opened, looked: Looked, confirmed: Any, avery: Account, dana: Account, pat: Account, frankie: Account,
    matter: Matter,
) -> None:  # fmt: skip
    confirmed(PHONE)
    looked(avery, matter)
    breach = opened(account=avery)

    for officer in (dana, pat):
        row = pages.breach_page(officer, breach)["rows"][0]
        assert row["ways"] == ["Telephone"]
    people = {name for _pk, name in pages.talkers(Affected.objects.get())}
    assert people == {dana.name, pat.name, frankie.name}  # Avery reads how she is reached, and it was her sign-in


def test_she_is_told_along_a_safe_way_alone_and_the_breach_closes_when_everybody_is(
    opened: Opened, looked: Looked, avery: Account, dana: Account, frankie: Account, matter: Matter
) -> None:
    looked(avery, matter)
    breach = opened(account=avery)
    row = Affected.objects.get()
    breaches.plan(by=dana, affected=row, talker=frankie, note=" Mornings only. ")
    with pytest.raises(NotNowError, match="no way known to be safe"):
        breaches.told(by=dana, affected=row, way="email")
    with pytest.raises(NotNowError, match="Not every client"):
        breaches.close(by=dana, breach=breach)

    breaches.told(by=dana, affected=row, way="room")
    with pytest.raises(NotNowError, match="told already"):
        breaches.told(by=dana, affected=row, way="room")
    with pytest.raises(NotNowError, match="when it was over"):
        breaches.close(by=dana, breach=breach)
    breaches.over(by=dana, breach=breach, until=timezone.now())
    breaches.close(by=dana, breach=breach)

    row.refresh_from_db()
    assert (row.talker, row.note, row.told_by) == (frankie, "Mornings only.", dana)
    mine = Entry.objects.filter(
        actor=dana.pk, handle=handle_of(matter.pk, matter.pk), part=handle_of(matter.pk, row.pk)
    )
    assert mine.count() == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM breach_affected")
        assert b"Mornings" not in bytes(cursor.fetchone()[0])


def _wall(officer: Account, matter: Matter) -> None:
    accounts.deny(account=officer, data_class=ANY, basis="conflict", matter_id=matter.pk)


@pytest.mark.parametrize("lister", ["pat", "dana"])
def test_a_wall_around_an_officer_takes_nothing_off_the_list_and_lets_her_close_over_nobody(
    lister: str, dana: Account, pat: Account, avery: Account, matter: Matter, other: Matter, looked: Looked,
    proved: Any,
) -> None:  # fmt: skip
    looked(avery, matter)
    looked(avery, other)
    _wall(pat, other)
    by = {"pat": pat, "dana": dana}[lister]
    with acting(by):
        breach = breaches.begin(by=by, account=avery, **span())
        assert breaches.list_matters(by=by, breach=breach) == 2
    breach.refresh_from_db()
    assert (set(_listed(breach)), breach.unnamed) == ({matter.pk, other.pk}, 0)
    for_pat = proved(pat).get(f"/breaches/{breach.pk}/").content.decode()
    assert matter.code_name in for_pat
    assert other.code_name not in for_pat
    assert "1 more client was not told yet" in for_pat

    with acting(pat):
        breaches.over(by=pat, breach=breach, until=timezone.now())
        breaches.told(by=pat, affected=Affected.objects.get(matter_id=matter.pk), way="room")
    with acting(pat), pytest.raises(NotNowError, match="Another officer has to close it"):
        breaches.close(by=pat, breach=breach)
    assert "more client" not in proved(dana).get(f"/breaches/{breach.pk}/").content.decode()
    with acting(dana):
        breaches.told(by=dana, affected=Affected.objects.get(matter_id=other.pk), way="room")
    with acting(pat):
        breaches.close(by=pat, breach=breach)
    breach.refresh_from_db()
    assert breach.closed_by == pat


def test_the_officer_whose_reading_it_is_ends_sessions_and_nothing_else(
    dana: Account, pat: Account, matter: Matter, looked: Looked, proved: Any
) -> None:
    looked(pat, matter)
    breach = breaches.begin(by=pat, account=pat, **span(kind="inside"))
    breaches.list_matters(by=pat, breach=breach)
    row = Affected.objects.get()
    breaches.freeze(by=pat, account=pat, breach=breach)

    for act, more in (
        (breaches.over, {"breach": breach, "until": timezone.now()}),
        (breaches.enter_due, {"breach": breach, "flag": "grants", "due_on": today(), "cite": "x"}),
        (breaches.duty_done, {"breach": breach, "flag": "grants"}),
        (breaches.plan, {"affected": row, "talker": dana}),
        (breaches.told, {"affected": row, "way": "room"}),
        (breaches.close, {"breach": breach}),
    ):
        with pytest.raises(NotNowError, match="your own reading"):
            act(by=pat, **more)
    page = proved(pat).get(f"/breaches/{breach.pk}/").content.decode()
    assert "everything else is for another officer" in page
    assert not any(f"/{act}/" in page for act in ("over", "due", "done", "plan", "told", "close"))

    breaches.over(by=dana, breach=breach, until=timezone.now())
    breaches.told(by=dana, affected=row, way="room")
    breaches.close(by=dana, breach=breach)


def test_whoever_it_was_does_not_talk_with_her(
    opened: Opened, looked: Looked, avery: Account, dana: Account, matter: Matter
) -> None:
    looked(avery, matter)
    opened(account=avery)

    with pytest.raises(NotNowError, match="Somebody else talks with the client"):
        breaches.plan(by=dana, affected=Affected.objects.get(), talker=avery)
    assert Affected.objects.get().talker is None


@pytest.mark.parametrize("flag", ["grants", "weather"])
def test_a_duty_without_a_day_is_not_done(opened: Opened, dana: Account, flag: str) -> None:
    breach = opened()
    told = Entry.objects.count()

    with pytest.raises(NotNowError, match="Enter the day first"):
        breaches.duty_done(by=dana, breach=breach, flag=flag)
    assert Entry.objects.count() == told


def test_the_whole_of_its_last_minute_counts(opened: Opened, avery: Account, matter: Matter, looked: Looked) -> None:
    looked(avery, matter)
    minute = Entry.objects.filter(actor=avery.pk).latest("seq").at.replace(second=0, microsecond=0)

    assert _listed(opened(account=avery, until=minute)) == {matter.pk: 1}


def test_what_went_on_is_over_at_an_hour_and_the_list_is_made_anew(
    opened: Opened, avery: Account, dana: Account, matter: Matter, other: Matter, looked: Looked
) -> None:
    looked(avery, matter)
    breach = opened(account=avery)
    looked(avery, other)

    breaches.over(by=dana, breach=breach, until=timezone.now())

    assert set(_listed(breach)) == {matter.pk, other.pk}
    with pytest.raises(NotNowError, match="written down already"):
        breaches.over(by=dana, breach=breach, until=timezone.now())


def test_a_breach_without_a_list_does_not_close(dana: Account) -> None:
    made = breaches.begin(by=dana, **span(until=timezone.now()))

    with pytest.raises(NotNowError, match="Make the list"):
        breaches.close(by=dana, breach=made)


def test_a_closed_breach_stays_as_it_is(
    opened: Opened, looked: Looked, avery: Account, dana: Account, matter: Matter
) -> None:
    looked(avery, matter)
    breach = opened(account=avery)
    row = Affected.objects.get()
    breaches.told(by=dana, affected=row, way="room")
    breaches.over(by=dana, breach=breach, until=timezone.now())
    breaches.close(by=dana, breach=breach)

    for act, more in (
        (breaches.close, {"breach": breach}),
        (breaches.list_matters, {"breach": breach}),
        (breaches.freeze, {"breach": breach}),
        (breaches.over, {"breach": breach, "until": timezone.now()}),
        (breaches.duty_done, {"breach": breach, "flag": "grants"}),
        (breaches.enter_due, {"breach": breach, "flag": "grants", "due_on": today(), "cite": "x"}),
        (breaches.plan, {"affected": row, "talker": None}),
        (breaches.told, {"affected": row, "way": "room"}),
    ):
        with pytest.raises(NotNowError, match="closed"):
            act(by=dana, **more)


def test_only_officers_do_any_of_it(
    opened: Opened, looked: Looked, avery: Account, blair: Account, matter: Matter
) -> None:
    looked(avery, matter)
    breach, row = opened(account=avery), Affected.objects.get()

    for act, more in (
        (breaches.begin, span()),
        (breaches.freeze, {}),
        (breaches.close, {"breach": breach}),
        (breaches.list_matters, {"breach": breach}),
        (breaches.plan, {"affected": row, "talker": None}),
        (breaches.told, {"affected": row, "way": "room"}),
    ):
        with pytest.raises(NotYoursError):
            act(by=blair, **more)
    assert not selectors.breaches_of(blair).exists()


def test_a_matter_whose_destruction_stopped_half_way_is_not_shown(
    opened: Opened, looked: Looked, avery: Account, dana: Account, ripe: Keeping
) -> None:
    looked(avery, Matter.objects.get(pk=ripe.matter_id))
    breach = opened(account=avery)
    Keeping.objects.update(state="shredding")
    keystore.shred(str(ripe.matter_id))

    assert pages.breach_page(dana, breach)["rows"] == []


def test_the_room_is_always_a_way(matter: Matter) -> None:
    assert [kind for kind, _said in safe_ways(matter.pk, matter.client_id)] == ["room"]
