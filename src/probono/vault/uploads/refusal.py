"""Why a file is not taken. The sentence for a person stands in `sentences`; here is only the reason's name."""

from enum import StrEnum


class Why(StrEnum):
    """One reason."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"
    PICTURE = "picture"
    HEIC = "heic"
    OLD_WORD = "old_word"
    EMAIL = "email"
    ARCHIVE = "archive"
    MARKUP = "markup"
    TWO_KINDS = "two_kinds"
    WRONG_NAME = "wrong_name"
    NOT_HERE = "not_here"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MUCH_TEXT = "too_much_text"
    BAD_ARCHIVE = "bad_archive"
    BOMB = "bomb"
    NESTED = "nested"
    BAD_XML = "bad_xml"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NO_SANDBOX = "no_sandbox"
    SCAN = "scan"
    TOO_MUCH_WORK = "too_much_work"
    BUSY = "busy"
    ACTIVE = "active"
    INFECTED = "infected"


class RefusedError(Exception):
    """A file is not taken. Holds the reason and nothing of the file."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
