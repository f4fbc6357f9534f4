"""Until when a release holds is said once, in words that fit where it stands."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation
from django.utils.formats import date_format

from probono.accounts import services
from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.consent.models import Release
from probono.consent.pages import her_page
from probono.consent.services import releases
from probono.retention.copy_index import _state
from probono.ui.today import today
from tests.integration.conftest import BEGAN

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Papers = Callable[..., Release]


@pytest.fixture
def kim(other_firm: Any) -> Account:
    """The other firm's coordinator. FICTIONAL."""
    found = services.add_account(email="kim@example.test", name="Kim Fictional")
    services.add_member(account=found, organisation=other_firm, role=Role.COORDINATOR, starts=BEGAN)
    return found


def _text(browser: Client, release: Release) -> str:
    """The page of a release without its own text, and its card in the list."""
    of = f"/matters/{release.matter_id}/releases/"
    page = browser.get(f"{of}{release.pk}/").content.decode().split('<section class="card" lang')[0]
    cards = browser.get(of).content.decode().split("<section")
    return page + "".join(one.split("</section>")[0] for one in cards if f"{release.pk}/" in one)


def test_a_conflict_check_says_the_hour_it_ends_and_no_day(as_: Any, blair: Any, kim: Any, signed: Papers) -> None:
    paper = signed(person=kim, purpose="check_conflicts")
    paper.refresh_from_db()
    assert paper.closes_at == paper.signed_at + dt.timedelta(hours=72)  # type: ignore[operator]
    hour = date_format(timezone.localtime(paper.closes_at), r"g:i a \o\n F j, Y")

    text = _text(as_(blair), paper)
    assert text.count(f"Holds until {hour}.") == 2
    assert "72 hours" not in text
    assert "Holds through" not in text


def test_before_it_is_signed_it_says_for_how_long_it_will_open(as_: Any, blair: Any, kim: Any, drawn: Papers) -> None:
    paper = drawn(person=kim, purpose="check_conflicts")
    text = _text(as_(blair), paper)

    assert "Opens for 72 hours after her signature. She can sign it through" in text
    assert "Holds through" not in text
    said = str(paper.document)
    assert "at most 72 hours after I sign" in said
    assert "My yes holds through" not in said
    assert "como máximo 72 horas" in str(drawn(person=kim, purpose="check_conflicts", language="es").document)


def test_after_its_hours_it_has_run_out(as_: Any, blair: Any, kim: Any, signed: Papers) -> None:
    paper = signed(person=kim, purpose="check_conflicts")
    Release.objects.update(signed_at=timezone.now() - dt.timedelta(hours=72, minutes=1))
    paper.refresh_from_db()
    assert (paper.state, paper.is_live) == ("ended", False)

    text = _text(as_(blair), paper)
    assert f"It ended on {date_format(today(), 'F j, Y')}." in text
    assert "Holds" not in text
    assert [one.release for one in her_page(paper.matter_id, "en")["over"]] == [paper]


def test_one_that_was_stopped_or_ran_out_says_so_and_holds_no_more(as_: Any, blair: Any, signed: Papers) -> None:
    stopped, over = signed(), signed()
    releases.stop(by=blair, release=stopped)
    Release.objects.filter(pk=over.pk).update(last_day=today() - dt.timedelta(days=1))

    of = f"/matters/{stopped.matter_id}/releases/"
    for one, said in ((stopped, "It was stopped on"), (over, "It ended on")):
        page = as_(blair).get(f"{of}{one.pk}/").content.decode().split('<section class="card" lang')[0]
        assert said in page
        assert "Holds through" not in page


def test_she_reads_the_hour_in_her_language(as_: Any, blair: Any, kim: Any, signed: Papers) -> None:
    paper = signed(person=kim, purpose="check_conflicts")

    of = f"/matters/{paper.matter_id}/releases/hers/"
    assert "It ends at this hour:" in as_(blair).get(f"{of}?language=en").content.decode()
    spanish = as_(blair).get(f"{of}?language=es").content.decode()
    assert "Termina a esta hora:" in spanish
    assert "72 horas" not in spanish


def test_her_copy_says_the_hour_too_and_the_day_once_it_is_over(kim: Any, signed: Papers) -> None:
    paper = signed(person=kim, purpose="check_conflicts")
    with translation.override("es"):
        assert _state(paper).startswith("termina el ")
        assert ":" in _state(paper)
    Release.objects.update(signed_at=timezone.now() - dt.timedelta(hours=73))

    over = Release.objects.get(pk=paper.pk)
    assert _state(over) == f"ran out on {date_format(over.ended_on)}"
