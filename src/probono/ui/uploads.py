"""Uploads stay in memory and are refused by size before they are read."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.datastructures import MultiValueDict

from probono.ui.middleware import GetResponse
from probono.ui.whole import whole

FORM_OVERHEAD = 1024 * 1024
"""Bytes a form may need around its file: field names, boundaries and short texts."""


class MemoryOnlyHandler(FileUploadHandler):
    """Keeps an upload in memory: a client's sheet never lies in plain text on a disk."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > settings.MAX_UPLOAD_BYTES + FORM_OVERHEAD:
            raise StopUpload(connection_reset=True)
        self._file.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._file.seek(0)
        return InMemoryUploadedFile(
            file=self._file,
            field_name=self.field_name,
            name=self.file_name or "",
            content_type=self.content_type or "",
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )


def takes_large_files(view: Any) -> Any:
    """Marks a view that answers a too large upload itself, beside its form. It must change nothing when `too_large`."""
    view.takes_large_files = True
    return view


def too_large(request: HttpRequest) -> bool:
    """Whether the request announced more than an upload may hold; then its body was not read."""
    return bool(getattr(request, "body_too_large", False))


def sent_file(request: HttpRequest) -> UploadedFile | None:
    """The file that a form sent, if it may be read at all; what is wrong with it otherwise its form says."""
    file = request.FILES.get("file")
    return file if isinstance(file, UploadedFile) and 0 < (file.size or 0) <= settings.MAX_UPLOAD_BYTES else None


class BodyLimit:
    """A request that announces too much is emptied before anything reads it; only forms with a file get to answer it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        most = settings.MAX_UPLOAD_BYTES + FORM_OVERHEAD
        if whole(request.META.get("CONTENT_LENGTH") or "0", otherwise=most + 1) > most:
            _empty(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not too_large(request):
            return None
        if not getattr(view, "takes_large_files", False):
            return HttpResponse(status=413)
        marked: Any = request
        marked.csrf_processing_done = True  # nothing is changed: there is nothing to forge
        return None


def _empty(request: HttpRequest) -> None:
    marked: Any = request
    marked.body_too_large = True
    marked._post = QueryDict()
    marked._files = MultiValueDict()
    marked._body = b""
    marked._read_started = True
