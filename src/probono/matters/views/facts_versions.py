"""Earlier versions of the facts: the list, one of them, and bringing it back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.matters import selectors
from probono.matters.pages.facts_versions import version_page, versions_page
from probono.matters.policies import NotNowError, NotYoursError
from probono.matters.services.facts import ChangedMeanwhileError
from probono.matters.services.facts_history import bring_back as bring_version_back
from probono.matters.services.library import InputError
from probono.ui.whole import whole


@opens(DataClass.FACTS)
@require_GET
def versions(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Who saved the facts, when, and what changed."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.FACTS)
    return render(request, "matters/facts_versions.html", versions_page(request.user, matter, request.GET.get("page")))


@opens(DataClass.FACTS)
@require_GET
def version(request: SignedInRequest, matter_id: UUID, number: int) -> HttpResponse:
    """One version, read-only."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.FACTS)
    return render(request, "matters/facts_version.html", version_page(request.user, matter, number))


@opens(DataClass.FACTS)
@require_POST
def bring_back(request: SignedInRequest, matter_id: UUID, number: int) -> HttpResponse:
    """Keeps an earlier version as the newest one."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.FACTS)
    based_on = whole(request.POST.get("based_on", ""))
    try:
        bring_version_back(by=request.user, matter=matter, number=number, based_on=based_on)
    except ChangedMeanwhileError:
        messages.error(
            request,
            _("Somebody saved these facts meanwhile, so nothing was brought back. Look at the newest facts first."),
        )
    except (InputError, NotNowError) as error:
        messages.error(request, str(error))
    except NotYoursError as error:
        raise Http404 from error
    else:
        messages.success(
            request,
            _(
                "What version %(number)s says is back, as a new version. The findings were made anew. Read to her again "
                "what she has not approved as it now stands."
            )
            % {"number": number},
        )
    return redirect("matters:facts", matter_id)
