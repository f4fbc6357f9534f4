"""The client's own page, inside the window staff opened for her: what she said yes to, who saw it, and her stop."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from probono.accounts.middleware import public
from probono.accounts.signing_in import windows
from probono.consent import pages, policies, selectors
from probono.consent.models import Release
from probono.consent.services import releases
from probono.consent.wording import LANGUAGES


@public
@require_GET
def agreed(request: HttpRequest) -> HttpResponse:
    """What she said yes to and who saw it."""
    row = windows.look(request, "agreed:list")
    if row is None:
        return _over(request)
    page = pages.her_page(row.matter_id, _language()) | {"done": request.GET.get("done")}
    return _resting(request, render(request, "consent/agreed.html", page))


@public
@require_GET
def paper(request: HttpRequest, release: UUID) -> HttpResponse:
    """The exact text of one yes, in the language it was given to her."""
    row = windows.look(request, "agreed:paper")
    found = selectors.her_release(row.matter_id, release) if row else None
    if row is None:
        return _over(request)
    if found is None:
        return redirect("agreed:list")
    return _resting(request, render(request, "consent/agreed_paper.html", {"release": found}))


@public
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, release: UUID) -> HttpResponse:
    """Asks once more; on a POST it is stopped, with effect on everybody's next request."""
    row = windows.look(request, "agreed:stop")
    found = selectors.her_release(row.matter_id, release) if row else None
    if row is None:
        return _over(request)
    if found is None or (request.method != "POST" and not policies.stop_can(found)):
        return redirect("agreed:list")
    if request.method == "POST":
        with suppress(policies.NotNowError):  # a second tap finds it stopped
            releases.stop_by_her(release=found, ends_work=request.POST.get("ends_work") == "yes")
        return redirect(f"{reverse('agreed:list')}?done={_done(found)}")
    page = {"card": pages.card(found, _language()), "release": found}
    return _resting(request, render(request, "consent/agreed_stop.html", page))


def _done(found: Release) -> str:
    """What the page tells her she has just done: said no to what she never signed, or stopped what held."""
    return "stop" if found.signed_at else "no"


def _language() -> str:
    code = (get_language() or "en")[:2]
    return code if code in LANGUAGES else "en"


def _over(request: HttpRequest) -> HttpResponse:
    windows.close(request)
    return redirect("client:phrase")


def _resting(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """The page takes itself away when the window has rested."""
    answer.headers["Refresh"] = f"{int(windows.RESTS.total_seconds()) + 1}; url={request.path}"
    return answer
