"""The contact tab: ways to reach the client with what is known of each, the script for a call, and what was sent."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from probono.consent.contact import policies, selectors
from probono.consent.contact.hours import DAY
from probono.consent.contact.known_ways import State, state_of
from probono.consent.contact.words import CallerId, Heard, Kind
from probono.matters.forms.contact import AvoidForm, ConfirmForm, SendForm, WayForm, initial_of, time_of
from probono.matters.pages.frame import frame

if TYPE_CHECKING:
    import datetime as dt

    from probono.accounts.models import Account
    from probono.consent.contact.hours import Hours
    from probono.consent.contact.models import ContactRoute
    from probono.matters.models import Matter

_CALLED = (Kind.PHONE, Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Way:
    """One way on the page, with what this person may do about it now."""

    row: "ContactRoute"
    state: State
    hours: str
    safe_now: bool
    script: list[str]
    can_decide: bool
    confirm: ConfirmForm | None
    can_miss: bool
    send: SendForm | None


def contact_page(actor: "Account", matter: "Matter", **forms: Any) -> dict[str, Any]:
    """Ways the actor may see, and what she may change about them."""
    now = timezone.now()
    rows = list(selectors.routes_of(actor, matter.pk))
    ways = [_way(actor, row, now, forms.get("confirm_form")) for row in rows]
    live = [one for one in ways if one.state != State.RETIRED]
    can_change = policies.change_can(actor, matter.pk, matter.client_id)
    return frame(actor, matter, "contact") | hold_part(actor, matter) | {
        "ways": live,
        "retired": len(ways) - len(live),
        "locked": not any(one.state == State.CONFIRMED for one in live),
        "sees_all": selectors.sees_all(actor, matter.pk),
        "can_change": can_change,
        "avoided": selectors.avoided_of(actor, matter.pk),
        "avoid_form": forms.get("avoid_form") or AvoidForm(),
        "sent": selectors.sent_of(actor, matter.pk),
    }  # fmt: skip


def hold_part(actor: "Account", matter: "Matter") -> dict[str, Any]:
    """What lifting a hold still needs, and whether this person may give it."""
    hold = selectors.standing_hold(matter.client_id)
    return {"lift_can": policies.lift_can(actor, hold, matter.pk, matter.client_id)}


def way_page(actor: "Account", matter: "Matter", way: "ContactRoute | None", data: Any = None) -> dict[str, Any]:
    """The form of a way, new or in another's place."""
    now = timezone.now()
    rows = list(selectors.routes_of(actor, matter.pk))
    confirmed = [
        (str(row.pk), f"{row.get_kind_display()}: {row.value}") for row in rows if state_of(row, now) == State.CONFIRMED
    ]
    form = WayForm(
        data,
        confirmed=confirmed,
        first=not selectors.was_ever_confirmed(actor, matter.pk),
        initial=initial_of(way) if way else None,
    )
    return frame(actor, matter, "contact") | {"form": form, "way": way}


def heard_on(actor: "Account", matter: "Matter", said: str) -> "tuple[str, ContactRoute | None]":
    """What the form's answer about the safe way means."""
    if said in (Heard.IN_PERSON, Heard.FIRST):
        return said, None
    return Heard.CONFIRMED, next((one for one in selectors.routes_of(actor, matter.pk) if str(one.pk) == said), None)


def _way(actor: "Account", row: "ContactRoute", now: "dt.datetime", refused: ConfirmForm | None) -> Way:
    """`refused` is a confirmation that is shown again in its place."""
    mine = refused if refused is not None and refused.way_id == row.pk else None
    return Way(
        row=row,
        state=state_of(row, now),
        hours=_hours(row.safe_hours),
        safe_now=policies.usable_can(row, now),
        script=script(row),
        can_decide=policies.approve_can(actor, row, now),
        confirm=(mine or ConfirmForm(way=row)) if policies.confirm_can(actor, row, now) else None,
        can_miss=policies.missed_can(actor, row, now),
        send=SendForm(way=row) if policies.send_can(actor, row, now) else None,
    )


def script(row: "ContactRoute") -> list[str]:
    """What to do and say, in order, as she wants it."""
    called = row.kind in _CALLED
    lines = [_("Hide our number before you call.")] if called and row.caller_id == CallerId.HIDE else []
    if row.who_answers or row.kind in (*_CALLED, Kind.PERSON):
        other = row.who_answers or _("“Sorry, wrong number.” Then hang up.")
        lines.append(_("If somebody else answers: %(words)s") % {"words": other})
    lines.append(_("First ask whether she is alone and can talk. If not, end as she wants it."))
    if row.code_word:
        lines.append(
            _("Then ask for her word, and give no hint of it: “%(word)s”. Until she has said it, say nothing more.")
            % {"word": row.code_word}
        )
        lines.append(_without_word(row))
    lines.append(_("You may say who we are.") if row.may_name_us else _("Do not say who we are, to anybody but her."))
    lines.append(_("You may leave a message.") if row.may_leave_message else _("Leave no message."))
    return lines


def _without_word(row: "ContactRoute") -> str:
    """How one ends when the word does not come: politely, as with a stranger."""
    end = (
        _("“Sorry, I must have the wrong number. Goodbye.”")
        if row.kind in _CALLED
        else _("“Sorry, my mistake. Goodbye.”")
    )
    return _(
        "If she does not say it, end politely: %(words)s Name nobody and nothing, and do not ask twice. Then tell it here: "
        "she did not say her word."
    ) % {"words": end}


def _hours(hours: "Hours") -> str:
    if not hours.days:
        return _("No hour is safe yet")
    days = _("every day") if len(hours.days) == len(WEEKDAYS_ABBR) else ", ".join(
        str(WEEKDAYS_ABBR[day]) for day in sorted(hours.days)
    )  # fmt: skip
    if (hours.start, hours.end) == (0, DAY):
        return _("%(days)s, at any hour") % {"days": days}
    start, end = (time_format(time_of(minute), "g:i a") for minute in (hours.start, hours.end))
    return _("%(days)s, %(start)s to %(end)s") % {"days": days, "start": start, "end": end}
