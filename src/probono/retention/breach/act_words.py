"""The officers' acts of breach mode, in words."""

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from probono.accounts.signing_in.wording import Words, register
from probono.retention.act_words import name_of, only_officers
from probono.retention.breach import forms, pages, selectors
from probono.retention.breach.duties import duties
from probono.retention.policies import safe_ways

if TYPE_CHECKING:
    from probono.accounts.models import Account


def tell() -> None:
    """At the start."""
    register(
        {
            "breach:begin": _begin,
            "breach:end-sessions": _end_sessions,
            "breach:act": _act,
            "breach:client": _client,
        }
    )


def _begin(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    only_officers(actor)
    return Words(_("Open a breach and list the matters"), form=forms.BreachForm(told, people=pages.people_choices()))


def _end_sessions(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    only_officers(actor)
    return Words(_("End the sessions"), form=forms.WhomForm(told, people=pages.people_choices()))


def _act(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words | None:
    only_officers(actor)
    row = selectors.breach_for(actor, ids["pk"])
    duty = duties().get(told.get("flag", ""))
    acts: dict[str, tuple[str, forms.Plain]] = {
        "list": (_("Look at the audit log again"), forms.NothingForm(told)),
        "over": (_("Write down when it was over"), forms.OverForm(told)),
        "freeze": (_("End the sessions"), forms.WhomForm(told, people=pages.people_choices())),
        "due": (_("Keep the day"), forms.DueForm(told)),
        "done": (_("Write down that a duty was done"), forms.NothingForm(told)),
        "close": (_("Close the breach"), forms.NothingForm(told)),
    }
    if ids["act"] not in acts:
        return None
    act, form = acts[ids["act"]]
    return Words(act, f"{row.get_kind_display()}: {duty.says}" if duty else row.get_kind_display(), form)


def _client(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words | None:
    only_officers(actor)
    row = selectors.affected_for(actor, ids["pk"])
    acts: dict[str, tuple[str, forms.Plain]] = {
        "plan": (_("Keep the plan"), forms.PlanForm(told, people=pages.talkers(row))),
        "told": (
            _("Write down that she was told of the breach"),
            forms.ToldForm(told, ways=safe_ways(row.matter_id, row.client_id)),
        ),
    }
    if ids["act"] not in acts:
        return None
    act, form = acts[ids["act"]]
    return Words(act, name_of(actor, row.matter_id), form)
