"""What the pages of breach mode show: of a client a code name, how many rows, and which kinds of ways are safe now."""

from typing import TYPE_CHECKING, Any

from probono.accounts.data_classes import DataClass
from probono.accounts.selectors import everybody, officers, who_reach
from probono.retention.breach import forms, policies, selectors
from probono.retention.breach.duties import duties
from probono.retention.breach.models import Affected, Breach
from probono.retention.breach.services.breaches import epoch_now
from probono.retention.legal.selectors import matters_named
from probono.retention.policies import safe_ways
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account


def list_page(actor: "Account", **shown: forms.Plain) -> dict[str, Any]:
    """Every breach, the form that opens one, and the button that ends sessions at once."""
    rows, people = list(selectors.breaches_of(actor)), people_choices()
    return {
        "open": [one for one in rows if one.closed_at is None],
        "closed": [one for one in rows if one.closed_at is not None],
        "breach_form": shown.get("breach_form") or forms.BreachForm(people=people),
        "freeze_form": shown.get("freeze_form") or forms.WhomForm(people=people),
    }


def people_choices() -> list[tuple[str, str]]:
    """Everybody who can sign in, by name."""
    return [(str(one.pk), one.name) for one in everybody()]


def breach_page(actor: "Account", breach: Breach, **shown: forms.Plain) -> dict[str, Any]:
    """One breach: what to do first, the duties, the list and the contact plan."""
    names = {one.matter_id: one.code_name for one in matters_named(actor)}
    rows = [one for one in selectors.affected_of(actor, breach) if one.matter_id in names]
    days = selectors.due_days_of(breach)
    wrong_due = shown.get("due_form")
    return {
        "breach": breach,
        "is_open": breach.closed_at is None,
        "is_own": breach.account_id == actor.pk,
        "can_work": policies.work_can(actor, breach),
        "is_rotated": epoch_now() > breach.epoch,
        "duties": [
            {
                "duty": one,
                "day": days.get(one.code),
                "is_late": one.code in days and days[one.code].done_at is None and days[one.code].due_on < today(),
                "form": wrong_due if wrong_due and wrong_due.data.get("flag") == one.code else _due_form(one.code),
            }
            for one in duties().values()
        ],
        "rows": [_row(one, names[one.matter_id], shown) for one in rows],
        "waiting": sum(one.told_at is None for one in rows),
        "elsewhere": selectors.waiting_elsewhere(actor, breach),
        "over_form": shown.get("over_form") or forms.OverForm(),
        "freeze_form": shown.get("freeze_form") or forms.WhomForm(people=people_choices()),
    }


def talkers(row: Affected) -> list[tuple[str, str]]:
    """Who may talk with her: whoever reads how she is reached by a grant on her matter, and the officers, but not the person
    whose reading is looked at.
    """
    found = {one.pk: one.name for one in (*who_reach(row.matter_id, DataClass.CONTACT), *officers())}
    others = ((str(pk), name) for pk, name in found.items() if pk != row.breach.account_id)
    return sorted(others, key=lambda one: one[1])


def _row(row: Affected, code_name: str, shown: dict[str, Any]) -> dict[str, Any]:
    ways = safe_ways(row.matter_id, row.client_id)
    plan, told = shown.get(f"plan_{row.pk}"), shown.get(f"told_{row.pk}")
    return {
        "row": row,
        "code_name": code_name,
        "ways": [label for kind, label in ways if kind != "room"],
        "plan_form": (plan or forms.PlanForm(people=talkers(row), talker=row.talker_id, note=row.note)).of(row.pk),
        "told_form": (told or forms.ToldForm(ways=ways)).of(row.pk),
    }


def _due_form(code: str) -> forms.DueForm:
    form = forms.DueForm()
    form.initial = {"flag": code}
    return form.of(code)
