"""The list of matters, and one matter."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from probono.accounts.data_classes import ANY
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.matters import selectors
from probono.matters.pages import frame as pages


@opens(ANY, listing=True)
@require_GET
def matter_list(request: SignedInRequest) -> HttpResponse:
    """The matters this person may know of, each with its state and next step."""
    return render(request, "matters/list.html", pages.matter_list(request.user, request.GET.get("page")))


@opens(ANY)
@require_GET
def matter(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Where the matter stands and what comes next."""
    found = selectors.matter_for(request.user, matter_id)
    return render(request, "matters/matter.html", pages.overview(request.user, found))
