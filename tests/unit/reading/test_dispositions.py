import pytest

from vacatur.reading.dispositions import kind_of, level_of
from vacatur.records.record import DispositionKind as Kind
from vacatur.records.record import Level


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CONVICTED", Kind.CONVICTED),
        ("CONVICTED-PROB/JAIL", Kind.CONVICTED),
        ("CO  N VI CTE D", Kind.CONVICTED),
        ("COMVICTED", Kind.CONVICTED),
        ("CONVICIED", Kind.CONVICTED),
        ("DISMISSED", Kind.DISMISSED),
        ("DISMISSED/FURTHERENCE OF JUSTICE", Kind.DISMISSED),
        ("DISMISSSED", Kind.DISMISSED),
        ("1385 PC-DISMISSED/FURTHERANCE OF JUSTICE", Kind.DISMISSED),
        ("ACQUITTED", Kind.ACQUITTED),
        ("NOT GUILTY", Kind.ACQUITTED),
        ("NOT GUILTY BY REASON OF INSANITY", Kind.OTHER),
        ("PROS REJ-OTHER", Kind.PROSECUTOR_REJECTED),
        ("PROS REJ-COMB W/OTHER CNTS", Kind.PROSECUTOR_REJECTED),
        ("RELEASED/DETENTION ONLY", Kind.RELEASED),
        ("REL/TOT OTHER JURIS/AUTH", Kind.RELEASED),
        ("DIVERSION GRANTED", Kind.DIVERTED),
        ("DIVERSION COMPLETED/DISMISSED", Kind.DISMISSED),
        ("DEJ GRANTED", Kind.DIVERTED),
        ("SENTENCE MODIFIED", Kind.SENTENCE_MODIFIED),
        ("SENTENCE VACATED", Kind.SENTENCE_MODIFIED),
        ("RESENTENCED", Kind.SENTENCE_MODIFIED),
        ("PROBATION REVOKED", Kind.PROBATION_REVOKED),
        ("PROBATION REINSTATED", Kind.OTHER),
        ("REDUCED TO MISDEMEANOR", Kind.REDUCED),
        ("REDUCED PER 17(B) PC", Kind.REDUCED),
        ("CONV SET ASIDE & DISM PER 1203.4 PC", Kind.DISMISSED_1203_4),
        ("CONV SET ASIDE & DISM PER 1203.4A PC", Kind.DISMISSED_1203_4),
        ("RELIEF GRANTED PER 1203.425 PC", Kind.DISMISSED_1203_4),
        ("PETITION DENIED 1203.4 PC", Kind.OTHER),
        ("CONV SET ASIDE PER 236.14 PC", Kind.VACATED),
        ("CONV VACATED PER 1473.7 PC", Kind.VACATED),
        ("CONVICTION SET ASIDE", Kind.VACATED),
        ("DISMISSAL VACATED", Kind.OTHER),
        ("ARREST SEALED PER 851.91 PC", Kind.SEALED),
        ("RECORD SEALED PER 1203.45 PC", Kind.SEALED),
        ("PAROLED FROM CYA", Kind.PAROLED),
        ("DISCHARGED", Kind.DISCHARGED),
        ("PROC SUSP/COMM MENTALLY INCOMP 1370 PC", Kind.OTHER),
        ("CLARIFICATION REQUESTED", Kind.OTHER),
        ("PROS DEFERRED FOR REVOCATION OF PAROLE", Kind.OTHER),
        ("NO LONGER INTERESTED", Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_the_words_tell_the_kind(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("FELONY", Level.FELONY),
        ("MISDEMEANOR", Level.MISDEMEANOR),
        ("TNFRACTION", Level.INFRACTION),
        ("REDUCED TO MISDEMEANOR", Level.MISDEMEANOR),
        ("NOT STATED", None),
        ("", None),
    ],
)
def test_the_words_tell_the_level(text: str, level: Level | None) -> None:
    assert level_of(text) is level
