"""A client's look at where things stand: the page on which staff open it, and the client's own few pages."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.data_classes import ANY
from probono.accounts.entry import opens
from probono.accounts.middleware import public
from probono.accounts.requests import SignedInRequest
from probono.accounts.signing_in import pace, windows
from probono.accounts.signing_in.forms import PhraseForm
from probono.accounts.signing_in.phrases import language_of
from probono.accounts.signing_in.step_up import step_up_required
from probono.accounts.signing_in.views.after import wait
from probono.matters import selectors
from probono.matters.pages import window as pages
from probono.ui.language import has_chosen, remember_language


@opens(ANY, post="read")
@step_up_required
@require_http_methods(["GET", "POST"])
def window(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Opens a window and shows its phrase, once; on a GET, whether one is open."""
    matter = selectors.matter_for(request.user, matter_id)
    if not windows.opens_windows(request.user):
        raise Http404
    phrase = ""
    if request.method == "POST":
        _row, phrase = windows.open_window(
            by=request.user, matter_id=matter.pk, language=request.POST.get("language", "en")
        )
    page = pages.staff_page(request.user, matter) | {"phrase": phrase, "open": windows.open_on(matter.pk)}
    page["words_address"] = f"{settings.SITE_ORIGIN}{reverse('client:phrase')}"
    return render(request, "matters/window.html", page)


@opens(ANY, post="read")
@require_POST
def close_window(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Closes what is open on the matter."""
    if not windows.opens_windows(request.user):
        raise Http404
    windows.close_all(matter_id)
    return redirect("matters:window", matter_id)


@public
@require_http_methods(["GET", "POST"])
def phrase(request: HttpRequest) -> HttpResponse:
    """A neutral page for four words. It says nothing of what opens."""
    form = PhraseForm(request.POST or None)
    if not form.is_valid():
        return render(request, "matters/phrase.html", {"form": form})
    made = pace.begin(request)
    if made.wait:
        return wait(request, made.wait)
    if windows.enter(request, form.cleaned_data["phrase"]) is None:
        form.refuse()
        return render(request, "matters/phrase.html", {"form": form}, status=400)
    pace.succeeded(made)
    answer, spoken = redirect("client:look"), language_of(form.cleaned_data["phrase"])
    if (
        has_chosen(request) or spoken == settings.LANGUAGE_CODE
    ):  # English words are what staff get when they choose nothing
        return answer
    return remember_language(answer, spoken)


@public
@require_GET
def look(request: HttpRequest) -> HttpResponse:
    """Where things stand, in plain words; the page takes itself away after ten minutes."""
    row = windows.look(request)
    if row is None:
        windows.close(request)
        return redirect("client:phrase")
    answer = render(request, "matters/look.html", pages.client_page(row.matter_id))
    answer.headers["Refresh"] = f"{int(windows.RESTS.total_seconds()) + 1}; url={request.path}"
    return answer


@public
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Ends it, and the browser forgets."""
    windows.close(request)
    answer = redirect("pages:blank")
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer
