"""The address of a form, opened as a page, is answered with a page and not with the browser's own bare error."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from probono.pages.errors import not_allowed
from probono.ui.middleware import GetResponse


def form_addresses(get_response: GetResponse) -> GetResponse:
    """Says so in words where a view takes nothing but what a form sends."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code != 405 or request.method != "GET":
            return response
        page = not_allowed(request)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return answer
