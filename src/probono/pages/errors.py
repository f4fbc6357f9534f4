"""Error pages: neutral words, no trace of what was asked for. Every refusal is the same "no such page"."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from probono.ui.context import site

_log = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, also for everything that is refused; byte for byte the same whoever asks and whatever for."""
    return _page("not_found", 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, in the same plain page."""
    return _page("bad_request", 400)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """405, where the address of a form is opened as a page: a reload, or an address out of the history."""
    return _page("not_allowed", 405)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was sent without its token: the page was open too long, or in another browser."""
    return _page("stale_form", 403)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503, when an act could not be told in the audit log and so did not happen."""
    return _page("unavailable", 503)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, with a number a person can read out; nothing of the error is shown."""
    number = secrets.token_hex(4)
    _log.error("The error told next was shown to its reader as number %s.", number)
    return _page("server_error", 500, number=number)


def _page(name: str, status: int, **context: str) -> HttpResponse:
    """Made without the request, so that nothing of it can be in the page."""
    return HttpResponse(render_to_string(f"pages/{name}.html", site() | context), status=status)
