"""Two origins, one process: the site, and the place user files come from (DESIGN 6.9)."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from probono.ui.middleware import GetResponse


def is_files_origin(request: HttpRequest) -> bool:
    """Whether the request came to the second origin."""
    return request.get_host().rsplit(":", 1)[0] == settings.FILES_HOST


def split_origins(get_response: GetResponse) -> GetResponse:
    """Requests to the files' host see only the files' addresses; the site never answers there."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if is_files_origin(request):
            request.urlconf = settings.FILES_URLCONF
        return get_response(request)

    return answer
