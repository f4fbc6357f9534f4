"""What every template may use: the program's names and which mode the site runs in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def site(request: HttpRequest | None = None) -> dict[str, Any]:
    """`program`, its texts in the reader's language, and `evaluation`."""
    program, code = settings.PROGRAM, get_language() or "en"
    return {
        "program": program,
        "mission": program.mission.in_language(code),
        "services": [each.in_language(code) for each in program.services],
        "contact_title": program.contact.title.in_language(code),
        "evaluation": settings.EVALUATION_MODE,
        "upload_piece": settings.UPLOAD_PIECE_BYTES,
        "upload_most": settings.MAX_UPLOAD_BYTES,
        "page_language": code,
        "languages": settings.LANGUAGES,
    }
