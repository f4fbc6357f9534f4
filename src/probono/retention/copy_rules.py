"""In which state a client's own copy may be asked for, agreed to, taken and handed over. Sentences name nobody and no place."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from probono.accounts import gate
from probono.accounts.selectors import roles_of
from probono.consent.contact import known_ways
from probono.consent.contact import policies as contact
from probono.consent.contact.words import Kind
from probono.consent.services.guardians import may_be_there
from probono.matters.policies import NotNowError, NotYoursError
from probono.matters.services.her_copy import is_on_safety_hold
from probono.retention import selectors
from probono.retention.models import ClientCopy, CopyState, Handover, KnownBy
from probono.retention.models.copy import OPEN
from probono.retention.policies import LD, are_two, check_officer
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account


def check_ask(
    by: "Account", *, matter_id: UUID, client_id: UUID, she_asked_on: dt.date, known_by: str, handover: str,
    is_minor: bool, present: str, now: dt.datetime,
) -> None:  # fmt: skip
    """An officer asks, at the client's word, for a copy that can reach her safely."""
    check_officer(by)
    if she_asked_on > today():
        raise NotNowError(_("The day she asked cannot be in the future."))
    if selectors.has_open_copy(matter_id):
        raise NotNowError(_("A copy of this file is on its way already. Finish it or call it off first."))
    _check_not_closed(by, matter_id=matter_id, client_id=client_id)
    if known_by == KnownBy.WORD and not known_ways.has_word(matter_id, client_id, now):
        raise NotNowError(
            _("She has no word on a way that is confirmed now. Meet her, and write down how you knew her.")
        )
    check_reaches_her(
        matter_id=matter_id, client_id=client_id, handover=handover, is_minor=is_minor, present=present, now=now
    )


def check_reaches_her(
    *, matter_id: UUID, client_id: UUID, handover: str, is_minor: bool, present: str, now: dt.datetime
) -> None:
    """Asked at every step anew: no safety hold, a way that is confirmed, nobody in the room whom she avoids."""
    _check_no_hold(matter_id, client_id)
    if is_minor and handover != Handover.IN_PERSON:
        raise NotNowError(_("She is not of age: the copy goes into her own hand, in person, and to nobody else."))
    if handover == Handover.POST and not known_ways.has_confirmed(matter_id, Kind.POST, now):
        raise NotNowError(_("No postal address is confirmed with her as safe now. Hand the copy over in person."))
    if not may_be_there(matter_id=matter_id, client_id=client_id, present=present):
        raise NotNowError(
            _(
                "Somebody who is to be present is recorded as a person she avoids, or shares a name with one. "
                "Meet her without that person."
            )
        )


def check_agree(by: "Account", row: ClientCopy, now: dt.datetime) -> None:
    """The second of the two officers, another person; between them the legal director and the privacy officer."""
    check_officer(by)
    if not row.waits(now):
        raise NotNowError(_("This was answered, or waited for more than three days. Ask again."))
    if row.asked_by_id == by.pk:
        raise NotNowError(_("The other officer has to agree."))
    if not are_two(row.asked_by, by):
        raise NotNowError(_("The legal director and the privacy officer make a copy for a client together."))
    _check_not_closed(row.asked_by, by, matter_id=row.matter_id, client_id=row.client_id)
    _check_again(row, now)


def check_make(row: ClientCopy, now: dt.datetime) -> None:
    """Asked when the job runs and when it is taken: both are still officers, the file is open to both, and she can still be
    reached safely.
    """
    if row.agreed_by is None or not are_two(row.asked_by, row.agreed_by):
        raise NotNowError(_("The legal director and the privacy officer make a copy for a client together."))
    _check_not_closed(row.asked_by, row.agreed_by, matter_id=row.matter_id, client_id=row.client_id)
    _check_again(row, now)


def check_take(by: "Account", row: ClientCopy, now: dt.datetime) -> None:
    """The legal director takes it, once: the other officer's role does not read what is in it."""
    check_officer(by)
    if LD not in roles_of(by):
        raise NotYoursError
    if row.state == CopyState.TAKEN:
        raise NotNowError(_("This copy was taken already. Each is taken once: ask for another if it was lost."))
    if not row.is_here(now):
        raise NotNowError(_("This copy is not here, or not any more. Ask for another."))
    check_make(row, now)


def check_handed(by: "Account", row: ClientCopy) -> None:
    """Written down by whichever officer saw to it; while a safety hold stands nobody hands it over."""
    check_officer(by)
    if row.state != CopyState.TAKEN:
        raise NotNowError(_("Nobody has taken this copy yet."))
    _check_no_hold(row.matter_id, row.client_id)


def check_call_off(by: "Account", row: ClientCopy) -> None:
    """Either officer, until she has it."""
    check_officer(by)
    if row.state not in OPEN:
        raise NotNowError(_("This copy is over already."))


def take_can(by: "Account", row: ClientCopy, now: dt.datetime) -> bool:
    """For the page's button."""
    try:
        check_take(by, row, now)
    except (NotNowError, NotYoursError):
        return False
    return True


def _check_again(row: ClientCopy, now: dt.datetime) -> None:
    check_reaches_her(
        matter_id=row.matter_id, client_id=row.client_id, handover=row.handover, is_minor=row.is_minor,
        present=row.present, now=now,
    )  # fmt: skip


def is_on_hold(row: ClientCopy) -> bool:
    """For the page's warning."""
    try:
        _check_no_hold(row.matter_id, row.client_id)
    except NotNowError:
        return True
    return False


def _check_not_closed(*people: "Account", matter_id: UUID, client_id: UUID) -> None:
    """No wall of any class, and no seal, stands between either of the two and the file: the copy holds the whole of it."""
    if any(gate.denied(one, client_id=client_id, matter_id=matter_id) for one in people):
        raise NotNowError(_("This file is sealed, or closed to one of the two. No copy is made or taken."))


def _check_no_hold(matter_id: UUID, client_id: UUID) -> None:
    try:
        contact.check_no_hold(client_id)
    except contact.NotNowError as error:
        raise NotNowError(_("A safety hold stands. No copy is made or handed over until it is lifted.")) from error
    if is_on_safety_hold(matter_id):
        raise NotNowError(_("A safety hold stands. No copy is made or handed over until it is lifted."))
