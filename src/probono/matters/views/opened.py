"""Who opened this file: for the officers on the screen, and on paper for the client."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_GET

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.matters import selectors
from probono.matters.pages.opened import language_for, opened_page, printed_page


@opens(DataClass.AUDIT)
@require_GET
def opened(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Every opening and change of the file, newest first."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.AUDIT)
    return render(request, "matters/opened.html", opened_page(request.user, matter, request.GET.get("page")))


@opens(DataClass.AUDIT)
@require_GET
def opened_print(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """The same for the client, in her language, to be printed."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.AUDIT)
    language = language_for(request.user, matter, request.GET.get("language", ""), dict(settings.LANGUAGES))
    with translation.override(language):
        return render(request, "matters/opened_print.html", printed_page(matter, language=language))
