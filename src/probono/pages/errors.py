"""Error pages: neutral words, no trace of what was asked for. Every refusal is the same "no such page"."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, also for everything that is refused; byte for byte the same whoever asks and whatever for."""
    return HttpResponse(render_to_string("pages/not_found.html"), status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, in the same plain page."""
    return HttpResponse(render_to_string("pages/bad_request.html"), status=400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was sent without its token: the page was open too long, or in another browser."""
    return render(request, "pages/stale_form.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, with a number a person can read out; nothing of the error is shown."""
    return HttpResponse(render_to_string("pages/server_error.html", {"number": secrets.token_hex(4)}), status=500)
