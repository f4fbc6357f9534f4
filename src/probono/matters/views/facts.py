"""The facts tab: what is known, and a form for each part of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.matters import selectors, words
from probono.matters.forms.base import FactForm, keep_approval, keep_release
from probono.matters.forms.facts import (
    CounselForm,
    EnhancementFormSet,
    ImmigrationForm,
    NexusForm,
    PetitionerForm,
    StatusForm,
    VictimizationForm,
)
from probono.matters.models import FactSheet, ImmigrationSheet, Matter
from probono.matters.pages.fact_links import FROM_PACKET
from probono.matters.pages.facts import facts_page
from probono.matters.pages.frame import frame
from probono.matters.pages.item import item_page
from probono.matters.policies import NotNowError
from probono.matters.services.facts import ChangedMeanwhileError, save_facts, save_immigration
from probono.matters.services.facts_document import empty_document
from probono.matters.services.library import InputError
from probono.matters.services.release import held_passages, release_words
from probono.ui.whole import whole

PARTS: dict[str, type[FactForm]] = {"petitioner": PetitionerForm, "counsel": CounselForm, "status": StatusForm}


@opens(DataClass.FACTS)
@require_GET
def facts(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Everything attested so far, and what is still asked."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.FACTS)
    return render(request, "matters/facts.html", facts_page(request.user, matter))


@opens(DataClass.FACTS, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def part(request: SignedInRequest, matter_id: UUID, name: str) -> HttpResponse:
    """Petitioner, counsel or status."""
    matter = writable(request, matter_id)
    kind = PARTS.get(name) or _no_page()
    sheet, document = newest(request, matter)

    def put(form: FactForm) -> dict[str, Any]:
        return document | {name: form.changed_part()}

    form = kind(request.POST or None, part=document[name], based_on=sheet)
    return answer(request, matter, form, put, form_title=words.PARTS[name])


@opens(DataClass.FACTS, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def period(request: SignedInRequest, matter_id: UUID, place: int | None = None) -> HttpResponse:
    """A new period of victimization, or one of those that are there (counted from 1)."""
    matter = writable(request, matter_id)
    sheet, document = newest(request, matter)
    periods = list(document["victimizations"])
    if place is not None and not 1 <= place <= len(periods):
        raise Http404
    form = VictimizationForm(request.POST or None, part=periods[place - 1] if place else None, based_on=sheet)

    def put(form: FactForm) -> dict[str, Any]:
        changed = form.changed_part()
        kept = [*periods, changed] if place is None else [*periods[: place - 1], changed, *periods[place:]]
        return document | {"victimizations": kept}

    title = _("Period %(number)s") % {"number": place} if place else _("Add a period")
    return answer(request, matter, form, put, place=place, form_title=title)


@opens(DataClass.FACTS)
@require_POST
def remove_period(request: SignedInRequest, matter_id: UUID, place: int) -> HttpResponse:
    """Takes one period out. The version before keeps it."""
    matter = writable(request, matter_id)
    _number, document = newest(request, matter)
    periods = list(document["victimizations"])
    if not 1 <= place <= len(periods):
        raise Http404
    based_on = whole(request.POST.get("based_on", ""))
    changed = document | {"victimizations": periods[: place - 1] + periods[place:]}
    try:
        save_facts(by=request.user, matter=matter, document=changed, based_on=based_on)
    except (ChangedMeanwhileError, InputError, NotNowError) as error:
        messages.error(request, str(error))
    return redirect("matters:facts", matter_id)


@opens(DataClass.FACTS, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def item(request: SignedInRequest, matter_id: UUID, item_key: str) -> HttpResponse:
    """What she says of one item."""
    matter = writable(request, matter_id)
    sheet, document = newest(request, matter)
    page = item_page(request.user, matter, item_key, document)
    kept = document["nexus"].get(item_key, {})
    form = NexusForm(
        request.POST or None, part=kept, based_on=sheet, prosecutors=page["prosecutors"], known_days=page["known_days"]
    )
    enhancements = EnhancementFormSet(request.POST or None, initial=kept.get("enhancements", []), prefix="enhancements")

    def put(form: FactForm) -> dict[str, Any]:
        named = _enhancements(enhancements)
        answers = {name: value for name, value in form.merged().items() if name != "enhancements"}
        if named or form.cleaned_data["enhanced"] is False:
            answers["enhancements"] = named
        return document | {"nexus": document["nexus"] | {item_key: keep_approval(kept, keep_release(kept, answers))}}

    enhancements.is_valid()
    page["rare_open"] = "enhancements" in kept or form.asks_rarely(page["missing"])
    return answer(request, matter, form, put, template="matters/facts_item.html", enhancements=enhancements, **page)


@opens(DataClass.IMMIGRATION, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def immigration(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """The fact of the immigration file, for those who hold it."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.IMMIGRATION, Verb.WRITE)
    sheet = selectors.newest(request.user, matter, ImmigrationSheet)
    form = ImmigrationForm(
        request.POST or None, part=sheet.document if sheet else {}, based_on=sheet.number if sheet else 0
    )
    return answer(
        request, matter, form, lambda form: form.changed_part(), save=save_immigration, form_title=_("Immigration")
    )


@opens(DataClass.IMMIGRATION, get=Verb.WRITE)
@require_http_methods(["GET", "POST"])
def release(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """The words that wait for the immigration attorney; a POST releases one passage."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.IMMIGRATION, Verb.WRITE)
    number, document = newest(request, matter)
    if request.method == "POST":
        based_on = whole(request.POST.get("based_on", ""))
        try:
            release_words(
                by=request.user,
                matter=matter,
                place=request.POST.get("place", ""),
                based_on=based_on,
            )
            messages.success(
                request, _("These words may now stand in public papers. If they change, they wait for you again.")
            )
        except (ChangedMeanwhileError, NotNowError) as error:
            messages.error(request, str(error))
        return redirect("matters:facts-release", matter_id)
    page = frame(request.user, matter, "facts") | {"passages": held_passages(document), "based_on": number}
    return render(request, "matters/release.html", page)


def answer(
    request: SignedInRequest,
    matter: Matter,
    form: FactForm,
    put: Callable[[FactForm], dict[str, Any]],
    *,
    template: str = "matters/facts_form.html",
    save: Callable[..., Any] = save_facts,
    back: str = "matters:facts",
    **context: Any,
) -> HttpResponse:
    """Shows the form, or keeps it and goes back to the facts; every refusal is a sentence in the form."""
    if request.method == "POST" and form.is_valid():
        try:
            save(by=request.user, matter=matter, document=put(form), based_on=form.cleaned_data["based_on"])
        except (ChangedMeanwhileError, InputError, NotNowError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved. The findings were made anew."))
            if form.lost_approval:
                messages.warning(
                    request,
                    _(
                        "Something she had approved has changed, so her approval was taken off. Read it to her as it is now, then mark it "
                        "approved."
                    ),
                )
            return redirect(
                reverse(back, args=[matter.pk]) + (FROM_PACKET if request.GET.get("from") == "packet" else "")
            )
    status = 422 if form.errors else 200
    page = frame(request.user, matter, "facts") | context | {"form": form, "back": back}
    return render(request, template, page, status=status)


def _enhancements(forms: Any) -> list[dict[str, Any]]:
    """The rows that name a section."""
    found = (each.cleaned_data for each in forms if each.is_valid())
    return [{"section": each["section"], "status": each["status"]} for each in found if each.get("section")]


def writable(request: SignedInRequest, matter_id: UUID) -> Matter:
    """The matter, or "no such page", for whoever may change its facts."""
    return selectors.matter_with(request.user, matter_id, DataClass.FACTS, Verb.WRITE)


def newest(request: SignedInRequest, matter: Matter) -> tuple[int, dict[str, Any]]:
    """The number and the document of the newest facts; 0 and an empty one when there are none."""
    sheet = selectors.newest(request.user, matter, FactSheet)
    return (sheet.number, sheet.document) if sheet else (0, empty_document())


def _no_page() -> Any:
    raise Http404
