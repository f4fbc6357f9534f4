"""The officers' page of clients' own copies, and the archive itself at the second origin."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.middleware import public
from probono.accounts.requests import SignedInRequest
from probono.accounts.signing_in.step_up import step_up_required
from probono.retention import copy_pages, selectors
from probono.retention.copy_forms import CopyForm
from probono.retention.officers import did, done, guarded, only_officers
from probono.retention.services import copies, copy_taking

FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


@guarded
@require_GET
def listed(request: SignedInRequest) -> HttpResponse:
    """Every copy, and the form to ask for one."""
    only_officers(request)
    return render(request, "retention/copies.html", copy_pages.copies_page(request.user))


@guarded
@step_up_required
@require_POST
def ask(request: SignedInRequest) -> HttpResponse:
    """One officer asks, because the client did."""
    only_officers(request)
    form = CopyForm(request.POST, matters=copy_pages.choices(request.user))

    def work(told: dict[str, Any]) -> None:
        copies.ask(by=request.user, matter_id=UUID(told.pop("matter")), **told)

    if not did(request, form, work, _("The other officer has three days to agree.")):
        page = copy_pages.copies_page(request.user, form=form)
        return render(request, "retention/copies.html", page, status=422)
    return redirect("retention:copies")


@guarded
@step_up_required
@require_POST
def act(request: SignedInRequest, pk: UUID, act: str) -> HttpResponse:
    """Agreeing, handing over, calling off."""
    only_officers(request)
    row, by = selectors.copy_for(request.user, pk), request.user
    acts: dict[str, tuple[Callable[[], Any], str]] = {
        "agree": (lambda: copies.agree(by=by, copy=row), _("You have agreed. The copy is being made.")),
        "handed": (lambda: copies.handed(by=by, copy=row), _("She has it. Ours is removed.")),
        "call-off": (lambda: copies.call_off(by=by, copy=row), _("It is called off. What was made is removed.")),
    }
    if act not in acts:
        raise Http404
    done(request, *acts[act])
    return redirect("retention:copies")


@guarded
@step_up_required
@require_POST
def take(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The link to the archive at the second origin, with its ticket. A page between: no form of ours may lead elsewhere."""
    only_officers(request)
    row = selectors.copy_for(request.user, pk)
    made: list[str] = []
    done(request, lambda: made.append(copy_taking.ticket(by=request.user, copy=row)), "")
    if not made:
        return redirect("retention:copies")
    path = reverse("copies:file", args=[made[0]], urlconf=settings.FILES_URLCONF)
    page = {"row": row, "address": f"{settings.FILES_ORIGIN}{path}"}
    return render(request, "retention/copy_take.html", page)


@public
@require_GET
def file(request: HttpRequest, ticket: str) -> StreamingHttpResponse:
    """The archive of a ticket, once, as an attachment. No cookie reaches this origin."""
    response = StreamingHttpResponse(copy_taking.redeem(ticket), content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="copy.zip"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response
