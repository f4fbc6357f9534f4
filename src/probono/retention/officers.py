"""What every page of the officers has in common: who comes in, and how an act answers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
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
    """Does it and says so, where there is something to say, or says why not."""
    try:
        work()
        if said:
            messages.success(request, said)
    except NotNowError as error:
        messages.error(request, str(error))
    except NotYoursError as error:
        raise Http404 from error
