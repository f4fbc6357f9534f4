"""In which state a thing may be done, apart from who may: `check_x` raises a sentence."""

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from probono.matters.policies import NotNowError
from probono.retention.breach.duties import duties
from probono.retention.breach.models import Affected, Breach
from probono.retention.policies import check_officer, check_safe_way

if TYPE_CHECKING:
    from probono.accounts.models import Account


def check_begin(by: "Account", *, noticed_at: dt.datetime, since: dt.datetime, until: dt.datetime) -> None:
    """When it began, when it ended and when it was noticed, in an order that can be."""
    check_officer(by)
    if noticed_at > timezone.now():
        raise NotNowError(_("It cannot have been noticed in the future."))
    if since > until:
        raise NotNowError(_("It cannot have ended before it began."))
    if since > noticed_at:
        raise NotNowError(_("It cannot have begun after it was noticed."))


def check_open(by: "Account", breach: Breach) -> None:
    """A closed breach stays as it is."""
    check_officer(by)
    if breach.closed_at is not None:
        raise NotNowError(_("This breach is closed."))


def check_due(by: "Account", breach: Breach, *, flag: str, cite: str) -> None:
    """A day is kept only with what counsel read."""
    check_open(by, breach)
    if flag not in duties():
        raise NotNowError(_("That is none of the duties on this page."))
    if not cite.strip():
        raise NotNowError(_("Write what counsel read: a day from memory is not kept."))


def check_told(by: "Account", row: Affected, way: str) -> None:
    """She is told once, along a safe way, while the breach is open."""
    check_open(by, row.breach)
    if row.told_at is not None:
        raise NotNowError(_("She was told already."))
    check_safe_way(way, matter_id=row.matter_id, client_id=row.client_id)


def check_close(by: "Account", breach: Breach, *, waiting: int) -> None:
    """Nobody on the list is forgotten: each was told, or the breach stays open."""
    check_open(by, breach)
    if breach.listed_at is None:
        raise NotNowError(_("Make the list of matters first, even if it turns out empty."))
    if waiting:
        raise NotNowError(_("Not every client on the list was told yet."))
