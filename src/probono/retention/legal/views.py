"""The officers' pages of legal process: take a demand in, see what it would yield, answer it, tell the client, close it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.requests import Shown, SignedInRequest
from probono.accounts.selectors import account_by_id
from probono.accounts.signing_in.step_up import step_up_required
from probono.audit.actions import Action
from probono.matters.policies import NotNowError
from probono.retention.legal import answers, forms, pages, selectors
from probono.retention.legal.services import demands as services
from probono.retention.legal.services import giving
from probono.retention.legal.services.dry_run import what_it_yields
from probono.retention.officers import did, done, guarded, only_officers
from probono.retention.policies import safe_ways


@guarded
@require_GET
def demands(request: SignedInRequest) -> HttpResponse:
    """Every demand, open and closed."""
    only_officers(request)
    return render(request, "legal/list.html", pages.list_page(request.user))


@guarded
@step_up_required
@require_POST
def take_in(request: SignedInRequest) -> HttpResponse:
    """Writes a demand down and holds the matter it names, and no other."""
    only_officers(request)
    form = forms.DemandForm(request.POST, matters=pages.matter_choices(request.user))
    made: list[Any] = []
    said = _("The demand is taken in, and its matter is held until two officers lift the hold.")
    if not did(request, form, lambda told: made.append(_taken_in(request, told)), said):
        return render(request, "legal/list.html", pages.list_page(request.user, demand_form=form), status=422)
    return redirect("legal:demand", made[0].pk)


@guarded
@require_GET
def demand(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One demand."""
    only_officers(request)
    row = selectors.demand_for(request.user, pk)
    request.shows = Shown(row.matter_id, row.pk, Action.PRODUCE)
    return render(request, "legal/demand.html", pages.demand_page(request.user, row))


@guarded
@step_up_required
@require_POST
def act(request: SignedInRequest, pk: UUID, act: str) -> HttpResponse:
    """One act on a demand."""
    only_officers(request)
    row, by = selectors.demand_for(request.user, pk), request.user
    acts: dict[str, tuple[str, forms.Plain, Callable[[dict[str, Any]], Any], str]] = {
        "told": (
            "told_form", forms.ToldForm(request.POST, ways=safe_ways(row.matter_id, row.client_id)),
            lambda told: services.told(by=by, demand=row, **told), _("It is written down that she was told."),
        ),
        "untold": (
            "untold_form", forms.UntoldForm(request.POST),
            lambda told: services.could_not_tell(by=by, demand=row, **told), _("It is written down why she could not be told."),
        ),
        "given": (
            "given_form", forms.GivenForm(request.POST, people=pages.people_choices()),
            lambda told: giving.given(by=by, demand=row, **_line(told)), _("The line is in the log."),
        ),
        "ask": (
            "ask_form", forms.GivingForm(request.POST, people=pages.people_choices()),
            lambda told: giving.ask(by=by, demand=row, **_line(told)),
            _("The other officer has three days to agree. Nothing is given before."),
        ),
        "agree": (
            "", forms.LineForm(request.POST),
            lambda told: giving.agree(by=by, line=selectors.line_for(by, row, told["line"])),
            _("You have agreed. Write it down once it is given."),
        ),
        "gave": (
            f"gave_{request.POST.get('line')}", forms.GaveForm(request.POST),
            lambda told: giving.gave(by=by, line=selectors.line_for(by, row, told["line"]), given_on=told["given_on"]),
            _("The line is in the log."),
        ),
        "close": (
            "close_form", forms.CloseForm(request.POST),
            lambda told: services.close(by=by, demand=row, **told), _("The demand is closed. Its hold stands until two officers lift it."),
        ),
        "hold": (
            "hold_form", forms.ReviewForm(request.POST),
            lambda told: services.hold_again(by=by, demand=row, **told), _("The hold is placed again."),
        ),
    }  # fmt: skip
    if act not in acts:
        raise Http404
    name, form, work, said = acts[act]
    if form.is_valid() and not name:
        done(request, lambda: work(form.cleaned_data), said)
    elif not did(request, form, work, said):
        page = pages.demand_page(request.user, row, **({name: form} if name else {}))
        return render(request, "legal/demand.html", page, status=422)
    return redirect("legal:demand", pk)


@guarded
@require_GET
def answer(request: SignedInRequest, pk: UUID, name: str, language: str) -> HttpResponse:
    """A draft for counsel, to print."""
    only_officers(request)
    row = selectors.demand_for(request.user, pk)
    selectors.matter_named(request.user, row.matter_id)
    request.shows = Shown(row.matter_id, row.pk, Action.PRODUCE)
    found = answers.draft(row, name=name, language=language)
    if found is None or not pages.may_be_drafted(row, name):
        raise Http404
    return render(request, "legal/answer.html", {"demand": row, "draft": found})


@guarded
@require_POST
def choose(request: SignedInRequest) -> HttpResponse:
    """Which matter the dry run is for."""
    only_officers(request)
    form = forms.MatterForm(request.POST, matters=pages.matter_choices(request.user))
    if not form.is_valid():
        return render(request, "legal/list.html", pages.list_page(request.user, dry_run_form=form), status=422)
    return redirect("legal:dry-run", form.cleaned_data["matter"])


@guarded
@require_GET
def dry_run(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """What a demand on one matter would yield today, in numbers."""
    only_officers(request)
    found = what_it_yields(by=request.user, matter=selectors.matter_named(request.user, pk))
    return render(request, "legal/dry_run.html", pages.dry_run_page(found, pk))


def _taken_in(request: SignedInRequest, told: dict[str, Any]) -> Any:
    named = selectors.matter_named(request.user, UUID(told.pop("matter")))
    may_tell = not told.pop("not_told")
    return services.take_in(
        by=request.user, matter_id=named.matter_id, client_id=named.client_id, may_tell=may_tell, **told
    )


def _line(told: dict[str, Any]) -> dict[str, Any]:
    giver = account_by_id(told["given_by"])
    if giver is None:
        raise NotNowError(_("This person's account has ended meanwhile. Choose another."))
    return {name: told[name] for name in told if name != "decided"} | {"given_by": giver}
