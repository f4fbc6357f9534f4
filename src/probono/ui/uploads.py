"""Uploads stay in memory and are refused by size before they are read."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.utils.datastructures import MultiValueDict

from probono.ui.middleware import GetResponse

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


def too_large(request: HttpRequest) -> bool:
    """Whether the request announced more than an upload may hold; then its body was not read."""
    return bool(getattr(request, "body_too_large", False))


def body_limit(get_response: GetResponse) -> GetResponse:
    """Marks a request whose announced length is too large and empties it, so that no later step reads the body."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > settings.MAX_UPLOAD_BYTES + FORM_OVERHEAD:
            _empty(request)
        return get_response(request)

    return answer


def _empty(request: HttpRequest) -> None:
    marked: Any = request
    marked.body_too_large = True
    marked._post = QueryDict()
    marked._files = MultiValueDict()
    marked._body = b""
    marked._read_started = True
