"""What the pages of legal process show."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from probono.accounts.data_classes import DataClass
from probono.accounts.selectors import everybody
from probono.retention.legal import answers, forms, policies, selectors
from probono.retention.legal.models import Demand, Production
from probono.retention.legal.services.dry_run import Yield
from probono.retention.machine import State
from probono.retention.models.hold import Told
from probono.retention.policies import safe_ways
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account


def list_page(actor: "Account", **shown: forms.Plain) -> dict[str, Any]:
    """Every demand, and the form that takes one in."""
    names = {one.matter_id: one.code_name for one in selectors.matters_named(actor)}
    rows = [one for one in selectors.demands_of(actor) if one.matter_id in names]
    choices = matter_choices(actor)
    return {
        "open": [_line(one, names) for one in rows if one.closed_at is None],
        "closed": [_line(one, names) for one in rows if one.closed_at is not None],
        "demand_form": shown.get("demand_form") or forms.DemandForm(matters=choices),
        "dry_run_form": shown.get("dry_run_form") or forms.MatterForm(matters=choices),
    }


def matter_choices(actor: "Account") -> list[tuple[str, str]]:
    """The matters that may be named, by code name."""
    return [(str(one.matter_id), one.code_name) for one in selectors.matters_named(actor)]


def people_choices() -> list[tuple[str, str]]:
    """Who may have given something."""
    return [(str(one.pk), one.name) for one in everybody()]


def demand_page(actor: "Account", demand: Demand, **shown: forms.Plain) -> dict[str, Any]:
    """One demand: what it says, its hold, telling the client, what was given, the drafts. A form that was refused is shown again
    wherever the demand stands.
    """
    named = selectors.matter_named(actor, demand.matter_id)
    ways = safe_ways(demand.matter_id, demand.client_id)
    return {
        "demand": demand,
        "named": named,
        "is_open": demand.closed_at is None,
        "is_late": _is_late(demand),
        "hold_stands": demand.hold.holds(timezone.now()),
        "hold_lifted": demand.hold.lifted_at is not None,
        "hold_needs_second": demand.hold.agreed_by_id is None,
        "may_agree": demand.hold.agreed_by_id is None and demand.hold.placed_by_id != actor.pk,
        "may_tell": demand.hold.told != Told.NOT,
        "waits_for_her": demand.closed_at is None and not policies.told_first_can(demand),
        "ways": ways,
        "is_room_only": len(ways) == 1,
        "given": selectors.given_under(actor, demand),
        "asked": [_asked(actor, demand, one, shown) for one in selectors.asked_under(actor, demand)],
        "drafts": [one for one in answers.drafts() if may_be_drafted(demand, one[0])],
        "vawa": answers.authorities()["vawa"],
        "nilc": answers.authorities()["nilc_warrants"],
        **_offered(actor, demand, ways),
        **shown,
    }


def _offered(actor: "Account", demand: Demand, ways: list[tuple[str, str]]) -> dict[str, forms.Plain]:
    """The forms of what can be done now."""
    found: dict[str, forms.Plain] = {}
    if demand.told_at is None and demand.hold.told != Told.NOT:
        found["told_form"] = forms.ToldForm(ways=ways)
    if policies.untold_can(actor, demand):
        found["untold_form"] = forms.UntoldForm()
    if demand.closed_at is None:
        if demand.is_compelling and policies.told_first_can(demand):
            found["given_form"] = forms.GivenForm(people=people_choices())
        elif not demand.is_compelling:
            found["ask_form"] = forms.GivingForm(people=people_choices())
        found["close_form"] = forms.CloseForm()
        if not demand.hold.holds(timezone.now()):
            found["hold_form"] = forms.ReviewForm()
    return found


def _asked(actor: "Account", demand: Demand, line: Production, shown: dict[str, forms.Plain]) -> dict[str, Any]:
    is_open, waits = demand.closed_at is None, line.waits(timezone.now())
    form, goes_on = shown.get(f"gave_{line.pk}"), is_open and policies.told_first_can(demand)
    if form is None and goes_on and line.agreed_by_id:
        form = forms.GaveForm()
        form.initial = {"line": line.pk}
    return {
        "row": line,
        "is_open": is_open,
        "waits": waits,
        "can_agree": goes_on and waits and line.written_by_id != actor.pk,
        "gave_form": form and form.of(line.pk),
    }


def may_be_drafted(demand: Demand, name: str) -> bool:
    """Nothing is drafted for a client who may not be told, and the answer to an agency's own paper for no other paper."""
    if name == "administrative":
        return demand.is_administrative
    return name != "notice" or demand.hold.told != Told.NOT


def dry_run_page(found: Yield, pk: Any) -> dict[str, Any]:
    """The report as a table. It names a state, classes and numbers; neither the matter nor anybody in it."""
    lines = [
        {
            "label": DataClass(kind).label,
            "count": found.by_class.get(kind),
            "is_kept": kind in found.by_class or kind in found.uncounted,
            "is_apart": kind in found.apart,
        }
        for kind in DataClass.values
    ]
    return {
        "found": found,
        "pk": pk,
        "lines": [line for line in lines if line["is_kept"] or line["is_apart"]],
        "state": State(found.state).label,
        "is_sealed": found.state in (State.SEALED, State.REQUESTED),
    }


def _line(demand: Demand, names: dict[Any, str]) -> dict[str, Any]:
    return {
        "row": demand,
        "code_name": names[demand.matter_id],
        "is_late": _is_late(demand),
        "may_tell": demand.hold.told != Told.NOT,
    }


def _is_late(demand: Demand) -> bool:
    return demand.closed_at is None and demand.due_on is not None and demand.due_on < today()
