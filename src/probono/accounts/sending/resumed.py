"""How a form's file comes in pieces: each is sent to the form's own address, through the form's own door, with three headers.

The answer says how many bytes are here, so an empty piece asks. When all are here the form itself is sent, with the file's
digest, length and name in place of the file; from there on it is a file like any other. Without script, and for a file of one
piece, the form sends the file as forms do.
"""

import re
from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from probono.accounts.models import Account
from probono.accounts.sending import pieces
from probono.accounts.sending.pieces import TooMuchError, Upload
from probono.vault.keys import Scope

DIGEST, LENGTH, BEGINS = "X-File-Digest", "X-File-Length", "X-Piece-Begins"
SENT_DIGEST, SENT_LENGTH, SENT_NAME = "sent_digest", "sent_length", "file_name"
UNSPOKEN = (SENT_DIGEST, SENT_LENGTH)
"""Fields that tell a reader nothing."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"[0-9]{1,9}")


def is_piece(request: HttpRequest) -> bool:
    """Whether this is a piece of a file, and not a form."""
    return request.method == "POST" and DIGEST in request.headers


def begins_one(request: HttpRequest) -> bool:
    """Whether it is a file's first piece: that one is told in the audit log."""
    return request.headers.get(BEGINS) == "0" and bool(request.body)


def take_piece(request: HttpRequest, account: Account, scope: Scope) -> HttpResponse:
    """Keeps a piece, and answers how many bytes of its file are here: `{"have": 1048576}`. 409 when it does not go on there,
    400 when its headers say nothing sensible, 413 when it or its file is too large, 429 when too much is on its way.
    """
    upload = _upload(account, request, scope, request.headers.get(DIGEST, ""), request.headers.get(LENGTH, ""))
    begins = request.headers.get(BEGINS, "")
    if upload is None or not _NUMBER.fullmatch(begins):
        return _refused(_("This file cannot be sent in pieces. Open the page again and choose it once more."), 400)
    if upload.length > settings.MAX_UPLOAD_BYTES or len(request.body) > settings.UPLOAD_PIECE_BYTES:
        return _refused(_("This file is larger than 50 MB. Choose a smaller one, or split it."), 413)
    if int(begins) + len(request.body) > upload.length:
        return _refused(_("This file was changed while it was sent. Choose it once more."), 400)
    try:
        here = pieces.add(upload, int(begins), request.body) if request.body else pieces.have(upload)
    except TooMuchError:
        return _refused(
            _("Too much is on its way from you at once. Wait until another file is there, or an hour."), 429
        )
    fits = not request.body or here == int(begins) + len(request.body)
    return JsonResponse({"have": here}, status=200 if fits else 409)


def put_together(request: HttpRequest, account: Account, scope: Scope) -> None:
    """Gives a form its file, when that came in pieces: from then on it is in `request.FILES`."""
    digest, length = request.POST.get(SENT_DIGEST, ""), request.POST.get(SENT_LENGTH, "")
    upload = _upload(account, request, scope, digest, length) if digest else None
    data = pieces.whole(upload) if upload and not request.FILES else None
    if upload is None or data is None:
        return
    file = InMemoryUploadedFile(BytesIO(data), "file", request.POST.get(SENT_NAME, ""), "", len(data), None)
    request.FILES["file"] = file
    request.came_in_pieces = upload  # type: ignore[attr-defined]


def files_of(request: HttpRequest) -> list[str]:
    """The fields of the files that the form itself sent. One that came in pieces stays here, and need not be chosen again."""
    return [] if hasattr(request, "came_in_pieces") else list(request.FILES)


def settle(request: HttpRequest, response: HttpResponse) -> None:
    """Once the form has answered its pieces go: it took the file, or refused it and kept nothing. They stay while the person proves
    that it is she.
    """
    upload = getattr(request, "came_in_pieces", None)
    if upload is not None and not response.get("Location", "").startswith(reverse("accounts:confirm")):
        pieces.forget(upload)


def _upload(account: Account, request: HttpRequest, scope: Scope, digest: str, length: str) -> Upload | None:
    if not (_SHA256.fullmatch(digest) and _NUMBER.fullmatch(length)):
        return None
    return Upload(account, request.path, scope, digest, int(length))


def _refused(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"sentence": sentence}, status=status)
