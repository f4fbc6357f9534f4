"""From a RAP sheet and a survivor's account to a petition: read, screen, plan, draft, bundle, track.

The six verbs are loaded when they are first used, so that `import vacatur` costs nothing and each needs only its own room.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vacatur.drafting import draft as draft
    from vacatur.filing import bundle as bundle
    from vacatur.planning import make_plan as plan
    from vacatur.reading import read_file as read
    from vacatur.screening.engine import screen as screen
    from vacatur.tracking import track as track

__version__ = "0.1.0"

__all__ = ["bundle", "draft", "plan", "read", "screen", "track"]

_VERBS = {
    "read": ("vacatur.reading", "read_file"),
    "screen": ("vacatur.screening.engine", "screen"),
    "plan": ("vacatur.planning", "make_plan"),
    "draft": ("vacatur.drafting", "draft"),
    "bundle": ("vacatur.filing", "bundle"),
    "track": ("vacatur.tracking", "track"),
}


def __getattr__(name: str) -> Any:
    if name not in _VERBS:
        raise AttributeError(f"module 'vacatur' has no attribute {name!r}")
    module, attribute = _VERBS[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
