"""The contact tab: how the client is reached, and the safety hold."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.data_classes import ANY, DataClass
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.accounts.signing_in.step_up import step_up_required
from probono.consent.contact.policies import NotNowError, NotYoursError, check_confirm
from probono.consent.contact.selectors import avoided_for, route_for
from probono.consent.contact.services import holds, routes, sending
from probono.matters import selectors
from probono.matters.forms.contact import AvoidForm, ConfirmForm
from probono.matters.pages import contact as pages

if TYPE_CHECKING:
    from probono.accounts.models import Account
    from probono.consent.contact.models import ContactRoute
    from probono.matters.models import Matter


@opens(DataClass.CONTACT)
@require_GET
def contact(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """How she is reached, and whether she may be now."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.CONTACT)
    return render(request, "matters/contact.html", pages.contact_page(request.user, matter))


@opens(DataClass.CONTACT, get="write")
@step_up_required
@require_http_methods(["GET", "POST"])
def way(request: SignedInRequest, matter_id: UUID, way: UUID | None = None) -> HttpResponse:
    """A way, new or in another's place. It waits for a second person."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.CONTACT)
    before = route_for(request.user, matter_id, way) if way else None
    page = pages.way_page(request.user, matter, before, request.POST or None)
    form = page["form"]
    if request.method == "POST" and form.is_valid():
        heard, heard_on = pages.heard_on(request.user, matter, form.cleaned_data["heard"])
        if heard_on is not None and heard_on.code_word and form.cleaned_data["said_word"] is False:
            return _missed(request, matter_id, heard_on)
        try:
            routes.propose(
                by=request.user,
                matter_id=matter.pk,
                client_id=matter.client_id,
                way=form.way(),
                heard=heard,
                heard_on=heard_on,
                said_word=bool(form.cleaned_data["said_word"]),
                replaces=before,
            )
        except NotNowError as error:
            form.add_error("heard", str(error))
        else:
            messages.success(request, _("It is written down, and waits for a second person. Nothing was sent to her."))
            return redirect("matters:contact", matter_id)
    return render(request, "matters/contact_way.html", page, status=422 if form.errors else 200)


@opens(DataClass.CONTACT, post="read")
@step_up_required
@require_POST
def decide(request: SignedInRequest, matter_id: UUID, way: UUID) -> HttpResponse:
    """The second person's answer."""
    row = route_for(request.user, matter_id, way)
    yes = request.POST.get("answer") == "yes"
    said = (
        _("The way is taken. It stays unknown until somebody has talked with her.") if yes else _("It was not taken.")
    )
    return _done(request, matter_id, said, lambda: routes.decide(by=request.user, route=row, yes=yes))


@opens(DataClass.CONTACT, post="read")
@require_POST
def confirm(request: SignedInRequest, matter_id: UUID, way: UUID) -> HttpResponse:
    """She said by voice that it is safe; or she was asked for her word and did not say it."""
    row = route_for(request.user, matter_id, way)
    form = ConfirmForm(request.POST, way=row)
    if form.is_valid() and form.cleaned_data.get("said_word") is False:
        return _missed(request, matter_id, row)
    try:
        _confirm(request.user, row, form)
    except NotNowError as error:
        if not form.errors:
            messages.error(request, str(error))
            return redirect("matters:contact", matter_id)
        matter = selectors.matter_with(request.user, matter_id, DataClass.CONTACT)
        page = pages.contact_page(request.user, matter, confirm_form=form)
        return render(request, "matters/contact.html", page, status=422)
    except NotYoursError as error:
        raise Http404 from error
    messages.success(request, _("Confirmed. Ask her again before it ends."))
    return redirect("matters:contact", matter_id)


@opens(DataClass.CONTACT, post="read")
@require_POST
def missed(request: SignedInRequest, matter_id: UUID, way: UUID) -> HttpResponse:
    """Her word was asked for and not said."""
    return _missed(request, matter_id, route_for(request.user, matter_id, way))


@opens(DataClass.CONTACT)
@require_POST
def retire(request: SignedInRequest, matter_id: UUID, way: UUID) -> HttpResponse:
    """Not this way any more."""
    row = route_for(request.user, matter_id, way)
    return _done(
        request,
        matter_id,
        _("This way is not used any more. Nobody was told."),
        lambda: routes.retire(by=request.user, route=row),
    )


@opens(DataClass.CONTACT, post="read")
@require_POST
def send(request: SignedInRequest, matter_id: UUID, way: UUID) -> HttpResponse:
    """One note of the fixed list."""
    row = route_for(request.user, matter_id, way)
    note = request.POST.get("note", "")
    return _done(
        request, matter_id, _("The note is on its way."), lambda: sending.send(by=request.user, route=row, note=note)
    )


@opens(DataClass.CONTACT)
@require_POST
def avoid(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Somebody who must not learn of her."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.CONTACT)
    form = AvoidForm(request.POST)
    if form.is_valid() and _avoided(request, matter, form):
        messages.success(request, _("It is written down."))
        return redirect("matters:contact", matter_id)
    page = pages.contact_page(request.user, matter, avoid_form=form)
    return render(request, "matters/contact.html", page, status=422)


def _avoided(request: SignedInRequest, matter: "Matter", form: AvoidForm) -> bool:
    """Whether the person is on the list now; otherwise the form keeps what was typed and says why not."""
    told = form.cleaned_data
    try:
        routes.avoid(
            by=request.user, matter_id=matter.pk, client_id=matter.client_id, name=told["name"], about=told["about"]
        )
    except NotNowError as error:
        form.add_error("name", str(error))
    except NotYoursError as error:
        raise Http404 from error
    return not form.errors


@opens(DataClass.CONTACT)
@require_POST
def end_avoid(request: SignedInRequest, matter_id: UUID, avoided: UUID) -> HttpResponse:
    """The person need not be avoided any more."""
    person = avoided_for(request.user, matter_id, avoided)
    return _done(
        request, matter_id, _("The person is off the list."), lambda: routes.end_avoid(by=request.user, person=person)
    )


@opens(DataClass.CONTACT, post="read")
@require_POST
def hold(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Stops everything that goes to her."""
    matter = selectors.matter_for(request.user, matter_id)
    return _done(
        request,
        matter_id,
        _("The hold stands. Nothing goes to her any more."),
        lambda: holds.hold(by=request.user, matter_id=matter.pk, client_id=matter.client_id),
    )


@opens(ANY, post="read")
@step_up_required
@require_POST
def lift(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """One of the two yeses that lift a hold."""
    matter = selectors.matter_for(request.user, matter_id)
    lifted: list[bool] = []
    answer = _done(
        request,
        matter_id,
        "",
        lambda: lifted.append(holds.lift(by=request.user, matter_id=matter.pk, client_id=matter.client_id)),
        back="matters:matter",
    )
    if lifted:
        messages.success(
            request,
            _("The hold is lifted. Every way is unknown again until somebody has talked with her and confirmed it.")
            if lifted[0]
            else _("Your yes is kept. A hold ends when an officer and the advocate have both said it."),
        )
    return answer


def _done(
    request: SignedInRequest, matter_id: UUID, said: str, act: Callable[[], object], back: str = "matters:contact"
) -> HttpResponse:
    try:
        act()
        if said:
            messages.success(request, said)
    except NotNowError as error:
        messages.error(request, str(error))
    except NotYoursError as error:
        raise Http404 from error
    return redirect(back, matter_id)


def _missed(request: SignedInRequest, matter_id: UUID, row: "ContactRoute") -> HttpResponse:
    """Keeps it, and says what comes next."""
    said = _(
        "It is written down. From now on this way is not used until a second person has talked with her and heard "
        "her word. If you fear that somebody else was there, stop everything: safety hold."
    )
    return _done(request, matter_id, said, lambda: routes.missed(by=request.user, route=row))


def _confirm(by: "Account", row: "ContactRoute", form: ConfirmForm) -> None:
    """NotYoursError before a word about the form: who may not confirm learns nothing of it. NotNowError with errors in the form
    for what she can mend there, without them where the way cannot be confirmed now.
    """
    check_confirm(by, row, timezone.now())
    if not form.is_valid():
        raise NotNowError
    told = form.cleaned_data
    try:
        routes.confirm(
            by=by, route=row, talked=told["talked"], said_word=bool(told.get("said_word")), days=told["days"]
        )
    except NotNowError as error:
        form.add_error(None, str(error))
        raise
