"""A coarse word for the browser of a session, so that its owner knows it again. No version, no network address."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

_BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_of(request: HttpRequest) -> str:
    """ "Firefox, Linux", or that it is not known."""
    said = request.headers.get("User-Agent", "")
    found = [next((word for sign, word in table if sign in said), None) for table in (_BROWSERS, _SYSTEMS)]
    return ", ".join(word for word in found if word) or _("A browser we do not know")
