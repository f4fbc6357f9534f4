"""Sign-in and sign-out."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.middleware import public
from probono.accounts.selectors import demo_people
from probono.accounts.sessions import end_session, open_session


@public
@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """In evaluation mode, the list of the demo's people; otherwise how to get a way in."""
    if request.user.is_authenticated:
        return redirect("matters:list")
    people = demo_people() if settings.EVALUATION_MODE else []
    return render(request, "accounts/sign_in.html", {"people": people})


@public
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Signs in as one of the demo's people. Its address exists in evaluation mode only."""
    if not settings.EVALUATION_MODE:
        raise Http404
    chosen = next((each for each in demo_people() if str(each.pk) == request.POST.get("person")), None)
    if chosen is None:
        messages.error(request, _("Choose one of the people in the list."))
        return redirect("accounts:sign-in")
    open_session(request, chosen)
    return redirect("matters:list")


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and tells the browser to forget what it kept."""
    end_session(request)
    response = redirect("pages:home")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
