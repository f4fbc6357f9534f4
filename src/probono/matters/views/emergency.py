"""Opening a file in an emergency, and the officers' list of what was opened so."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import opens, own_account
from probono.accounts.requests import SignedInRequest
from probono.accounts.selectors import emergency_classes_of, is_officer
from probono.accounts.signing_in.step_up import step_up_required
from probono.matters import selectors
from probono.matters.forms.access import EmergencyForm
from probono.matters.pages.access import emergencies_page
from probono.matters.policies import NotNowError, NotYoursError
from probono.matters.services.emergency import open_in_emergency, review_emergency
from probono.matters.words import class_words


@own_account
@step_up_required
@require_http_methods(["GET", "POST"])
def emergency(request: SignedInRequest) -> HttpResponse:
    """A code name and a reason; then an hour's reading, told to the officers."""
    classes = emergency_classes_of(request.user)
    if not classes:
        raise Http404
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            matter_id = open_in_emergency(by=request.user, code_name=told["code_name"], reason=told["reason"])
        except NotNowError as error:
            form.add_error("code_name", str(error))
        else:
            messages.success(request, _("The file is open to you for one hour. An officer will review this opening."))
            return redirect("matters:matter", matter_id)
    page = {"form": form, "classes": class_words(classes)}
    return render(request, "matters/emergency.html", page, status=422 if form.errors else 200)


@opens(DataClass.RELEASES, listing=True)
@require_GET
def emergencies(request: SignedInRequest) -> HttpResponse:
    """What was opened in an emergency, for the officers."""
    if not is_officer(request.user):
        raise Http404
    return render(request, "matters/emergencies.html", emergencies_page(selectors.emergencies_of(request.user)))


@opens(DataClass.RELEASES, listing=True)
@require_POST
def review(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """An officer's finding on one opening."""
    opening = selectors.emergency_for(request.user, pk)
    try:
        review_emergency(by=request.user, opening=opening, justified=request.POST.get("finding") == "justified")
        messages.success(request, _("Your finding is kept."))
    except NotNowError as error:
        messages.error(request, str(error))
    except NotYoursError as error:
        raise Http404 from error
    return redirect("matters:emergencies")
