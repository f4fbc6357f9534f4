"""The officers' pages of closed files: close, seal, hold, the client's wish, destroying, reading a sealed file together."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.requests import Shown, SignedInRequest
from probono.accounts.signing_in.step_up import step_up_required
from probono.matters import selectors as matters
from probono.retention import forms, pages, selectors
from probono.retention.officers import did, done, guarded, only_officers
from probono.retention.policies import safe_ways
from probono.retention.services import hold as holds
from probono.retention.services import keep, read_sealed


@guarded
@require_GET
def closed_files(request: SignedInRequest) -> HttpResponse:
    """Every closed file, every hold, and the ledger."""
    only_officers(request)
    return render(request, "retention/list.html", pages.list_page(request.user))


@guarded
@step_up_required
@require_POST
def begin(request: SignedInRequest, act: str) -> HttpResponse:
    """Closes a matter, erases it at the client's word, or places a hold on it."""
    only_officers(request)
    kind = {"close": forms.CloseForm, "erase": forms.EraseForm, "hold": forms.OpenHoldForm}.get(act)
    if kind is None:
        raise Http404
    choices = pages.erase_choices if act == "erase" else pages.open_choices
    form = kind(request.POST, matters=choices(request.user))
    made: list[Any] = []
    said = _("The hold is placed.") if act == "hold" else _("That is done.")
    if not did(request, form, lambda told: made.append(_begun(request, act, told)), said):
        page = pages.list_page(request.user, **{f"{act}_form": form})
        return render(request, "retention/list.html", page, status=422)
    return redirect("retention:list") if act == "hold" else redirect("retention:keeping", made[0].pk)


@guarded
@require_GET
def keeping(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One closed file."""
    only_officers(request)
    row = selectors.keeping_for(request.user, pk)
    request.shows = Shown(row.matter_id, row.pk)
    return render(request, "retention/keeping.html", pages.keeping_page(request.user, row))


@guarded
@step_up_required
@require_POST
def act(request: SignedInRequest, pk: UUID, act: str) -> HttpResponse:
    """One act on a closed file."""
    only_officers(request)
    row, by = selectors.keeping_for(request.user, pk), request.user
    ways = safe_ways(row.matter_id, row.client_id)
    acts: dict[str, tuple[forms.Plain, str, Callable[[dict[str, Any]], Any], str]] = {
        "seal": (forms.NothingForm(), "", lambda told: keep.seal(by=by, keeping=row), _("The file is sealed.")),
        "reopen": (
            forms.ReopenForm(request.POST), "reopen_form", lambda told: keep.reopen(by=by, keeping=row, **told),
            _("The matter is open again."),
        ),
        "wish": (
            forms.WishForm(request.POST, ways=ways), "wish_form", lambda told: keep.instruct(by=by, keeping=row, **told),
            _("Her wish is kept."),
        ),
        "request": (
            forms.RequestForm(request.POST), "request_form", lambda told: keep.request(by=by, keeping=row, **told),
            _("The 14 days have begun. Until they are over, this can be called back."),
        ),
        "cancel": (
            forms.CallBackForm(request.POST, ways=ways), "cancel_form", lambda told: keep.cancel(by=by, keeping=row, **told),
            _("The destruction is called back."),
        ),
        "approve-ld": (
            forms.NothingForm(), "", lambda told: keep.approve(by=by, keeping=row, role="LD"), _("You have agreed."),
        ),
        "approve-po": (
            forms.NothingForm(), "", lambda told: keep.approve(by=by, keeping=row, role="PO"), _("You have agreed."),
        ),
        "hold": (
            forms.HoldForm(request.POST), "hold_form", lambda told: _place(request, row.matter_id, row.client_id, told),
            _("The hold is placed."),
        ),
        "read": (
            forms.ReadForm(request.POST), "read_form", lambda told: read_sealed.ask(by=by, keeping=row, **told),
            _("The other officer has a day to agree."),
        ),
    }  # fmt: skip
    if act not in acts:
        raise Http404
    form, name, work, said = acts[act]
    if not name:
        done(request, lambda: work({}), said)
    elif not did(request, form, work, said):
        page = pages.keeping_page(request.user, row, **{name: form})
        return render(request, "retention/keeping.html", page, status=422)
    return redirect("retention:list") if act == "reopen" else redirect("retention:keeping", pk)


@guarded
@step_up_required
@require_POST
def hold_act(request: SignedInRequest, pk: UUID, act: str) -> HttpResponse:
    """One act on a hold."""
    only_officers(request)
    row, by = selectors.hold_for(request.user, pk), request.user
    written: dict[str, tuple[forms.Plain, Callable[..., Any], str]] = {
        "review": (forms.ReviewForm(request.POST), holds.review, _("The hold stays.")),
        "lift": (forms.LiftForm(request.POST), holds.lift, ""),
        "told": (
            forms.ToldForm(request.POST, ways=safe_ways(row.matter_id, row.client_id)), holds.told,
            _("It is written down that she was told."),
        ),
    }  # fmt: skip
    if act in written:
        form, work, well = written[act]
        made: list[Any] = []
        if not did(request, form, lambda told: made.append(work(by=by, hold=row, **told)), well):
            page = pages.list_page(request.user, **{f"{act}_{pk}": form})
            return render(request, "retention/list.html", page, status=422)
        if act == "lift":
            said = _("That is done.") if made[0] else _("Another officer has to agree to lifting it.")
            messages.success(request, said)
        return redirect("retention:list")
    plain = {"agree": holds.agree, "may-tell": holds.may_tell}.get(act)
    if plain is None:
        raise Http404
    done(request, lambda: plain(by=by, hold=row), _("That is done."))
    return redirect("retention:list")


@guarded
@step_up_required
@require_POST
def agree_reading(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The second officer's yes to reading a sealed file."""
    only_officers(request)
    row = selectors.reading_for(request.user, pk)
    said = _("For one hour the seal is up for the two of you.")
    done(request, lambda: read_sealed.agree(by=request.user, reading=row), said)
    return redirect("retention:list")


def _begun(request: SignedInRequest, act: str, told: dict[str, Any]) -> Any:
    matter_id = UUID(told.pop("matter"))
    if act == "hold":
        return _place(request, matter_id, matters.matter_for(request.user, matter_id).client_id, told)
    work = keep.close if act == "close" else keep.erase
    return work(by=request.user, matter_id=matter_id, **told)


def _place(request: SignedInRequest, matter_id: UUID, client_id: UUID, told: dict[str, Any]) -> None:
    may_tell = not told["not_told"]
    given = {name: told[name] for name in ("reference", "review_on")}
    holds.place(by=request.user, matter_id=matter_id, client_id=client_id, may_tell=may_tell, **given)
