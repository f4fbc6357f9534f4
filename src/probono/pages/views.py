"""The public program page, the language switch, the component gallery and the health check."""

from django import forms
from django.contrib.auth import logout
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.entry import own_account
from probono.accounts.middleware import public
from probono.ui.language import remember_language


@public
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What vacatur is, what volunteers do, and whom to write to."""
    return render(request, "pages/home.html")


@public
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Keeps the reader's language in a cookie and goes back to the page she came from."""
    code, back = request.POST.get("language", ""), request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    return remember_language(redirect(back), code)


@public
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """The quick exit: the session ends here, the browser forgets what it kept, and a plain page follows."""
    logout(request)
    response = redirect("pages:blank")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@public
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """For the machine that watches: 200 when the database answers, else 503. It tells nothing more."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("not ready", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


OUTCOMES = ("available", "lawyer_decides", "needs_facts", "not_yet", "already_granted", "barred", "not_applicable")


class GalleryForm(forms.Form):
    """Every kind of field once, for the gallery."""

    text = forms.CharField(label="A text", help_text="With a hint.")
    day = forms.DateField(label="A day", widget=forms.DateInput(attrs={"type": "date"}))
    choice = forms.ChoiceField(label="A choice", choices=[("a", "First"), ("b", "Second")])
    long = forms.CharField(label="A long text", widget=forms.Textarea, required=False)
    yes = forms.BooleanField(label="A box to tick", required=False)


@own_account
@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Every component of the site on one page. Evaluation mode only."""
    return render(
        request,
        "pages/components.html",
        {"empty": GalleryForm(), "wrong": GalleryForm({"text": ""}, auto_id="wrong_%s"), "outcomes": OUTCOMES},
    )
