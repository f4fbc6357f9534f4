"""The page a quick exit ends on is answered before anything that knows who she was: no session, no account, no database."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from probono.ui.middleware import GetResponse
from probono.ui.origins import is_files_origin


@require_safe
def blank(request: HttpRequest) -> HttpResponse:
    """A page that says nothing of where she was: no name, no color, no link, and not the site's icon."""
    code = translation.get_language_from_request(request)
    with translation.override(code):
        page = HttpResponse(render_to_string("pages/blank.html", {"page_language": code}))
    page.headers["Vary"] = "Accept-Language, Cookie"
    return page


def empty_page(get_response: GetResponse) -> GetResponse:
    """Stands before the sessions. The browser asks for the empty page while another request ends the session, so what
    reads or keeps a session could only fail there, with a page that names the program."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.path_info != reverse("pages:blank", urlconf=settings.ROOT_URLCONF) or is_files_origin(request):
            return get_response(request)
        return blank(request)

    return answer
