"""What the modules share."""

import json
from typing import Any

from probono.vault.uploads.limits import MOST_PAGES
from probono.vault.uploads.refusal import RefusedError, Why

LINES_A_PAGE = 60


def as_json(value: Any) -> bytes:
    """A value as it goes out."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def facts(pages: int, marks: Any = ()) -> bytes:
    """What every kind tells. `RefusedError` when there are more pages than allowed, or none."""
    if pages > MOST_PAGES:
        raise RefusedError(Why.TOO_MANY_PAGES)
    if pages < 1:
        raise RefusedError(Why.DAMAGED)
    return as_json({"pages": pages, "marks": list(marks)})
