"""What an upper app tells of a matter: how its pages are framed, and whether its client is a minor."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured

_frames: list[Callable[[Any, UUID], dict[str, Any]]] = []
_ages: list[Callable[[UUID, dt.date], bool | None]] = []


def use(frame: Callable[[Any, UUID], dict[str, Any]]) -> None:
    """The app of matters tells how a page of one matter is framed: for an actor and a matter's id, what the template needs,
    with `matter` (its `pk` and `client_id`) and `frame`, the template to extend. It raises Http404 for whoever may not know.
    """
    _frames[:] = [frame]


def frame_of(actor: Any, matter_id: UUID) -> dict[str, Any]:
    """The frame for one matter."""
    if not _frames:
        raise ImproperlyConfigured("No app draws the frame of a matter's pages.")
    return _frames[0](actor, matter_id)


def tells_age(is_minor_on: Callable[[UUID, dt.date], bool | None]) -> None:
    """The app of matters tells whether a client is a minor on a day, by the birth date it knows; None where it knows none."""
    _ages[:] = [is_minor_on]


def is_minor_on(matter_id: UUID, day: dt.date) -> bool | None:
    """Whether the client of a matter is a minor on a day. None where nobody knows."""
    return _ages[0](matter_id, day) if _ages else None
