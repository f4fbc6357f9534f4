"""In which state a way may be used or changed, apart from who may. Sentences name no number, no address and no person."""

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from probono.accounts import gate
from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.selectors import is_officer
from probono.consent.contact import selectors
from probono.consent.contact.known_ways import State, state_of
from probono.consent.contact.models import ContactRoute, SafetyHold
from probono.consent.contact.words import Heard, Kind, Talked
from probono.post import services as post
from probono.ui.twice import SENT_TWICE

if TYPE_CHECKING:
    from uuid import UUID

    from probono.accounts.models import Account


_TOLD = (
    "kind", "value", "language", "hours", "code_word", "who_answers", "caller_id", "may_name_us", "may_leave_message",
    "may_send", "for_lawyer",
)  # fmt: skip
HANDING_OVER = dt.timedelta(minutes=1)
"""How long a note may be on its way to the mail server: our own choice. Until then nobody can say that it failed."""


class NotNowError(Exception):
    """Something cannot be done in the present state; the message is a sentence for the person."""


class NotYoursError(Exception):
    """The actor may not do this. Views answer it as "no such page"."""


def zone() -> ZoneInfo:
    """Where the program is, by whose clock hours are kept."""
    return ZoneInfo(settings.TIME_ZONE)


def check_usable(route: ContactRoute, now: dt.datetime) -> None:
    """A way is used only while it is confirmed, no hold stands, and the hour is safe."""
    check_no_hold(route.client_id)
    _check_state(route, now)
    if not route.safe_hours.holds(now, zone()):
        raise NotNowError(_("This is not an hour she said is safe. Nothing can be sent now."))


def usable_can(route: ContactRoute, now: dt.datetime) -> bool:
    return _can(check_usable, route, now)


def check_send(by: "Account", route: ContactRoute, now: dt.datetime) -> None:
    """The site itself sends e-mail alone, and only where she said that a note may come."""
    check_may(by, route.matter_id, route.client_id, DataClass.MESSAGES, Verb.WRITE)
    check_passable(route, now)


def check_passable(route: ContactRoute, now: dt.datetime) -> None:
    """Whether a note may leave along a way, whoever asks: the last question before it does."""
    if route.kind != Kind.EMAIL:
        raise NotNowError(_("The site cannot go this way. Go it yourself, with the script."))
    if not route.may_send:
        raise NotNowError(_("She has not said that notes may come this way."))
    if not post.is_on():
        raise NotNowError(_("Mail is not set up here, so nothing can be sent. Call her instead."))
    check_usable(route, now)


def check_not_sent_twice(by: "Account", route: ContactRoute, note: str, now: dt.datetime) -> None:
    """The same note by the same person along the same way is one note: she gets it once. One that could not be handed over may be
    tried again.
    """
    if any(
        now - one.made_at < (HANDING_OVER if one.failed else SENT_TWICE)
        for one in selectors.sent_along(route, note, by)
    ):
        raise NotNowError(
            _(
                "You sent her this note a moment ago. It was not sent a second time. If she needs it again, wait ten minutes."
            )
        )


def check_not_avoided_yet(by: "Account", matter_id: "UUID", name: str, about: str) -> None:
    """Two people of one name are told apart by how one knows them."""
    told = (_plain(name), _plain(about))
    if told in [(_plain(one.name), _plain(one.about)) for one in selectors.avoided_of(by, matter_id)]:
        raise NotNowError(
            _(
                "This person is on the list already, with the same words. Nothing more has to be done; if it is another person of "
                "the same name, write down how one knows them apart."
            )
        )


def check_not_told_yet(by: "Account", route: ContactRoute) -> None:
    """The same way waits for a second person once."""
    rows = selectors.routes_of(by, route.matter_id).filter(approved_at=None, retired_at=None, replaces=route.replaces)
    if any(all(getattr(one, name) == getattr(route, name) for name in _TOLD) for one in rows):
        raise NotNowError(
            _("This way is written down already, and waits for a second person. Nothing more has to be done.")
        )


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def send_can(by: "Account", route: ContactRoute, now: dt.datetime) -> bool:
    return _can(check_send, by, route, now)


def check_change(by: "Account", matter_id: "UUID", client_id: "UUID") -> None:
    """Ways are written down by whoever changes contact data: her advocate."""
    check_may(by, matter_id, client_id, DataClass.CONTACT, Verb.WRITE)


def change_can(by: "Account", matter_id: "UUID", client_id: "UUID") -> bool:
    return _can(check_change, by, matter_id, client_id)


def check_heard(
    by: "Account", *, matter_id: "UUID", heard: str, heard_on: ContactRoute | None, said_word: bool, now: dt.datetime
) -> None:
    """A change counts only when she told it on a safe way: in the room, or on one that is confirmed, with her word."""
    if heard == Heard.FIRST:
        if selectors.was_ever_confirmed(by, matter_id):
            raise NotNowError(
                _("A way was confirmed before, so a change has to be told on a safe one, or in the room.")
            )
        return
    if heard == Heard.IN_PERSON:
        return
    if heard_on is None or heard_on.matter_id != matter_id:
        raise NotNowError(_("Choose the confirmed way on which she told you."))
    check_no_hold(heard_on.client_id)
    _check_state(heard_on, now)
    if heard_on.code_word and not said_word:
        raise NotNowError(_("She did not say her word. Do not change anything; talk with her on another safe way."))


def check_approve(by: "Account", route: ContactRoute, now: dt.datetime) -> None:
    """The second person's answer to what somebody else wrote down."""
    _check_second_person(by, route)
    if state_of(route, now) != State.WAITING:
        raise NotNowError(_("This change does not wait any more."))
    if by.pk == route.made_by_id:
        raise NotNowError(_("Somebody else has to look at what you wrote down."))
    check_no_hold(route.client_id)


def approve_can(by: "Account", route: ContactRoute, now: dt.datetime) -> bool:
    return _can(check_approve, by, route, now)


def check_confirm(by: "Account", route: ContactRoute, now: dt.datetime) -> None:
    """A way is confirmed by whoever talked with her, once a second person has looked at it. After a missed word it is a second
    person who talks with her: anybody who may look at a new way, and has not heard the word missed herself.
    """
    state = state_of(route, now)
    if state == State.MISSED:
        _check_second_person(by, route)
        if str(by.pk) in route.missed_heard:
            raise NotNowError(
                _(
                    "You told that her word was missed. Somebody else has to talk with her and hear it before this way is used."
                )
            )
    else:
        check_change(by, route.matter_id, route.client_id)
    check_no_hold(route.client_id)
    if state == State.WAITING:
        raise NotNowError(_("A second person has to look at this way first."))
    if state == State.RETIRED:
        raise NotNowError(_("This way is not used any more."))


def confirm_can(by: "Account", route: ContactRoute, now: dt.datetime) -> bool:
    return _can(check_confirm, by, route, now)


def check_talked(route: ContactRoute, *, talked: str, said_word: bool, now: dt.datetime) -> None:
    """How she was talked with: called only in her hours; a call of hers shows by her word alone that it is she; in the room one
    sees her, at any hour.
    """
    if talked not in Talked.values:
        raise NotNowError(_("A way is confirmed only by talking with her."))
    if talked == Talked.CALLED and not route.safe_hours.holds(now, zone()):
        raise NotNowError(
            _(
                "This is not an hour she gave for this way, so nobody should reach for her in it. Talk with her in her hours or "
                "in the room. If she called us, say so."
            )
        )
    if talked == Talked.SHE_CALLED and not route.code_word:
        raise NotNowError(
            _(
                "She has no word on this way, so a call to us does not show that it is she. Call her back in her hours, or talk "
                "with her in the room."
            )
        )
    if route.code_word and not said_word:
        raise NotNowError(_("She did not say her word, so this way is not confirmed."))


def check_missed(by: "Account", route: ContactRoute, now: dt.datetime) -> None:
    """Whoever sees a way and asked for her word tells that it was not said: it only makes things safer."""
    check_may(by, route.matter_id, route.client_id, DataClass.CONTACT, Verb.READ)
    if state_of(route, now) in (State.WAITING, State.RETIRED):
        raise NotNowError(_("This way is not in use."))
    if not route.code_word:
        raise NotNowError(_("She has no word on this way."))


def missed_can(by: "Account", route: ContactRoute, now: dt.datetime) -> bool:
    return _can(check_missed, by, route, now)


def check_no_hold(client_id: "UUID") -> None:
    """While a safety hold stands nothing is sent and nothing changes."""
    if selectors.standing_hold(client_id) is not None:
        raise NotNowError(_("A safety hold stands. Nothing is sent until an officer and the advocate have lifted it."))


def check_lift(by: "Account", hold: SafetyHold | None, matter_id: "UUID", client_id: "UUID") -> None:
    """An officer and the client's advocate, two people."""
    officer, advocate = is_officer(by), change_can(by, matter_id, client_id)
    if not (officer or advocate):
        raise NotYoursError
    if hold is None:
        raise NotNowError(_("No safety hold stands."))
    if by.pk in (hold.officer_id, hold.advocate_id):
        raise NotNowError(_("You have said yes already. The other of the two has to say it as well."))
    if not ((officer and hold.officer_id is None) or (advocate and hold.advocate_id is None)):
        raise NotNowError(_("That half of the yes was given already. The other of the two has to say it as well."))


def lift_can(by: "Account", hold: SafetyHold | None, matter_id: "UUID", client_id: "UUID") -> bool:
    return _can(check_lift, by, hold, matter_id, client_id)


def check_may(by: "Account", matter_id: "UUID", client_id: "UUID", data_class: str, verb: str) -> None:
    """Who may, as the gate says."""
    if not gate.can(by, data_class, matter_id=matter_id, client_id=client_id, verb=verb):
        raise NotYoursError


def _check_second_person(by: "Account", route: ContactRoute) -> None:
    """Somebody who reads contact data through her own work, and not through a release alone."""
    check_may(by, route.matter_id, route.client_id, DataClass.CONTACT, Verb.READ)
    if not selectors.sees_all(by, route.matter_id):
        raise NotYoursError


def _check_state(route: ContactRoute, now: dt.datetime) -> None:
    state = state_of(route, now)
    if state == State.EXPIRED:
        raise NotNowError(_("What she said of this way is too old. Talk with her and confirm it again."))
    if state == State.MISSED:
        raise NotNowError(
            _("Her word was missed on this way. A second person has to talk with her before it is used again.")
        )
    if state != State.CONFIRMED:
        raise NotNowError(_("Nobody has confirmed with her that this way is safe."))


def _can(check: object, *args: object) -> bool:
    try:
        check(*args)  # type: ignore[operator]
    except (NotNowError, NotYoursError):
        return False
    return True
