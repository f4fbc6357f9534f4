"""In which state a thing may be done, apart from who may: `check_x` raises a sentence."""

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from probono.matters.policies import NotNowError
from probono.retention.breach.duties import duties
from probono.retention.breach.models import Affected, Breach, DueDay
from probono.retention.policies import check_officer, check_safe_way

if TYPE_CHECKING:
    from probono.accounts.models import Account


def check_begin(by: "Account", *, noticed_at: dt.datetime, since: dt.datetime, until: dt.datetime | None) -> None:
    """When it began, when it ended and when it was noticed, in an order that can be."""
    check_officer(by)
    check_span(since, until)
    if noticed_at > timezone.now():
        raise NotNowError(_("It cannot have been noticed in the future."))
    if since > noticed_at:
        raise NotNowError(_("It cannot have begun after it was noticed."))


def check_span(since: dt.datetime, until: dt.datetime | None) -> None:
    """An end is known when it is past; until then it goes on."""
    if until is None:
        return
    if until > timezone.now():
        raise NotNowError(_("It cannot be over in the future. Leave the hour empty while it still goes on."))
    if since > until:
        raise NotNowError(_("It cannot have ended before it began."))


def check_open(by: "Account", breach: Breach) -> None:
    """A closed breach stays as it is."""
    check_officer(by)
    if breach.closed_at is not None:
        raise NotNowError(_("This breach is closed."))


def check_work(by: "Account", breach: Breach) -> None:
    """The person whose reading is looked at may open a breach and end sessions, because the first minutes count. The rest is
    another officer's.
    """
    check_open(by, breach)
    if breach.account_id == by.pk:
        raise NotNowError(_("It is your own reading that is looked at here. Another officer does this."))


def work_can(by: "Account", breach: Breach) -> bool:
    """For the page's buttons."""
    try:
        check_work(by, breach)
    except NotNowError:
        return False
    return True


def check_over(by: "Account", breach: Breach, until: dt.datetime) -> None:
    """When it was over is written down once."""
    check_work(by, breach)
    if breach.until is not None:
        raise NotNowError(_("When it was over is written down already."))
    check_span(breach.since, until)


def check_due(by: "Account", breach: Breach, *, flag: str, cite: str) -> None:
    """A day is kept only with what counsel read."""
    check_work(by, breach)
    if flag not in duties():
        raise NotNowError(_("That is none of the duties on this page."))
    if not cite.strip():
        raise NotNowError(_("Write what counsel read: a day from memory is not kept."))


def check_done(by: "Account", breach: Breach, day: DueDay | None) -> None:
    """A duty is done once its day is known: what has none was not looked up."""
    check_work(by, breach)
    if day is None:
        raise NotNowError(_("Enter the day first."))
    if day.done_at is not None:
        raise NotNowError(_("That was written down already."))


def check_plan(by: "Account", row: Affected, talker: "Account | None") -> None:
    """Nobody hears of a breach from the person whose reading it was."""
    check_work(by, row.breach)
    if talker is not None and talker.pk == row.breach.account_id:
        raise NotNowError(_("It is this person's reading that is looked at. Somebody else talks with the client."))


def check_told(by: "Account", row: Affected, way: str) -> None:
    """She is told once, along a safe way, while the breach is open."""
    check_work(by, row.breach)
    if row.told_at is not None:
        raise NotNowError(_("She was told already."))
    check_safe_way(way, matter_id=row.matter_id, client_id=row.client_id)


def check_close(by: "Account", breach: Breach, *, waiting: int, elsewhere: int) -> None:
    """Nobody on the list is forgotten, whoever may see her: each was told, or the breach stays open."""
    check_work(by, breach)
    if breach.listed_at is None:
        raise NotNowError(_("Make the list of matters first, even if it turns out empty."))
    if waiting:
        raise NotNowError(_("Not every client on the list was told yet."))
    if elsewhere:
        raise NotNowError(
            _("Clients on the list whom you may not see were not told yet. Another officer has to close it.")
        )
    if breach.until is None:
        raise NotNowError(_("Write down first when it was over."))
