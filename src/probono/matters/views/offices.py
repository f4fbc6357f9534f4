"""Offices: the names of agencies the sheet has in a short form alone, and how each prosecutor's office is served."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.matters import selectors
from probono.matters.forms.base import FactForm
from probono.matters.forms.offices import AgencyForm, ServiceForm
from probono.matters.pages.offices import offices_page
from probono.matters.services.law_words import prosecutor_name
from probono.matters.services.library import law
from probono.matters.services.offices import agencies_of, entry, with_entry
from probono.matters.views.facts import answer, newest, writable


@opens(DataClass.FACTS)
@require_GET
def offices(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Agencies without a full name, and the offices that are served."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.FACTS)
    return render(request, "matters/offices.html", offices_page(request.user, matter))


@opens(DataClass.FACTS, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def agency(request: SignedInRequest, matter_id: UUID, mark: str) -> HttpResponse:
    """The full name of one agency of the sheet."""
    matter = writable(request, matter_id)
    version = selectors.newest_record(request.user, matter)
    printed = agencies_of(version).get(mark) if version else None
    if printed is None:
        raise Http404
    return _entry(request, matter_id, AgencyForm, "agencies", "printed", printed, title=printed)


@opens(DataClass.FACTS, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def service(request: SignedInRequest, matter_id: UUID, office: str) -> HttpResponse:
    """How one prosecutor's office is served."""
    if law().prosecutor(office) is None:
        raise Http404
    return _entry(request, matter_id, ServiceForm, "service", "prosecutor", office, title=prosecutor_name(office))


def _entry(
    request: SignedInRequest, matter_id: UUID, kind: type[FactForm], table: str, key: str, value: str, *, title: str
) -> HttpResponse:
    matter = writable(request, matter_id)
    sheet, document = newest(request, matter)
    form = kind(request.POST or None, part=entry(document, table, key, value), based_on=sheet)

    def put(form: FactForm) -> dict[str, Any]:
        return with_entry(document, table, key, value, form.changed_part())

    return answer(request, matter, form, put, form_title=title, back="matters:offices")
