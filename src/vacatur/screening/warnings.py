"""What a reader of the findings must know about the record itself."""

from vacatur.records.record import Record

_MULTI_SOURCE = "MULTIPLE SOURCE"
OTHER_STATES = "The record says that it has multiple sources: other states or the federal government hold more. Ask for the FBI record too."
UNREAD = (
    "Some lines of the sheet were not understood. They are kept beside their page and were not screened: read them."
)
NOTHING = "The sheet shows no arrest and no count of a case, so there is nothing to screen."


def warnings_of(record: Record, items: int) -> tuple[str, ...]:
    """The reader's own warnings, then ours."""
    ours = {
        OTHER_STATES: any(_MULTI_SOURCE in banner.upper() for banner in record.banners),
        UNREAD: bool(record.unread),
        NOTHING: not items,
    }
    return (*record.warnings, *(text for text, holds in ours.items() if holds))
