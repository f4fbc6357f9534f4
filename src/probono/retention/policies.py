"""In which state a thing may be done, apart from who may: `check_x` raises a sentence."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from probono.accounts.roles import Role
from probono.accounts.selectors import is_officer, roles_of
from probono.consent.contact import known_ways
from probono.matters.policies import NotNowError, NotYoursError
from probono.retention import selectors
from probono.retention.errors import HeldError
from probono.retention.machine import Move, State, can_move
from probono.retention.models import Keeping, SealedReading, Way
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account

SAYS = {
    State.OPEN: gettext_lazy("This matter is still open. Close it first."),
    State.CLOSED: gettext_lazy("This file is closed and not sealed yet. Seal it first."),
    State.SEALED: gettext_lazy("This file is sealed already."),
    State.REQUESTED: gettext_lazy("The destruction of this file was asked for. Call that back first."),
    State.SHREDDING: gettext_lazy("This file is being destroyed. Nothing can stop that any more."),
}
LD, PO = Role.LEGAL_DIRECTOR, Role.PRIVACY_OFFICER


def check_officer(by: "Account") -> None:
    """Keeping and destroying files is the officers' work."""
    if not is_officer(by):
        raise NotYoursError


def check_move(state: str, move: Move) -> None:
    """NotNowError with what stands in the way."""
    if not can_move(state, move):
        raise NotNowError(str(SAYS[State(state)]))


def check_reopen(by: "Account", keeping: Keeping) -> None:
    """The legal director opens a closed file again while nothing has come of the closing: it is not sealed, and the client has
    not said what becomes of it.
    """
    if LD not in roles_of(by):
        raise NotYoursError
    if not can_move(keeping.state, Move.REOPEN):
        raise NotNowError(_("Only a file that is closed, and not sealed yet, is opened again."))
    if keeping.wish:
        raise NotNowError(_("The client has written what she wants done with this closed file, so it stays closed."))


def reopen_can(by: "Account", keeping: Keeping) -> bool:
    try:
        check_reopen(by, keeping)
    except (NotNowError, NotYoursError):
        return False
    return True


def check_instruct(
    by: "Account", keeping: Keeping, *, written_on: dt.date, wish: str, keep_until: dt.date | None
) -> None:
    """What the client wrote is taken down while nothing is under way."""
    check_officer(by)
    if keeping.state not in (State.CLOSED, State.SEALED):
        raise NotNowError(str(SAYS[State(keeping.state)]))
    if written_on > today():
        raise NotNowError(_("The day she wrote it cannot be in the future."))
    if wish == "until" and (keep_until is None or keep_until <= today()):
        raise NotNowError(_("Write the day until which she wants it kept; it must be after today."))


def check_request(by: "Account", keeping: Keeping, *, copies: bool, asked: bool) -> None:
    """An attorney asks for the destruction, on the client's written wish, and answers two questions first."""
    if LD not in roles_of(by):
        raise NotYoursError
    check_move(keeping.state, Move.REQUEST)
    if not keeping.wish:
        raise NotNowError(
            _("The client has not said in writing what she wants. Until she does, the file stays sealed.")
        )
    if keeping.wish == "until" and keeping.keep_until and today() < keeping.keep_until:
        raise NotNowError(_("She asked to keep the file until a later day. It stays sealed until then."))
    check_confirmed(copies=copies, asked=asked)


def check_erase(by: "Account", *, written_on: dt.date, copies: bool, asked: bool) -> None:
    """The same questions, wherever the file stands."""
    if LD not in roles_of(by):
        raise NotYoursError
    if written_on > today():
        raise NotNowError(_("The day she wrote it cannot be in the future."))
    check_confirmed(copies=copies, asked=asked)


def check_confirmed(*, copies: bool, asked: bool) -> None:
    """Both questions answered with yes."""
    if not (copies and asked):
        raise NotNowError(
            _("First make sure that the client holds certified copies, and that immigration counsel was asked.")
        )


def check_approve(by: "Account", keeping: Keeping, role: str) -> None:
    """Each officer agrees once, in a role of her own, and never in the place of the other."""
    check_officer(by)
    if role not in roles_of(by) or role not in (LD, PO):
        raise NotYoursError
    if keeping.state != State.REQUESTED:
        raise NotNowError(_("Nobody has asked to destroy this file."))
    if by.pk in (keeping.director_id, keeping.officer_id):
        raise NotNowError(_("You have agreed already. The other officer has to agree too."))
    if (role == LD and keeping.director_id) or (role == PO and keeping.officer_id):
        raise NotNowError(_("Another officer has agreed in that role already."))


def check_shred(keeping: Keeping, now: dt.datetime) -> None:
    """All that must hold in the moment destruction begins: no hold, 14 days, two officers who are still officers.

    HeldError when a hold stands, whatever else is true.
    """
    check_not_held(keeping.matter_id, now)
    check_move(keeping.state, Move.SHRED)
    if keeping.state == State.SHREDDING:
        return
    if keeping.cools_until is None or now < keeping.cools_until:
        raise NotNowError(_("The 14 days in which this can be called back are not over."))
    if not approved_now(keeping):
        raise NotNowError(_("The legal director and the privacy officer both have to agree."))


def approved_now(keeping: Keeping) -> bool:
    """Whether two different people agreed who hold those roles to this day."""
    director, officer = keeping.director, keeping.officer
    if director is None or officer is None or director.pk == officer.pk:
        return False
    return LD in roles_of(director) and PO in roles_of(officer)


def check_not_held(matter_id: object, now: dt.datetime) -> None:
    """HeldError while a hold stands on a matter."""
    if any(hold.holds(now) for hold in selectors.holds_on(matter_id)):
        raise HeldError(_("A legal hold stands on this file. Nothing of it is destroyed until the hold is lifted."))


def are_two(first: "Account", second: "Account") -> bool:
    """Two people who between them are legal director and privacy officer now."""
    one, other = roles_of(first), roles_of(second)
    return first.pk != second.pk and ((LD in one and PO in other) or (PO in one and LD in other))


def check_agree_reading(by: "Account", reading: SealedReading) -> None:
    """The second of the two: another person, and between them both roles."""
    check_officer(by)
    if not reading.waits(timezone.now()):
        raise NotNowError(_("This was answered, or waited for more than a day. Ask again."))
    if reading.asked_by_id == by.pk:
        raise NotNowError(_("The other officer has to agree."))
    if not are_two(reading.asked_by, by):
        raise NotNowError(_("The legal director and the privacy officer open a sealed file together."))


def safe_ways(matter_id: UUID, client_id: UUID) -> list[tuple[str, str]]:
    """The kinds of ways along which a client may be told now. The room is always one of them: there she is with us."""
    kinds = known_ways.safe_kinds(matter_id, client_id, timezone.now())
    return [(Way.ROOM.value, str(Way.ROOM.label)), *((kind, str(Way(kind).label)) for kind in kinds)]


def check_safe_way(way: str, *, matter_id: UUID, client_id: UUID) -> None:
    """She is told in the room, or along a way that is confirmed as safe now; nothing else counts as telling her."""
    if way not in dict(safe_ways(matter_id, client_id)):
        raise NotNowError(_("That is no way known to be safe now. Ask her advocate, or tell her in the room."))


def check_her_way(way: str, *, matter_id: UUID, client_id: UUID) -> None:
    """What she wants counts when she said so in the room, or along a way that is confirmed as safe now: else it may be another's word."""
    if way not in dict(safe_ways(matter_id, client_id)):
        raise NotNowError(
            _(
                "That is no way known to be safe now, so it may not be her own word. Ask her in the room, or ask her advocate."
            )
        )
