"""What the officers' pages show."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts.selectors import roles_of
from probono.matters import selectors as matters
from probono.retention import forms, ledger, selectors
from probono.retention.machine import Move, State, can_move
from probono.retention.models import Keeping
from probono.retention.models.hold import Told
from probono.retention.policies import LD, PO, approved_now, reopen_can, safe_ways
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account


def list_page(actor: "Account", **shown: forms.Plain) -> dict[str, Any]:
    """Every closed file and hold an officer keeps, the matters she may close, and the ledger."""
    choices, names = open_choices(actor), _names(actor)
    return {
        "keepings": list(selectors.keepings_of(actor)),
        "holds": [_hold(actor, one, names, shown) for one in selectors.holds_for(actor)],
        "lifted": _lifted(selectors.lifted_for(actor), names),
        "close_form": shown.get("close_form") or forms.CloseForm(matters=choices),
        "erase_form": shown.get("erase_form") or forms.EraseForm(matters=erase_choices(actor)),
        "hold_form": shown.get("hold_form") or forms.OpenHoldForm(matters=choices),
        "is_attorney": LD in roles_of(actor),
        **_destroyed(),
    }


def open_choices(actor: "Account") -> list[tuple[str, str]]:
    """The matters an officer may know of that are not closed here yet, by code name."""
    kept = set(selectors.keepings_of(actor).values_list("matter_id", flat=True))
    return [(str(one.pk), one.code_name) for one in matters.matters_of(actor) if one.pk not in kept]


def keeping_page(actor: "Account", keeping: Keeping, **shown: forms.Plain) -> dict[str, Any]:
    """One file: where it stands, what may be done next, its holds and who read it while it was sealed. A form that was refused is
    shown again wherever the file stands.
    """
    held, state, roles = roles_of(actor), keeping.state, roles_of(actor) & {LD, PO}
    names, now = {keeping.matter_id: keeping.title}, timezone.now()
    ways = safe_ways(keeping.matter_id, keeping.client_id)
    waits = state == State.REQUESTED and actor.pk not in (keeping.director_id, keeping.officer_id)
    return {
        "keeping": keeping,
        "can_seal": can_move(state, Move.SEAL),
        "reopen_form": shown.get("reopen_form") or (forms.ReopenForm() if reopen_can(actor, keeping) else None),
        "can_instruct": state in (State.CLOSED, State.SEALED) or "wish_form" in shown,
        "can_request": (can_move(state, Move.REQUEST) and LD in held and bool(keeping.wish)) or "request_form" in shown,
        "can_approve": [
            role
            for role, given in ((LD, keeping.director_id), (PO, keeping.officer_id))
            if waits and role in roles and not given
        ],
        "can_read": state in (State.SEALED, State.REQUESTED) or "read_form" in shown,
        "can_hold": state != State.SHREDDING or "hold_form" in shown,
        "is_approved": approved_now(keeping),
        "is_held": any(one.holds(now) for one in selectors.holds_for(actor, keeping.matter_id)),
        "wish_form": shown.get("wish_form") or forms.WishForm(ways=ways),
        "cancel_form": shown.get("cancel_form")
        or (forms.CallBackForm(ways=ways) if can_move(state, Move.CANCEL) else None),
        "request_form": shown.get("request_form") or forms.RequestForm(),
        "hold_form": shown.get("hold_form") or forms.HoldForm(),
        "read_form": shown.get("read_form") or forms.ReadForm(),
        "holds": [_hold(actor, one, names, shown) for one in selectors.holds_for(actor, keeping.matter_id)],
        "lifted": _lifted(selectors.lifted_for(actor, keeping.matter_id), names),
        "readings": [
            {"row": one, "can_agree": one.waits(timezone.now()) and one.asked_by_id != actor.pk}
            for one in selectors.readings_for(actor, keeping.matter_id)
        ],
    }


def erase_choices(actor: "Account") -> list[tuple[str, str]]:
    """The matters a client may want erased: open, closed or sealed."""
    kept = [one for one in selectors.keepings_of(actor) if can_move(one.state, Move.ERASE)]
    return sorted([*open_choices(actor), *((str(one.matter_id), one.title) for one in kept)], key=lambda one: one[1])


def _names(actor: "Account") -> dict[Any, str]:
    """The code name of every matter an officer may know of."""
    kept = {one.matter_id: one.title for one in selectors.keepings_of(actor)}
    return {one.pk: one.code_name for one in matters.matters_of(actor)} | kept


def _hold(actor: "Account", hold: Any, names: dict[Any, str], shown: dict[str, forms.Plain]) -> dict[str, Any]:
    now = timezone.now()
    asked: dict[str, forms.Plain] = {}
    if hold.lifted_at is None:
        asked["review"] = forms.ReviewForm()
    if hold.lifted_at is None and hold.told == Told.TO_TELL:
        asked["told"] = forms.ToldForm(ways=safe_ways(hold.matter_id, hold.client_id))
    two = hold.needs_two_to_lift(actor, now)
    if hold.lifted_at is None and (not two or hold.lift_asked_by_id != actor.pk):
        asked["lift"] = forms.LiftForm()
    asked |= {name: shown[f"{name}_{hold.pk}"] for name in ("review", "told", "lift") if f"{name}_{hold.pk}" in shown}
    return {
        "row": hold,
        "code_name": names.get(hold.matter_id, _("A file that is being destroyed")),
        "lift_needs_two": two,
        "lift_agrees": two and hold.lift_asked_by_id not in (None, actor.pk),
        "holds": hold.holds(now),
        "is_late": hold.review_on <= today(),
        "can_agree": hold.agreed_by_id is None and hold.placed_by_id != actor.pk and hold.holds(now),
        "may_not_tell": hold.told == Told.NOT,
        **{f"{name}_form": form.of(hold.pk) for name, form in asked.items()},
    }


def _lifted(holds: Iterable[Any], names: dict[Any, str]) -> list[dict[str, Any]]:
    return [{"row": one, "code_name": names[one.matter_id]} for one in holds if one.matter_id in names]


def _destroyed() -> dict[str, Any]:
    """What the ledger tells. One that cannot be relied on takes nothing else from the page: holds must always be in reach."""
    try:
        return {"ledger": _ledger(), "is_ledger_bad": False}
    except ledger.LedgerError:
        return {"ledger": [], "is_ledger_bad": True}


def _ledger() -> list[dict[str, Any]]:
    """What was destroyed, newest first: month, number of objects, certified or not."""
    found: dict[str, dict[str, Any]] = {}
    for line in ledger.lines():
        row = found.setdefault(line.mark, {"mark": line.mark[:12], "month": line.month, "count": line.count})
        row["kind"] = line.kind
    return list(reversed(found.values()))
