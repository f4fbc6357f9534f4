"""The packet tab: build, watch, read, give back an edited Word file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.entry import opens
from probono.accounts.outside import sent_file_ahead
from probono.accounts.requests import SignedInRequest
from probono.matters import selectors
from probono.matters.forms.uploads import WordForm
from probono.matters.models import Matter, Paper
from probono.matters.pages.frame import frame
from probono.matters.pages.packet import packet_page, paper_for
from probono.matters.policies import NotNowError
from probono.matters.services.library import InputError
from probono.matters.services.packet import ask_for_packet, keep_word, take_word
from probono.ui.uploads import takes_large_files, too_large


@opens(DataClass.LEGAL_FILE)
@require_GET
def packet(request: SignedInRequest, matter_id: UUID, number: int | None = None) -> HttpResponse:
    """The packet's papers, or how far its building is. With htmx only the moving part is sent."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.LEGAL_FILE)
    page = packet_page(request.user, matter, number)
    if request.headers.get("HX-Request") and request.GET.get("part") == "progress":
        return _progress(request, page)
    return render(request, "matters/packet.html", page)


def _progress(request: SignedInRequest, page: dict[str, Any]) -> HttpResponse:
    newest = page["newest"]
    if newest is None or not newest.is_open:
        response = HttpResponse(status=204)
        response.headers["HX-Refresh"] = "true"
        return response
    return render(request, "matters/packet_progress.html", page)


@opens(DataClass.LEGAL_FILE)
@require_POST
def build(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Asks for a packet; the job builds it."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.LEGAL_FILE, Verb.WRITE)
    try:
        ask_for_packet(by=request.user, matter=matter, filing=request.POST.get("mode") == "filing")
    except NotNowError as error:
        messages.error(request, str(error))
    return redirect("matters:packet", matter_id)


@opens(DataClass.LEGAL_FILE, get=Verb.WRITE, ahead=sent_file_ahead(take_word, InputError))
@takes_large_files
@require_http_methods(["GET", "POST"])
def give_word(request: SignedInRequest, matter_id: UUID, pk: UUID) -> HttpResponse:
    """Gives back one paper as edited in Word."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.LEGAL_FILE, Verb.WRITE)
    paper = paper_for(request.user, matter, pk)
    form = WordForm()
    if request.method == "POST":
        form = WordForm(request.POST, request.FILES, too_large=too_large(request))
        if form.is_valid() and _kept(request, matter, paper, form):
            messages.success(request, _("Your edited file is kept. No packet built later will write over it."))
            return redirect("matters:packet", matter_id)
    page = frame(request.user, matter, "packet") | {"form": form, "paper": paper}
    return render(request, "matters/give_word.html", page, status=422 if form.errors else 200)


def _kept(request: SignedInRequest, matter: Matter, paper: Paper, form: WordForm) -> bool:
    try:
        keep_word(by=request.user, matter=matter, paper=paper, word=request.ahead())
    except (InputError, NotNowError) as error:
        form.add_error("file", str(error))
        return False
    return True
