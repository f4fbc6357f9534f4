"""Releases within a matter: the list, a new paper, her signature, her stop; and what is due everywhere."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.entry import opens
from probono.accounts.outside import picture_later, sent_file_ahead
from probono.accounts.requests import SignedInRequest
from probono.accounts.selectors import account_by_id, members_of, organisations
from probono.accounts.signing_in.step_up import step_up_required
from probono.consent import pages, selectors
from probono.consent.forms import ListingForm, ShareForm, SignForm
from probono.consent.models import How, Release
from probono.consent.policies import NotNowError, NotYoursError, check_paper
from probono.consent.services import releases
from probono.consent.services.copies import picture_of, signed_copy
from probono.consent.surroundings import frame_of
from probono.ui.uploads import takes_large_files, too_large


@opens(DataClass.RELEASES, listing=True)
@require_GET
def due(request: SignedInRequest) -> HttpResponse:
    """Releases that end soon, of all matters this person keeps releases on."""
    return render(request, "consent/due.html", pages.due_page(request.user))


@opens(DataClass.RELEASES)
@require_GET
def release_list(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """What holds, what waits, what is over, and who of other organizations saw what."""
    return render(request, "consent/list.html", pages.list_page(request.user, matter_id))


@opens(DataClass.RELEASES, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """A paper for one recipient."""
    page = frame_of(request.user, matter_id)
    choices = {"organisations": pages.organisation_choices(), "people": pages.person_choices()}
    form = ShareForm(request.POST if request.method == "POST" else None, **choices)
    if request.method == "POST" and form.is_valid():
        made = _drawn_up(request, page["matter"], form)
        if made is not None:
            return redirect("consent:release", matter_id, made.pk)
    status = 422 if form.errors else 200
    return render(request, "consent/new.html", page | {"form": form}, status=status)


@opens(DataClass.RELEASES, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def new_listing(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """A paper for the exact words of a listing."""
    page = frame_of(request.user, matter_id)
    form = ListingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        matter = page["matter"]
        try:
            made = releases.draw_up_listing(
                by=request.user, matter_id=matter.pk, client_id=matter.client_id, **form.paper()
            )
            return redirect("consent:release", matter_id, made.pk)
        except NotNowError as error:
            form.add_error(None, str(error))
    status = 422 if form.errors else 200
    return render(request, "consent/new.html", page | {"form": form, "listing": True}, status=status)


@opens(DataClass.RELEASES)
@require_GET
def release(request: SignedInRequest, matter_id: UUID, release: UUID) -> HttpResponse:
    """One release: its text, its signature, its end."""
    return render(request, "consent/release.html", pages.release_page(request.user, matter_id, release))


@opens(DataClass.RELEASES)
@require_GET
def print_paper(request: SignedInRequest, matter_id: UUID, release: UUID) -> HttpResponse:
    """The paper in the language it was drawn up in, to be printed and signed."""
    page = pages.release_page(request.user, matter_id, release)
    with translation.override(page["release"].language):
        return render(request, "consent/print.html", page)


@opens(DataClass.RELEASES, get=Verb.WRITE, ahead=sent_file_ahead(signed_copy, NotNowError))
@takes_large_files
@step_up_required
@require_http_methods(["GET", "POST"])
def sign(request: SignedInRequest, matter_id: UUID, release: UUID) -> HttpResponse:
    """Records her yes. A fresh proof is asked first: a signature opens her file to others."""
    page = pages.release_page(request.user, matter_id, release)
    choices: dict[str, Any] = {"people": pages.colleague_choices(request.user), "is_minor": page["release"].is_minor}
    form = SignForm(**choices)
    if request.method == "POST":
        form = SignForm(request.POST, request.FILES, too_large=too_large(request), **choices)
        if form.is_valid() and _signed(request, page["release"], form):
            return redirect("consent:release", matter_id, release)
    status = 422 if form.errors else 200
    return render(request, "consent/sign.html", page | {"form": form}, status=status)


@opens(DataClass.RELEASES, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def stop(request: SignedInRequest, matter_id: UUID, release: UUID) -> HttpResponse:
    """She told us to stop: asked once more, then done at once."""
    page = pages.release_page(request.user, matter_id, release)
    if request.method != "POST":
        return render(request, "consent/stop.html", page)
    try:
        releases.stop(by=request.user, release=page["release"], ends_work=request.POST.get("ends_work") == "yes")
        messages.success(request, _("It is stopped. What it opened is closed from this moment."))
    except NotNowError as error:
        messages.error(request, str(error))
    return redirect("consent:release", matter_id, release)


@opens(DataClass.RELEASES, post=Verb.WRITE)
@require_POST
def withdraw(request: SignedInRequest, matter_id: UUID, release: UUID) -> HttpResponse:
    """Takes back a paper that was made by mistake."""
    page = pages.release_page(request.user, matter_id, release)
    try:
        releases.withdraw(by=request.user, release=page["release"])
        messages.success(request, _("It is withdrawn. She is not told of it."))
    except NotNowError as error:
        messages.error(request, str(error))
    return redirect("consent:list", matter_id)


@opens(DataClass.RELEASES)
@require_GET
def copy(request: SignedInRequest, matter_id: UUID, release: UUID, page: int) -> HttpResponse:
    """One page of the signed paper as a picture. The file itself never leaves."""
    row = selectors.release_for(request.user, matter_id, release)
    try:
        draw, kind = picture_of(row, page)
    except IndexError as error:
        raise Http404 from error
    return picture_later(draw, kind, IndexError)


@opens(DataClass.RELEASES)
@require_GET
def hers(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """What she agreed to and who saw it, in her language, to be printed and handed over."""
    language = "es" if request.GET.get("language") == "es" else "en"
    with translation.override(language):
        page = pages.her_printed_page(request.user, matter_id, language)
        return render(request, "consent/hers_print.html", page)


def _drawn_up(request: SignedInRequest, matter: Any, form: ShareForm) -> Release | None:
    """The release, or nothing when the answers do not fit together; the form says why."""
    told = form.paper()
    chosen, named = told.pop("organisation"), told.pop("person")
    organisation = next(one for one in organisations() if str(one.pk) == chosen)
    person = next((one for one in members_of(organisation) if str(one.pk) == named), None)
    if named and person is None:
        form.add_error("person", _("This person does not work there. Choose somebody of the organization."))
        return None
    try:
        return releases.draw_up(
            by=request.user,
            matter_id=matter.pk,
            client_id=matter.client_id,
            organisation=organisation,
            person=person,
            **told,
        )
    except NotNowError as error:
        form.add_error(None, str(error))
    except NotYoursError as error:
        raise Http404 from error
    return None


def _signed(request: SignedInRequest, row: Release, form: SignForm) -> bool:
    told, field = form.cleaned_data, "how"
    try:
        if told["how"] == How.VOICE:
            witness = account_by_id(told["witness"]) if told["witness"] else None
            releases.say_yes(by=request.user, release=row, witness=witness)
            messages.success(request, _("Her yes is kept. It opens nothing until she has signed on paper."))
            return True
        field = "number"
        check_paper(row, told["number"])
        field = "file"
        copy = request.ahead() if request.ahead else None
        field = "how"
        releases.sign(
            by=request.user,
            release=row,
            how=told["how"],
            signed_on=told["signed_on"],
            by_guardian=told.get("by_guardian", False),
            copy=copy,
        )
    except NotNowError as error:
        form.add_error(field, str(error))
        return False
    messages.success(request, _("The release holds from this moment."))
    return True
