"""A paper is a minor's exactly where the birth date on file says that she is one on the day; nobody is told the date."""

import datetime as dt
import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from probono.accounts import walls
from probono.accounts.models import Account
from probono.consent import surroundings
from probono.consent.models import Release
from probono.consent.policies import NotNowError, latest_day
from probono.consent.services import releases
from probono.matters.models import FactSheet, Matter, RecordVersion
from probono.matters.services.age import is_minor_on
from probono.ui.today import today

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
MINOR = {"is_minor": True, "guardian": "A parent", "guardian_is_avoided": False}
Told = Callable[[dt.date], None]


@pytest.fixture
def born(matter: Matter) -> Told:
    """`born(day)`: somebody attested it under Facts."""

    def attest(day: dt.date) -> None:
        number = FactSheet.objects.filter(matter=matter).count() + 1
        document = {"petitioner": {"birth_date": day.isoformat(), "source": "Client"}}
        FactSheet.objects.create(matter=matter, number=number, document=document)

    return attest


@pytest.fixture
def on_sheet(with_sheet: Matter) -> Callable[..., None]:
    """`on_sheet(day, ...)`: a newer sheet names these birth dates."""

    def read(*days: dt.date) -> None:
        before = RecordVersion.objects.get(matter=with_sheet)
        person = before.document["person"] | {"birth_dates": [each.isoformat() for each in days]}
        RecordVersion.objects.create(
            matter=with_sheet, upload=before.upload, number=2, schema=before.schema, library=before.library,
            source_hash=before.source_hash, document=before.document | {"person": person},
        )  # fmt: skip

    return read


def _years_ago(years: int, days: int = 0) -> dt.date:
    """A birth date with which she is so many years old today, and turned so many days ago."""
    day = today() - dt.timedelta(days=days)
    return day.replace(year=day.year - years, day=min(day.day, 28))


def test_an_adult_s_paper_for_a_minor_is_refused_without_a_date(drawn: Any, born: Told, matter: Matter) -> None:
    born(_years_ago(16))
    with pytest.raises(NotNowError, match="not of age on that day") as refused:
        drawn()

    assert not re.search(r"\d", str(refused.value))
    assert drawn(**MINOR).is_minor


def test_a_minor_s_paper_for_an_adult_is_refused_without_a_date(drawn: Any, born: Told) -> None:
    born(_years_ago(30))
    with pytest.raises(NotNowError, match="nobody signs with her") as refused:
        drawn(**MINOR)

    assert not re.search(r"\d", str(refused.value))
    assert not drawn().is_minor


def test_the_words_of_a_listing_too(matter: Matter, blair: Account, born: Told) -> None:
    born(_years_ago(16))
    with pytest.raises(NotNowError, match="not of age"):
        releases.draw_up_listing(
            by=blair, matter_id=matter.pk, client_id=matter.client_id, text="A woman asks for help.", language="en",
            last_day=latest_day(today()),
        )  # fmt: skip


def test_the_day_of_the_signature_counts(drawn: Any, born: Told, blair: Account) -> None:
    """She comes of age between the paper and the signature, or the right date is learnt meanwhile."""
    paper = drawn(**MINOR)
    born(_years_ago(18))

    with pytest.raises(NotNowError, match="of age on that day"):
        releases.sign(by=blair, release=paper, how="in_person", signed_on=today(), by_guardian=True)
    assert not Release.objects.get(pk=paper.pk).is_live


def test_the_day_of_a_yes_by_voice_counts_too(drawn: Any, born: Told, blair: Account, frankie: Account) -> None:
    paper = drawn(**MINOR)
    born(_years_ago(18))

    with pytest.raises(NotNowError, match="of age on that day"):
        releases.say_yes(by=blair, release=paper, witness=frankie)
    assert Release.objects.get(pk=paper.pk).spoken_at is None


def test_what_the_sheet_says_counts_where_nobody_attested_it(drawn: Any, on_sheet: Callable[..., None]) -> None:
    on_sheet(_years_ago(16))

    with pytest.raises(NotNowError, match="not of age"):
        drawn()


def test_what_was_attested_goes_before_a_wrong_sheet(drawn: Any, on_sheet: Callable[..., None], born: Told) -> None:
    on_sheet(_years_ago(16))
    born(_years_ago(19))

    assert drawn().is_open


def test_dates_that_do_not_agree_decide_nothing(drawn: Any, on_sheet: Callable[..., None], matter: Matter) -> None:
    on_sheet(_years_ago(16), _years_ago(30))

    assert is_minor_on(matter.pk, today()) is None
    assert drawn().is_open


def test_where_no_date_is_known_the_answer_counts(drawn: Any, matter: Matter) -> None:
    assert is_minor_on(matter.pk, today()) is None
    assert drawn(**MINOR).is_open
    assert drawn().is_open


def test_without_an_app_that_tells_it_nothing_is_known(matter: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "_ages", [])

    assert surroundings.is_minor_on(matter.pk, today()) is None


def test_it_is_asked_past_the_wall_of_whoever_keeps_releases(drawn: Any, born: Told, blair: Account) -> None:
    """The manager reads no facts; she learns that the paper does not fit, and no date."""
    born(_years_ago(16))

    with walls.acting(blair), pytest.raises(NotNowError, match="not of age"):
        drawn()


def test_the_form_says_it(
    as_: Callable[[Any], Client], blair: Account, matter: Matter, born: Told, other_firm: Any
) -> None:
    born(_years_ago(16))
    plain = {"language": "en", "last_day": today().isoformat(), "is_minor": "no"}
    for address, told in (
        ("new", {"organisation": str(other_firm.pk), "purpose": "represent", "classes": ["D2"]}),
        ("listing", {"text": "A woman asks for help."}),
    ):
        answer = as_(blair).post(f"/matters/{matter.pk}/releases/{address}/", plain | told)
        assert answer.status_code == 422
        assert "by the birth date on file she is not of age" in html.unescape(answer.content.decode())
