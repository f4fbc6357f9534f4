"""The findings tab."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.matters import selectors
from probono.matters.pages.findings import findings_page
from probono.matters.services.library import InputError
from probono.matters.services.screening import screen_matter


@opens(DataClass.LEGAL_FILE)
@require_GET
def findings(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """What the law says of each item, with reasons and citations."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.LEGAL_FILE)
    return render(request, "matters/findings.html", findings_page(request.user, matter))


@opens(DataClass.LEGAL_FILE)
@require_POST
def screen_again(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Screens the newest record under the newest facts for today."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.LEGAL_FILE, Verb.WRITE)
    try:
        screen_matter(by=request.user, matter=matter)
    except InputError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The findings are those of today."))
    return redirect("matters:findings", matter_id)
