"""What is given under a demand: written down where a judge signed it, agreed to by two officers first where none did."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone

from probono.accounts.handles import handle_of
from probono.accounts.models import Account, Membership
from probono.audit.models import Entry
from probono.matters.policies import NotNowError, NotYoursError
from probono.retention.legal.models import Demand, Production
from probono.retention.legal.services import demands, giving
from probono.retention.services import hold as holds
from probono.ui.today import today
from probono.ui.twice import SENT_TWICE

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Taking = Callable[..., Demand]
ASKED = {"given_class": "D4", "form": "sealed", "count": 3}
LINE = ASKED


def test_the_log_of_what_was_given_has_no_room_for_words(told_of: Taking, dana: Account, pat: Account) -> None:
    row = told_of(signed="yes")

    giving.given(by=pat, demand=row, given_by=dana, given_on=today(), **LINE)

    line = Production.objects.get()
    assert (line.given_class, line.form, line.count, line.given_by, line.written_by) == ("D4", "sealed", 3, dana, pat)
    kinds = {type(field).__name__ for field in Production._meta.concrete_fields if not getattr(field, "choices", None)}
    assert not {name for name in kinds if "Text" in name or name == "CharField"}


def test_the_same_line_is_written_once_though_it_is_sent_twice(told_of: Taking, dana: Account, pat: Account) -> None:
    row, other = told_of(signed="yes"), told_of(reference="26STCV00002")
    line = {"given_by": dana, "given_on": today(), **LINE}
    giving.given(by=dana, demand=row, **line)
    giving.ask(by=dana, demand=other, given_by=dana, **ASKED)
    with pytest.raises(NotNowError, match="not written a second time"):
        giving.given(by=dana, demand=row, **line)
    with pytest.raises(NotNowError, match="not written a second time"):
        giving.ask(by=dana, demand=other, given_by=dana, **ASKED)

    giving.given(by=pat, demand=row, **line)
    giving.given(by=dana, demand=row, **line | {"count": 4})
    Production.objects.update(made_at=timezone.now() - SENT_TWICE)
    giving.given(by=dana, demand=row, **line)
    assert row.productions.count() == 4


@pytest.mark.parametrize("days", [-3, 1])
def test_it_was_given_between_the_demand_and_today(told_of: Taking, dana: Account, days: int) -> None:
    day = today() + dt.timedelta(days=days)
    with pytest.raises(NotNowError, match="between"):
        giving.given(by=dana, demand=told_of(signed="yes"), given_by=dana, given_on=day, **LINE)
    with pytest.raises(NotNowError, match="how many"):
        giving.given(
            by=dana,
            demand=told_of(signed="yes", reference="26STCV00002"),
            given_by=dana,
            given_on=today(),
            **LINE | {"count": 0},
        )


@pytest.mark.parametrize(
    "more", [{"signed": "no"}, {"signed": "unclear"}, {"kind": "officer"}, {"kind": "informal", "signed": "yes"}]
)
def test_under_a_paper_no_judge_signed_nothing_is_given_by_one_officer(
    told_of: Taking, dana: Account, pat: Account, more: dict[str, str]
) -> None:
    row = told_of(**more)
    with pytest.raises(NotNowError, match="other officer has to agree before"):
        giving.given(by=dana, demand=row, given_by=dana, given_on=today(), **LINE)
    line = giving.ask(by=dana, demand=row, given_by=dana, **ASKED)
    for act, other in ((giving.gave, {"given_on": today()}), (giving.agree, {})):
        with pytest.raises(NotNowError, match="other officer has to agree"):
            act(by=dana, line=line, **other)

    giving.agree(by=pat, line=line)
    giving.gave(by=dana, line=line, given_on=today())

    line.refresh_from_db()
    assert (line.written_by, line.agreed_by, line.given_on) == (dana, pat, today())
    with pytest.raises(NotNowError, match="in the log already"):
        giving.gave(by=dana, line=line, given_on=today())
    handle = handle_of(row.matter_id, row.matter_id)
    told = Entry.objects.filter(action="produce", data_class="D4", handle=handle).order_by("seq")
    assert [one.actor for one in told] == [dana.pk, pat.pk, dana.pk]


def test_under_a_paper_a_judge_signed_nobody_is_asked(told_of: Taking, dana: Account) -> None:
    with pytest.raises(NotNowError, match="A judge signed this paper"):
        giving.ask(by=dana, demand=told_of(signed="yes"), given_by=dana, **ASKED)


def test_only_officers_ask_agree_and_give(told_of: Taking, dana: Account, pat: Account, blair: Account) -> None:
    row = told_of()
    line = giving.ask(by=dana, demand=row, given_by=dana, **ASKED)

    for work in (
        lambda: giving.ask(by=blair, demand=row, given_by=dana, **ASKED),
        lambda: giving.agree(by=blair, line=line),
        lambda: giving.gave(by=blair, line=line, given_on=today()),
    ):
        with pytest.raises(NotYoursError):
            work()


def test_a_yes_comes_within_three_days_and_before_the_day_it_was_given(
    told_of: Taking, dana: Account, pat: Account
) -> None:
    row = told_of()
    late, line = (giving.ask(by=dana, demand=row, given_by=dana, **ASKED | {"count": count}) for count in (3, 4))
    Production.objects.filter(pk=late.pk).update(made_at=timezone.now() - dt.timedelta(days=3, minutes=1))
    with pytest.raises(NotNowError, match="more than three days"):
        giving.agree(by=pat, line=late)
    giving.agree(by=pat, line=line)

    for days in (-1, 1):
        with pytest.raises(NotNowError, match="both officers had agreed and today"):
            giving.gave(by=dana, line=line, given_on=today() + dt.timedelta(days=days))


def test_a_yes_of_somebody_who_is_no_officer_any_more_counts_no_more(
    told_of: Taking, dana: Account, pat: Account
) -> None:
    line = giving.ask(by=dana, demand=told_of(), given_by=dana, **ASKED)
    giving.agree(by=pat, line=line)
    Membership.objects.filter(account=pat).update(until=today())

    with pytest.raises(NotNowError, match="other officer has to agree"):
        giving.gave(by=dana, line=line, given_on=today())


def test_what_was_only_agreed_to_was_not_given(told_of: Taking, dana: Account, pat: Account) -> None:
    row = told_of()
    line = giving.ask(by=dana, demand=row, given_by=dana, **ASKED)
    giving.agree(by=pat, line=line)
    with pytest.raises(NotNowError, match="nothing was given"):
        demands.close(by=dana, demand=row, outcome="answered")
    demands.close(by=dana, demand=row, outcome="refused")

    with pytest.raises(NotNowError, match="closed"):
        giving.gave(by=dana, line=line, given_on=today())


def _given(by: Account, row: Demand) -> Production:
    return giving.given(by=by, demand=row, given_by=by, given_on=today(), **LINE)


def test_nothing_is_given_before_she_was_told(taken_in: Taking, dana: Account) -> None:
    row = taken_in(signed="yes")
    with pytest.raises(NotNowError, match="She was not told of this demand yet"):
        _given(dana, row)
    demands.told(by=dana, demand=row, way="room")

    assert _given(dana, row).given_on == today()


def test_nor_agreed_to_nor_given_under_a_paper_no_judge_signed(taken_in: Taking, dana: Account, pat: Account) -> None:
    row = taken_in()
    line = giving.ask(by=dana, demand=row, given_by=dana, **ASKED)
    with pytest.raises(NotNowError, match="She was not told of this demand yet"):
        giving.agree(by=pat, line=line)
    demands.told(by=dana, demand=row, way="room")
    giving.agree(by=pat, line=line)
    Demand.objects.update(told_at=None)
    with pytest.raises(NotNowError, match="She was not told of this demand yet"):
        giving.gave(by=dana, line=line, given_on=today())


def test_while_counsel_says_that_she_may_not_be_told_it_is_given_and_afterwards_she_is_told_first(
    taken_in: Taking, dana: Account
) -> None:
    row = taken_in(signed="yes", may_tell=False)
    _given(dana, row)
    holds.may_tell(by=dana, hold=row.hold)

    with pytest.raises(NotNowError, match="She was not told of this demand yet"):
        giving.given(by=dana, demand=row, given_by=dana, given_on=today(), **LINE | {"count": 5})


def test_counsel_says_in_sealed_words_why_she_could_not_be_told(taken_in: Taking, dana: Account, pat: Account) -> None:
    row = taken_in(signed="yes")
    with pytest.raises(NotYoursError):
        demands.could_not_tell(by=pat, demand=row, why="Nobody has heard of her since spring.")
    with pytest.raises(NotNowError, match="Write down why"):
        demands.could_not_tell(by=dana, demand=row, why=" ")
    demands.could_not_tell(by=dana, demand=row, why="Nobody has heard of her since spring.")
    with pytest.raises(NotNowError, match="already why"):
        demands.could_not_tell(by=dana, demand=row, why="Another reason.")

    row.refresh_from_db()
    assert (row.untold_by, row.untold_why) == (dana, "Nobody has heard of her since spring.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT untold_why FROM legal_demand")
        assert b"spring" not in bytes(cursor.fetchone()[0])
    assert Entry.objects.latest("seq").action == "produce"
    _given(pat, row)
    demands.told(by=pat, demand=row, way="room")
    with pytest.raises(NotNowError, match="told already"):
        demands.could_not_tell(by=dana, demand=row, why="Another reason.")


def test_no_other_reason_is_needed_where_she_may_not_be_told(taken_in: Taking, dana: Account) -> None:
    with pytest.raises(NotNowError, match="No other reason"):
        demands.could_not_tell(by=dana, demand=taken_in(may_tell=False), why="Nobody has heard of her.")
