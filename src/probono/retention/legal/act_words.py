"""The officers' acts on demands from outside, in words: by code name."""

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from probono.accounts.signing_in.wording import Words, register
from probono.retention.act_words import name_of, only_officers
from probono.retention.legal import forms, pages, selectors
from probono.retention.policies import safe_ways

if TYPE_CHECKING:
    from probono.accounts.models import Account


def tell() -> None:
    """At the start."""
    register({"legal:take-in": _take_in, "legal:act": _act})


def _take_in(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    only_officers(actor)
    return Words(_("Take the demand in"), form=forms.DemandForm(told, matters=pages.matter_choices(actor)))


def _act(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words | None:
    only_officers(actor)
    row = selectors.demand_for(actor, ids["pk"])
    acts: dict[str, tuple[str, forms.Plain]] = {
        "told": (
            _("Write down that she was told of the demand"),
            forms.ToldForm(told, ways=safe_ways(row.matter_id, row.client_id)),
        ),
        "untold": (_("Write down why she could not be told of the demand"), forms.UntoldForm(told)),
        "given": (_("Write down what was given"), forms.GivenForm(told, people=pages.people_choices())),
        "ask": (_("Ask the other officer before it is given"), forms.GivingForm(told, people=pages.people_choices())),
        "agree": (_("Agree that this is given under a paper that no judge signed"), forms.LineForm(told)),
        "gave": (_("Write down that it was given"), forms.GaveForm(told)),
        "close": (_("Close the demand"), forms.CloseForm(told)),
        "hold": (_("Place the hold of the demand again"), forms.ReviewForm(told)),
    }
    if ids["act"] not in acts:
        return None
    act, form = acts[ids["act"]]
    whom = [name_of(actor, row.matter_id)]
    if isinstance(form, forms.LineForm) and form.is_valid():
        line = selectors.line_for(actor, row, form.cleaned_data["line"])
        whom += [str(line.get_given_class_display()), str(line.get_form_display()), str(line.count)]
    return Words(act, ", ".join(whom), form)
