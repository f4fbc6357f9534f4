"""A session that another request ended while this one was being answered: nothing of the answer is shown."""

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers


class Sessions(SessionMiddleware):
    """Django's sessions. Where Django would say that the request could not be understood, this leads to the sign-in
    page, as for every request that comes after the end."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
        try:
            return super().process_response(request, response)  # type: ignore[arg-type]
        except SessionInterrupted:
            page = redirect(settings.LOGIN_URL)  # the cookie stays: it may by now be that of a new sign-in
            patch_vary_headers(page, ["Cookie"])
            return page
