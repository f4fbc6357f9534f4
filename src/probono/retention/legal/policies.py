"""In which state a thing may be done, apart from who may: `check_x` raises a sentence."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts.selectors import roles_of
from probono.matters.policies import NotNowError, NotYoursError
from probono.retention.legal.models import Demand, Kind, Outcome, Production, Signed
from probono.retention.models.hold import Told
from probono.retention.policies import LD, are_two, check_officer, check_safe_way
from probono.ui.today import today
from probono.ui.twice import SENT_TWICE

if TYPE_CHECKING:
    from probono.accounts.models import Account


def check_take_in(
    by: "Account", *, asked_by: str, reference: str, kind: str, signed: str, served_on: dt.date, due_on: dt.date | None
) -> None:
    """What a demand has to say to be taken in."""
    check_officer(by)
    if not asked_by.strip():
        raise NotNowError(_("Write down who asks."))
    if not reference.strip():
        raise NotNowError(_("Write down the court or office and the number on the paper."))
    if kind == Kind.ADMINISTRATIVE and signed == Signed.YES:
        raise NotNowError(
            _(
                "An officer of the agency signs this kind of paper. If a judge of a court signed yours, choose “Search "
                "warrant”, “Court order” or “Subpoena” instead. If you are not sure, choose “It cannot be seen” and ask counsel."
            )
        )
    if served_on > today():
        raise NotNowError(_("The day it was served cannot be in the future."))
    if due_on is not None and due_on < served_on:
        raise NotNowError(_("The day it is due cannot be before the day it was served."))


def check_open(by: "Account", demand: Demand) -> None:
    """A closed demand stays as it is."""
    check_officer(by)
    if demand.closed_at is not None:
        raise NotNowError(_("This demand is closed."))


def check_close(by: "Account", demand: Demand, outcome: str) -> None:
    """How it ended does not contradict the log of what was given."""
    check_open(by, demand)
    given = demand.productions.exclude(given_on=None).exists()
    if given and outcome == Outcome.NOTHING:
        raise NotNowError(_("The log says that something was given. Choose another end."))
    if given and outcome == Outcome.REFUSED:
        raise NotNowError(_("The log says that something was given, so it was not refused. Choose another end."))
    if not given and outcome == Outcome.ANSWERED:
        raise NotNowError(
            _("The log says that nothing was given. Write down what was given first, or choose another end.")
        )


def check_told(by: "Account", demand: Demand, way: str) -> None:
    """She is told once, along a safe way, and not against counsel's word."""
    check_officer(by)
    if demand.told_at is not None:
        raise NotNowError(_("She was told already."))
    if demand.hold.told == Told.NOT:
        raise NotNowError(_("Counsel has said that she may not be told. Ask counsel first."))
    check_safe_way(way, matter_id=demand.matter_id, client_id=demand.client_id)


def check_untold(by: "Account", demand: Demand, why: str) -> None:
    """Counsel alone says why she could not be told, once, and only where that is what stands in the way."""
    if LD not in roles_of(by):
        raise NotYoursError
    check_open(by, demand)
    if demand.told_at is not None:
        raise NotNowError(_("She was told already."))
    if demand.hold.told == Told.NOT:
        raise NotNowError(_("Counsel has said that she may not be told. No other reason is needed."))
    if demand.untold_at is not None:
        raise NotNowError(_("It is written down already why she could not be told."))
    if not why.strip():
        raise NotNowError(_("Write down why she could not be told."))


def untold_can(by: "Account", demand: Demand) -> bool:
    return _can(check_untold, by, demand, "asked by the page")


def check_told_first(demand: Demand) -> None:
    """Nothing is given before she was told, unless counsel says that she may not be told, or why she could not be. Source: 34 U.S.C.
    § 12291(b)(2), notice to her where disclosure is compelled; that it comes first is the program's own rule.
    """
    if demand.told_at is None and demand.untold_at is None and demand.hold.told != Told.NOT:
        raise NotNowError(
            _(
                "She was not told of this demand yet. Before anything is given, she is told, or counsel writes down why she "
                "could not be."
            )
        )


def told_first_can(demand: Demand) -> bool:
    return _can(check_told_first, demand)


def check_given(by: "Account", demand: Demand, *, given_on: dt.date, count: int) -> None:
    """A line of the log tells of something that has happened, under a demand that is open and that a judge signed."""
    check_open(by, demand)
    if not demand.is_compelling:
        raise NotNowError(_("No judge signed this paper. The other officer has to agree before anything is given."))
    check_told_first(demand)
    if not demand.served_on <= given_on <= today():
        raise NotNowError(_("The day it was given lies between the day of the demand and today."))
    _check_count(count)


def check_not_written_twice(by: "Account", demand: Demand, line: dict[str, Any]) -> None:
    """The same line by the same officer a moment later is one line: a form that was sent twice."""
    since = timezone.now() - SENT_TWICE
    if demand.productions.filter(written_by=by, made_at__gt=since, **line).exists():
        raise NotNowError(
            _(
                "You wrote down this very line a moment ago, so it was not written a second time. If the same was given twice, "
                "write the second line in ten minutes."
            )
        )


def check_ask(by: "Account", demand: Demand, *, count: int) -> None:
    """One officer asks the other, where no judge signed the paper."""
    check_open(by, demand)
    if demand.is_compelling:
        raise NotNowError(_("A judge signed this paper. Write down what was given."))
    _check_count(count)


def check_agree(by: "Account", demand: Demand, line: Production, now: dt.datetime) -> None:
    """Another person, and between the two of them both offices."""
    check_open(by, demand)
    if not line.waits(now):
        raise NotNowError(_("This was answered, or waited for more than three days. Ask again."))
    if line.written_by_id == by.pk:
        raise NotNowError(_("The other officer has to agree."))
    if not are_two(line.written_by, by):
        raise NotNowError(_("The legal director and the privacy officer agree to it together."))
    check_told_first(demand)


def check_gave(by: "Account", demand: Demand, line: Production, *, given_on: dt.date) -> None:
    """Only what two who are still officers agreed to, and not before they did."""
    check_open(by, demand)
    if line.given_on is not None:
        raise NotNowError(_("This is in the log already."))
    if line.agreed_at is None or line.agreed_by is None or not are_two(line.written_by, line.agreed_by):
        raise NotNowError(_("No judge signed this paper. The other officer has to agree before anything is given."))
    check_told_first(demand)
    if not timezone.localdate(line.agreed_at) <= given_on <= today():
        raise NotNowError(_("The day it was given lies between the day both officers had agreed and today."))


def _check_count(count: int) -> None:
    if count < 1:
        raise NotNowError(_("Write how many pages, files or hours it were."))


def check_hold_again(by: "Account", demand: Demand) -> None:
    """A demand has one hold at a time."""
    check_open(by, demand)
    if demand.hold.holds(timezone.now()):
        raise NotNowError(_("Its hold stands."))


def _can(check: Callable[..., None], *args: object) -> bool:
    try:
        check(*args)
    except (NotNowError, NotYoursError):
        return False
    return True
