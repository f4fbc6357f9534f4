"""What became of a count: the words after `DISPO:` sorted into kinds (rap_sheet_format 7). The sheet's words are kept beside."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from vacatur.records.record import DispositionKind as Kind
from vacatur.records.record import Level

_RULES: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.OTHER, r"DENIED|NOTGUILTYBYREASON|DISMISSAL(VACATED|SETASIDE)|NOTCONVICTED|DISM\w*(VACATED|SETASIDE)$"),
        (Kind.SENTENCE_MODIFIED, r"SENT?(ENCE)?S?(VACATED|SETASIDE|RECALLED|REDUCED)|RESENTENC"),
        (
            Kind.VACATED,
            r"23614|23615|14737|(CONV(ICTION)?S?|JUDGMENT|JUDGEMENT|PLEA|VERDICT)(IS|WAS)?VACATED|^VACATED|VACATUR",
        ),
        (Kind.DISMISSED_1203_4, r"12034(?!5(?!\d))|SETASIDE(AND|)DISM"),
        (Kind.SEALED, r"SEALED|8518|85191|85187|85193|120345"),
        (Kind.VACATED, r"CONV(ICTION)?S?(IS|WAS)?SETASIDE"),
        (Kind.REDUCED, r"REDUCED|17B(?!\d)"),
        (Kind.PROBATION_REVOKED, r"PROB(ATION)?(WAS|IS)?REVO"),
        (
            Kind.DIVERTED,
            r"^(PRETRIAL|DRUG|MH|MENTALHEALTH|MILITARY|JUDICIAL)?DIVER(SION|TED)(?!.*DISM)|^DEJ|DEFERREDENTRY",
        ),
        (Kind.DISMISSED, r"DISM|D[I1L]S+M[I1L]S+ED"),
        (Kind.ACQUITTED, r"ACQUIT|NOTGUILTY"),
        (Kind.CONVICTED, r"^(RE)?C[O0Q][NM]V[I1L]?[CG]TE?D|^CONVICTION$"),
        (Kind.PROSECUTOR_REJECTED, r"^(PROS|DA|DISTATTY|CITYATTY|COMPLAINT)\w*REJ"),
        (Kind.RELEASED, r"^RELEASED|^RELTOT|DETENTIONONLY"),
        (Kind.SENTENCE_MODIFIED, r"(SEN|SENT|SENTENCE|PROB|PROBATION)MOD"),
        (Kind.PAROLED, r"^PAROLED"),
        (Kind.DISCHARGED, r"^DISCH"),
    )
)
_FUZZY = (("CONVICTED", Kind.CONVICTED), ("DISMISSED", Kind.DISMISSED), ("ACQUITTED", Kind.ACQUITTED))
_NOT_LETTERS = re.compile(r"[^A-Z0-9]+")
_LEVELS = (
    (re.compile(r"FEL|^F$"), Level.FELONY),
    (re.compile(r"MISD|^M$"), Level.MISDEMEANOR),
    (re.compile(r"[ILT1]NFR|^I$"), Level.INFRACTION),
)


@lru_cache(maxsize=1024)
def kind_of(text: str) -> Kind:
    """The kind of a disposition, by its words and never by its star. Words that are not known are `other`, never guessed."""
    words = _NOT_LETTERS.sub("", text.upper())
    for kind, pattern in _RULES:
        if pattern.search(words):
            return kind
    return _nearly(words)


def _nearly(words: str) -> Kind:
    """A word a scan has damaged, when it is still close to one known word and to no other."""
    for word, kind in _FUZZY:
        if SequenceMatcher(None, words[: len(word)], word).ratio() >= 0.85:
            return kind
    return Kind.OTHER


@lru_cache(maxsize=256)
def level_of(text: str) -> Level | None:
    """The level named in `CONV STATUS:` or in "REDUCED TO MISDEMEANOR"; `None` when none is named."""
    words = _NOT_LETTERS.sub("", text.upper())
    for pattern, level in _LEVELS:
        if pattern.search(words):
            return level
    return None
