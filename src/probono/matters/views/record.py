"""The record tab: upload a sheet, and see each row beside the line it was read from."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.entry import opens
from probono.accounts.outside import picture_later, sent_file_ahead
from probono.accounts.requests import SignedInRequest
from probono.matters import policies, selectors
from probono.matters.forms.uploads import HoldersForm, SheetForm
from probono.matters.models import Matter
from probono.matters.pages import record as pages
from probono.matters.policies import NotNowError, NotYoursError
from probono.matters.services.library import InputError
from probono.matters.services.record import AnotherPersonError, add_sheet, set_holders
from probono.matters.services.screening import screen_matter
from probono.matters.services.sheet_taking import take_sheet
from probono.matters.services.sheet_view import page_picture
from probono.ui.uploads import takes_large_files, too_large


@opens(DataClass.RECORD, ahead=sent_file_ahead(take_sheet, InputError))
@takes_large_files
@require_http_methods(["GET", "POST"])
def record(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Rows beside the page; a POST is an upload."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.RECORD)
    form = SheetForm()
    if request.method == "POST":
        selectors.matter_with(request.user, matter_id, DataClass.RECORD, Verb.WRITE)
        form = SheetForm(request.POST, request.FILES, too_large=too_large(request))
        if form.is_valid() and _kept(request, matter, form):
            messages.success(request, _("The sheet was read. Check the lines marked as not read, if there are any."))
            return redirect("matters:record", matter_id)
    status = 422 if form.errors else 200
    return render(
        request, "matters/record.html", pages.record_page(request.user, matter) | {"form": form}, status=status
    )


def _kept(request: SignedInRequest, matter: Matter, form: SheetForm) -> bool:
    try:
        add_sheet(by=request.user, matter=matter, sheet=request.ahead(), same_person=form.cleaned_data["same_person"])
        screen_matter(by=request.user, matter=matter)
    except (InputError, NotNowError) as error:
        form.asks_same_person = isinstance(error, AnotherPersonError)
        form.add_error("file", str(error))
        return False
    return True


@opens(DataClass.RECORD)
@require_POST
def holders(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Counsel decides who may hold a copy of the sheet."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.RECORD, Verb.WRITE)
    if not policies.set_holders_can(request.user, matter):
        raise Http404
    form = HoldersForm(request.POST)
    try:
        if form.is_valid():
            set_holders(by=request.user, matter=matter, holders=form.cleaned_data["holders"])
            messages.success(request, _("Copies of the sheet follow this from now on."))
    except (NotNowError, NotYoursError) as error:
        raise Http404 from error
    return redirect("matters:record", matter_id)


@opens(DataClass.RECORD)
@require_GET
def page_image(request: SignedInRequest, matter_id: UUID, page: int) -> HttpResponse:
    """One page of the sheet as a picture. The file itself comes only from the second origin."""
    version = selectors.newest_record(request.user, selectors.matter_with(request.user, matter_id, DataClass.RECORD))
    if version is None:
        raise Http404
    try:
        draw = page_picture(version.upload, page)
    except IndexError as error:  # no such page, or a sheet that came as text
        raise Http404 from error
    return picture_later(draw, "image/png", IndexError, InputError)
