"""The officers' acts on closed files, holds and copies, in words: by code name."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from probono.accounts.selectors import is_officer
from probono.accounts.signing_in.wording import Words, register
from probono.matters import selectors as matters
from probono.retention import copy_pages, forms, selectors
from probono.retention.copy_forms import CopyForm
from probono.retention.policies import safe_ways

if TYPE_CHECKING:
    from probono.accounts.models import Account


def tell() -> None:
    """At the start."""
    register(
        {
            "retention:begin": _begin,
            "retention:act": _act,
            "retention:hold": _hold,
            "retention:reading": _reading,
            "retention:copy-ask": _ask,
            "retention:copy-act": _copy,
            "retention:copy-take": _take,
        }
    )


def only_officers(actor: "Account") -> None:
    """Nobody else is told anything."""
    if not is_officer(actor):
        raise Http404


def name_of(actor: "Account", matter_id: UUID) -> str:
    """The code name of a matter an officer may know of, open or closed; nothing for another."""
    kept = selectors.keepings_of(actor).filter(matter_id=matter_id).first()
    row: Any = kept or matters.matters_of(actor).filter(pk=matter_id).first()
    return str(row.code_name) if row else ""


def _begin(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words | None:
    only_officers(actor)
    acts: dict[str, tuple[str, type[forms.Plain]]] = {
        "close": (_("Close the matter"), forms.CloseForm),
        "erase": (_("Begin the 14 days after which everything is destroyed"), forms.EraseForm),
        "hold": (_("Place a legal hold"), forms.OpenHoldForm),
    }
    if ids["act"] not in acts:
        return None
    act, form = acts[ids["act"]]
    matter_id = _id(told.get("matter"))
    return Words(act, name_of(actor, matter_id) if matter_id else "", form(told))


def _act(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words | None:
    only_officers(actor)
    row = selectors.keeping_for(actor, ids["pk"])
    ways = safe_ways(row.matter_id, row.client_id)
    acts: dict[str, tuple[str, type[forms.Plain]]] = {
        "seal": (_("Seal the file"), forms.NothingForm),
        "reopen": (_("Open the closed file again"), forms.ReopenForm),
        "wish": (_("Keep what the client wrote"), forms.WishForm),
        "request": (_("Begin the 14 days after which the file is destroyed"), forms.RequestForm),
        "cancel": (_("Call the destruction back"), forms.CallBackForm),
        "approve-ld": (_("Agree, as legal director, that the file is destroyed"), forms.NothingForm),
        "approve-po": (_("Agree, as privacy officer, that the file is destroyed"), forms.NothingForm),
        "hold": (_("Place a legal hold"), forms.HoldForm),
        "read": (_("Ask to read the sealed file"), forms.ReadForm),
    }
    if ids["act"] not in acts:
        return None
    act, form = acts[ids["act"]]
    return Words(act, row.code_name, form(told, ways=ways))


def _hold(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words | None:
    only_officers(actor)
    row = selectors.hold_for(actor, ids["pk"])
    acts = {
        "agree": _("Agree to the legal hold"),
        "lift": _("Lift the legal hold"),
        "told": _("Write down that she was told of the legal hold"),
        "may-tell": _("Write down that she may be told of the legal hold"),
        "review": _("Let the legal hold stand"),
    }
    if ids["act"] not in acts:
        return None
    whom = ": ".join(one for one in (name_of(actor, row.matter_id), row.reference) if one)
    asked: dict[str, forms.Plain] = {
        "review": forms.ReviewForm(told),
        "lift": forms.LiftForm(told),
        "told": forms.ToldForm(told, ways=safe_ways(row.matter_id, row.client_id)),
    }
    return Words(acts[ids["act"]], whom, asked.get(ids["act"]))


def _reading(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    only_officers(actor)
    row = selectors.reading_for(actor, ids["pk"])
    return Words(_("Agree to read the sealed file together"), name_of(actor, row.matter_id))


def _ask(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    only_officers(actor)
    return Words(_("Ask for a copy for the client"), form=CopyForm(told, matters=copy_pages.choices(actor)))


def _copy(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words | None:
    only_officers(actor)
    acts = {
        "agree": _("Agree to the copy for the client"),
        "handed": _("Write down that she has the copy"),
        "call-off": _("Call the copy off"),
    }
    row = selectors.copy_for(actor, ids["pk"])
    return Words(acts[ids["act"]], row.code_name) if ids["act"] in acts else None


def _take(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    only_officers(actor)
    return Words(_("Take the copy for the client, once"), selectors.copy_for(actor, ids["pk"]).code_name)


def _id(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None
