"""What every page of the officers has in common: who comes in, and how an act answers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.accounts.selectors import is_officer
from probono.matters.policies import NotNowError, NotYoursError

guarded: Callable[[Any], Any] = opens(DataClass.RELEASES, get=Verb.WRITE, listing=True)


def only_officers(request: SignedInRequest) -> None:
    """ "No such page" for everybody but the legal director and the privacy officer."""
    if not is_officer(request.user):
        raise Http404


def done(request: SignedInRequest, work: Callable[[], Any], said: str) -> None:
    """Does what a button alone asks for and says so, where there is something to say, or says why not."""
    if why_not := _tried(request, work, said):
        messages.error(request, why_not)


def did(request: SignedInRequest, form: Form, work: Callable[[dict[str, Any]], Any], said: str) -> bool:
    """The same with what a form told. False where the page is to be shown again: the form then keeps what was typed and says
    why not.
    """
    if not form.is_valid():
        return False
    if why_not := _tried(request, lambda: work(dict(form.cleaned_data)), said):
        form.add_error(None, why_not)
    return not why_not


def _tried(request: SignedInRequest, work: Callable[[], Any], said: str) -> str:
    """Why not, in a sentence; nothing where it was done."""
    try:
        work()
    except NotNowError as error:
        return str(error)
    except NotYoursError as error:
        raise Http404 from error
    if said:
        messages.success(request, said)
    return ""
