"""Downloads: the site gives a ticket, the second origin gives the file."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from probono.accounts.data_classes import ANY
from probono.accounts.entry import opens
from probono.accounts.middleware import public
from probono.accounts.requests import SignedInRequest
from probono.audit.actions import Action
from probono.matters import selectors
from probono.matters.services import downloads

FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


@opens(ANY, action=Action.DOWNLOAD)
@require_GET
def download(request: SignedInRequest, matter_id: UUID, kind: str, pk: UUID) -> HttpResponse:
    """Sends the browser to the second origin with a ticket for one file."""
    matter = selectors.matter_for(request.user, matter_id)
    ticket = downloads.ticket(request.user, matter, kind, pk)
    path = reverse("files:file", args=[ticket], urlconf=settings.FILES_URLCONF)
    return HttpResponseRedirect(f"{settings.FILES_ORIGIN}{path}")


@public
@require_GET
def file(request: HttpRequest, ticket: str) -> HttpResponse:
    """The file of a ticket, as an attachment that no browser runs. No cookie reaches this origin."""
    found = downloads.redeem(ticket)
    response = HttpResponse(found.data, content_type=found.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response
