"""Nothing but the public pages answers without a session; a session ends after its absolute time."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.module_loading import import_string

from probono.audit.services import UnavailableError
from probono.ui.middleware import GetResponse

R = TypeVar("R", bound=HttpResponseBase)
SIGNED_IN_AT = "signed_in_at"


class SignedInOnly:
    """Checks each view before it runs: views marked `public` answer everybody."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        if request.user.is_authenticated and _too_old(request):
            logout(request)
        response = self.get_response(request)
        patch_vary_headers(response, ["Cookie"])
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if getattr(view, "public", False):
            return None
        if not request.user.is_authenticated:
            return redirect(settings.LOGIN_URL)
        if not hasattr(view, "route"):
            raise Http404  # a view that names nothing answers nobody; the build fails on it too
        translation.activate("en")  # staff pages speak one language; public pages and a client's speak hers
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What cannot be told in the audit log does not happen, on pages without a sign-in either: nothing of it is kept."""
        if not isinstance(exception, UnavailableError):
            return None
        request.session = type(request.session)(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
        answer: HttpResponse = import_string(settings.UNAVAILABLE_VIEW)(request)
        return answer


def signed_in_only(get_response: GetResponse) -> SignedInOnly:
    """The middleware as settings name it."""
    return SignedInOnly(get_response)


def public(view: Callable[..., R]) -> Callable[..., R]:
    """Marks a view that answers without a session."""
    view.public = True  # type: ignore[attr-defined]
    return view


def _too_old(request: HttpRequest) -> bool:
    return time.time() - request.session.get(SIGNED_IN_AT, 0) > settings.SESSION_ABSOLUTE_SECONDS
