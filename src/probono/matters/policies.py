"""In which state a thing may be done, apart from who may: `check_x` raises a sentence, `x_can` asks for the page."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts import gate
from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.roles import Role
from probono.accounts.selectors import is_officer, roles_of
from probono.matters import selectors
from probono.matters.models import BuildState, Holders, Matter, MatterState, PacketBuild, RecordVersion
from probono.matters.models.packet import OPEN_STATES, STUCK_AFTER

if TYPE_CHECKING:
    from probono.accounts.models import Account


ATTORNEYS = {
    Role.VOLUNTEER_ATTORNEY,
    Role.LEGAL_DIRECTOR,
    Role.IMMIGRATION_ATTORNEY,
    Role.TECHNICAL_ASSISTANCE,
}


class NotNowError(Exception):
    """Something cannot be done in the present state; the message is a sentence for the person."""


class NotYoursError(Exception):
    """The actor may not do this. Views answer it as "no such page"."""


def check_add_sheet(by: "Account | None", matter: Matter) -> None:
    """A sheet may be added by whoever may change the record, until the matter is closed."""
    _check_may(by, matter, DataClass.RECORD)
    _check_open(matter)


def add_sheet_can(by: "Account", matter: Matter) -> bool:
    return _can(check_add_sheet, by, matter)


def check_set_holders(by: "Account", matter: Matter) -> None:
    """Counsel decides who may hold a copy of the sheet."""
    check_add_sheet(by, matter)
    if not roles_of(by) & {Role.VOLUNTEER_ATTORNEY, Role.LEGAL_DIRECTOR}:
        raise NotYoursError


def set_holders_can(by: "Account", matter: Matter) -> bool:
    return _can(check_set_holders, by, matter)


def check_hold_sheet(by: "Account", matter: Matter) -> None:
    """A copy of the sheet goes only to those counsel lets hold one."""
    holders = selectors.holders_of(by, matter)
    if holders == Holders.NOBODY or (holders == Holders.COUNSEL and not roles_of(by) & ATTORNEYS):
        raise NotYoursError


def hold_sheet_can(by: "Account", matter: Matter) -> bool:
    return _can(check_hold_sheet, by, matter)


def check_change_facts(by: "Account | None", matter: Matter) -> None:
    """Facts may be changed by whoever may change facts, until the matter is closed."""
    _check_may(by, matter, DataClass.FACTS)
    _check_open(matter)


def change_facts_can(by: "Account", matter: Matter) -> bool:
    return _can(check_change_facts, by, matter)


def check_bring_back(by: "Account", matter: Matter) -> None:
    """An earlier version of the facts is brought back by whoever may change them and sees all of it, the items' part too."""
    check_change_facts(by, matter)
    if not selectors.may(by, matter, DataClass.RECORD):
        raise NotYoursError


def bring_back_can(by: "Account", matter: Matter) -> bool:
    return _can(check_bring_back, by, matter)


def check_change_immigration(by: "Account | None", matter: Matter) -> None:
    """The immigration file is changed by those who hold it."""
    _check_may(by, matter, DataClass.IMMIGRATION)
    _check_open(matter)


def change_immigration_can(by: "Account", matter: Matter) -> bool:
    return _can(check_change_immigration, by, matter)


def check_change_packet(by: "Account | None", matter: Matter) -> None:
    """The legal file may be changed by whoever holds it, until the matter is closed."""
    _check_may(by, matter, DataClass.LEGAL_FILE)
    _check_open(matter)


def check_build(by: "Account | None", matter: Matter) -> None:
    """A packet needs a record, and one build at a time."""
    check_change_packet(by, matter)
    if not selectors.is_there(by, matter, RecordVersion):
        raise NotNowError(_("Upload the RAP sheet first: a packet is built from what it says."))
    fresh = timezone.now() - STUCK_AFTER
    if selectors.is_there(by, matter, PacketBuild, state__in=OPEN_STATES, moved_at__gte=fresh):
        raise NotNowError(_("A packet is being built right now. Wait until it is ready, then build again."))


def build_can(by: "Account", matter: Matter) -> bool:
    return _can(check_build, by, matter)


def check_give_word(by: "Account | None", matter: Matter, build: PacketBuild) -> None:
    """An edited Word file belongs to a paper of a finished build."""
    check_change_packet(by, matter)
    if build.state != BuildState.DONE:
        raise NotNowError(_("This packet is not ready, so it has no papers to edit."))


def give_word_can(by: "Account", matter: Matter, build: PacketBuild) -> bool:
    return _can(check_give_word, by, matter, build)


def check_change_team(by: "Account", matter: Matter) -> None:
    """Teams are put together by the pro bono manager and the legal director, until the matter is closed."""
    _check_may(by, matter, DataClass.RELEASES)
    if not roles_of(by) & {Role.PRO_BONO_MANAGER, Role.LEGAL_DIRECTOR}:
        raise NotYoursError
    _check_open(matter)


def change_team_can(by: "Account", matter: Matter) -> bool:
    return _can(check_change_team, by, matter)


CLIENT_NO = "client_no"


def check_wall(by: "Account", matter: Matter, basis: str) -> None:
    """Whoever keeps the client's releases writes down her no; an ethical wall is the manager's and the officers' to put up."""
    _check_may(by, matter, DataClass.RELEASES)
    if basis != CLIENT_NO and not (is_officer(by) or Role.PRO_BONO_MANAGER in roles_of(by)):
        raise NotYoursError


def wall_can(by: "Account", matter: Matter, basis: str) -> bool:
    return _can(check_wall, by, matter, basis)


def check_take_down_wall(by: "Account", matter: Matter) -> None:
    """Only an officer takes a wall down."""
    _check_may(by, matter, DataClass.RELEASES)
    if not is_officer(by):
        raise NotYoursError


def take_down_wall_can(by: "Account", matter: Matter) -> bool:
    return _can(check_take_down_wall, by, matter)


def _check_may(by: "Account | None", matter: Matter, data_class: str) -> None:
    """`None` is the set-up of the demo, before anybody is there."""
    if by is not None and not gate.can(
        by, data_class, matter_id=matter.pk, client_id=matter.client_id, verb=Verb.WRITE
    ):
        raise NotYoursError


def _check_open(matter: Matter) -> None:
    if matter.state == MatterState.CLOSED:
        raise NotNowError(_("This matter is closed. Nothing in it can change."))


def _can(check: object, *args: object) -> bool:
    try:
        check(*args)  # type: ignore[operator]
    except (NotNowError, NotYoursError):
        return False
    return True
