"""The few words the writers add to a paper themselves, in its language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """Words beside the permitted blanks, and in the footer of a plain page."""

    dated: str
    place: str
    page: str


_LABELS = {
    "en": Labels(dated="Dated:", place="Place:", page="Page"),
    "es": Labels(dated="Fecha:", place="Lugar:", page="Página"),
}


def labels(language: str) -> Labels:
    """The words of a language; English where there are none of its own."""
    return _LABELS.get(language.split("-")[0], _LABELS["en"])


def locale(language: str) -> str:
    """The full name of a paper's language, as a screen reader or a spelling checker wants it: "en" is "en-US"."""
    return language if "-" in language else f"{language}-US"
