"""The one door of every page and job: who may, behind which wall, and what the audit log says of it.

Each view names its data class here (`@opens`), its own account (`@own_account`) or nobody's (`@public`, in middleware.py).
A view that names nothing answers nobody, and the build fails (accounts/registry.py).
"""

import secrets
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.module_loading import import_string

from probono.accounts import gate, walls
from probono.accounts.data_classes import ANY, Verb
from probono.accounts.handles import handle_of
from probono.accounts.models import Account
from probono.accounts.outside import Later
from probono.accounts.requests import SignedInRequest
from probono.accounts.selectors import account_by_id
from probono.accounts.sending import resumed
from probono.audit.actions import Action, Outcome
from probono.audit.services import Act, UnavailableError, append
from probono.vault.compartments import PROGRAM
from probono.vault.keys import Scope

View = Callable[..., HttpResponse]
SAFE = ("GET", "HEAD", "OPTIONS")
PAGES = (200, 422)
"""The answers that show a page: what was asked for, or a form again."""


@dataclass(frozen=True, slots=True)
class Route:
    """What a view opens. Without a class it is a page of one's own account. A listing shows what the gate lets through."""

    data_class: str = ""
    get: str = Verb.READ
    post: str = Verb.WRITE
    action: Action | None = None
    listing: bool = False
    ahead: Callable[[SignedInRequest], Any] | None = None

    def verb(self, method: str) -> str:
        """The verb that a request's method asks for."""
        return self.get if method in SAFE else self.post


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose data an address names: a client, and one of her matters when it is about that."""

    client_id: UUID
    matter_id: UUID | None = None


class AccessLostError(Exception):
    """A job's person may not do any more what she asked for."""


class JobError(Exception):
    """A job stopped. It names the kind of error and its place in the code, and nothing else."""


_finders: dict[str, Callable[[UUID], Subject | None]] = {}
_after: list[Callable[..., None]] = []
JOBS: dict[str, Route] = {}
"""Every background job by its name, with what it opens."""


def subject(name: str, find: Callable[[UUID], Subject | None]) -> None:
    """An app tells how the part of an address called `name` leads to a client."""
    _finders[name] = find


def after(hook: Callable[..., None]) -> None:
    """An app is told of each page and file that shows a client's data, before it goes out: keywords `actor`, `subject`,
    `data_class`, `route`. What it raises stops the page.
    """
    _after.append(hook)


def shown(*, actor: Account, subject: Subject, data_class: str, route: str) -> None:
    """Something of a client's is about to go out. The door says so of each page; a file's own way out says so itself."""
    for hook in _after:
        hook(actor=actor, subject=subject, data_class=data_class, route=route)


def opens(
    data_class: str,
    *,
    get: str = Verb.READ,
    post: str = Verb.WRITE,
    action: Action | None = None,
    listing: bool = False,
    ahead: Callable[[SignedInRequest], Any] | None = None,
) -> Callable[[View], View]:
    """Registers a view and stands before it: the gate, then the second wall, then the view, then its audit row.

    `get` and `post` are the verbs that reading and sending ask for. Whoever may not gets "no such page". `ahead` is done for
    what was sent before the transaction begins, once the gate has let the person in; what it gives is `request.ahead`.
    """
    return _door(Route(data_class, get, post, action, listing, ahead))


def own_account(view: View) -> View:
    """Registers a view that touches nothing but the asker's own account."""
    return _door(Route(action=Action.ACCOUNT))(view)


def works_on(
    data_class: str, *, lost: Callable[..., None], verb: str = Verb.WRITE
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The same for a background job, whose arguments are ids: `actor_id`, `matter_id` and its own.

    The actor's access is asked again when the job runs. Where it is gone, `lost` is called with the job's ids to tidy up,
    the audit log says that the job was refused, and the job ends quietly. A job keeps what it does as it goes, so the log is
    told before it begins and again when it has ended. What stops it comes out as a JobError, without its words.
    """
    route = Route(data_class, post=verb, action=Action.JOB)

    def decorate(job: Callable[..., None]) -> Callable[..., None]:
        JOBS[job.__name__] = route

        @wraps(job)
        def run(*, actor_id: str, matter_id: str, **ids: str) -> None:
            actor = account_by_id(actor_id)
            act = _act(
                route, "POST", actor_id=UUID(actor_id), route_name=job.__name__, ids={"matter_id": matter_id} | ids
            )
            try:
                if actor is None:
                    raise AccessLostError
                with walls.working(actor):
                    _check(route, actor, "POST", {"matter_id": UUID(matter_id)}, lost=AccessLostError)
                    append(_ended(act, Outcome.BEGUN))
                    stopped = _stopped(job, actor=actor, matter_id=UUID(matter_id), **ids)
            except AccessLostError:
                lost(actor_id=actor_id, matter_id=matter_id, **ids)
                append(_ended(act, Outcome.REFUSED))
                return
            append(_ended(act, Outcome.FAILED if stopped else Outcome.DONE))
            if stopped:
                raise JobError(f"{job.__name__} stopped with {stopped}")

        return run

    return decorate


def _stopped(job: Callable[..., None], **ids: Any) -> str:
    """Runs a job; what stopped it as a kind of error and the innermost place in the code, never a value."""
    try:
        job(**ids)
    except AccessLostError:
        raise
    except Exception as error:  # whatever it is, its words may hold a client's facts
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}"
    return ""


def _door(route: Route) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def enter(request: SignedInRequest, **kwargs: Any) -> HttpResponse:
            act = _act(
                route,
                request.method or "GET",
                actor_id=request.user.pk,
                route_name=request.resolver_match.view_name if request.resolver_match else "",
                ids=kwargs,
            )
            try:
                answer = _through(route, view, act, request, kwargs)
            except UnavailableError:
                return _unavailable(request)
            except Exception as error:  # what the view had begun is undone; that it was tried is told
                return _told_or_unavailable(request, act, error)
            return answer.finish() if isinstance(answer, Later) else answer

        enter.route = route  # type: ignore[attr-defined]
        return enter

    return decorate


def _through(route: Route, view: View, act: Act, request: SignedInRequest, kwargs: dict[str, Any]) -> HttpResponse:
    if route.ahead is not None and request.method not in SAFE:
        with walls.acting(request.user):
            whose = _check(route, request.user, request.method or "GET", kwargs, lost=Http404)
            if resumed.is_piece(request) and resumed.begins_one(request):
                append(_ended(act, Outcome.BEGUN))
        scope = _scope(whose, route)
        if resumed.is_piece(request):
            return resumed.take_piece(request, request.user, scope)
        resumed.put_together(request, request.user, scope)
        request.ahead = route.ahead(request)
    with walls.acting(request.user):
        subject = _check(route, request.user, request.method or "GET", kwargs, lost=Http404)
        response = view(request, **kwargs)
        if subject and response.status_code in PAGES:  # a redirect shows nothing
            shown(actor=request.user, subject=subject, data_class=route.data_class, route=act.route)
        if _tells(route, request.method or "GET"):
            append(_ended(_standing_for(act, request), Outcome.DONE if response.status_code < 400 else Outcome.FAILED))
    resumed.settle(request, response)
    return response


def _scope(whose: Subject | None, route: Route) -> Scope:
    """Under whose key a file lies while it comes in."""
    return Scope(str((whose.matter_id or whose.client_id) if whose else PROGRAM), route.data_class)


def _check(route: Route, actor: Account, method: str, ids: dict[str, Any], *, lost: type[Exception]) -> Subject | None:
    """Whether the actor may, before anything of the view runs. Gives whose data the address names."""
    if not route.data_class or route.listing:
        return None
    name = next((one for one in ids if one in _finders), None)
    found = _finders[name](ids[name]) if name else None
    verb = route.verb(method)
    if found is None or not gate.can(
        actor, route.data_class, client_id=found.client_id, matter_id=found.matter_id, verb=verb
    ):
        raise lost
    return found


def _act(route: Route, method: str, *, actor_id: UUID, route_name: str, ids: dict[str, Any]) -> Act:
    name = next((one for one in ids if one in _finders), None)
    whose = str(ids[name]) if name else "program"
    rest = " ".join(f"{key}={value}" for key, value in sorted(ids.items()) if key != name)
    return Act(
        action=route.action or (Action.READ if method in SAFE else Action.CHANGE),
        actor=actor_id,
        data_class="" if route.data_class == ANY else route.data_class,
        route=route_name[:60],
        handle=handle_of(whose, whose) if name else "",
        part=handle_of(whose, rest) if rest else "",
        request=secrets.token_hex(8),
    )


def _standing_for(act: Act, request: SignedInRequest) -> Act:
    """The row of a page whose address names no matter stands for the one the view has shown."""
    shown = getattr(request, "shows", None)
    if shown is None:
        return act
    handle, part = handle_of(shown.matter_id, shown.matter_id), handle_of(shown.matter_id, shown.row_id)
    return replace(act, handle=handle, part=part, action=shown.action or act.action)


def _tells(route: Route, method: str) -> bool:
    """Looking at one's own account is nobody else's business; everything else is told."""
    return bool(route.data_class) or method not in SAFE


def _ended(act: Act, outcome: Outcome) -> Act:
    return replace(act, outcome=outcome)


def _told_or_unavailable(request: SignedInRequest, act: Act, error: Exception) -> HttpResponse:
    try:
        append(_ended(act, Outcome.REFUSED if isinstance(error, Http404) else Outcome.FAILED))
    except UnavailableError:
        return _unavailable(request)
    raise error


def _unavailable(request: SignedInRequest) -> HttpResponse:
    """What cannot be told in the audit log does not happen."""
    answer: HttpResponse = import_string(settings.UNAVAILABLE_VIEW)(request)
    return answer
