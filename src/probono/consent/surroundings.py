"""The frame of a matter's pages: an upper app draws it, and tells how."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured

_frames: list[Callable[[Any, UUID], dict[str, Any]]] = []


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
