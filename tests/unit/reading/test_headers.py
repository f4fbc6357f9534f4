import pytest

from vacatur.reading.headers import Details, day_end, is_agency, kind_by_agency, read_details, read_header
from vacatur.records.record import EventKind as Kind
from vacatur.records.record import Level


@pytest.mark.parametrize(
    ("text", "kind", "header"),
    [
        ("ARR/DET/CITE:         NAM:02", Kind.ARREST, "ARR/DET/CITE"),
        ("ARR/DET/CITE         NAM:07", Kind.ARREST, "ARR/DET/CITE"),
        ("ARR/OET/CITE:", Kind.ARREST, "ARR/DET/CITE"),
        ("▯RR/DET/CITE:", Kind.ARREST, "ARR/DET/CITE"),
        ("COURT:", Kind.COURT, "COURT"),
        ("COURI ;", Kind.COURT, "COURT"),
        ("COURT  19960718 CASC SAN FRANCISCO CO", Kind.COURT, "COURT"),
        ("CUSTODY:JAIL         NAM:01", Kind.CUSTODY, "CUSTODY:JAIL"),
        ("CUSTODY:FED & OOS    NAM:01", Kind.CUSTODY, "CUSTODY:FED & OOS"),
        ("CUSTODY CDC", Kind.CUSTODY, "CUSTODY:CDC"),
        ("CUSTODY:NAM:01", Kind.CUSTODY, "CUSTODY"),
        ("PROBATION:   NAM:01", Kind.PROBATION, "PROBATION"),
        ("APPLICANT:", Kind.APPLICANT, "APPLICANT"),
        ("REGISTRATION:", Kind.REGISTRATION, "REGISTRATION"),
        ("SUPPLEMENTAL ARR:", Kind.SUPPLEMENTAL_ARREST, "SUPPLEMENTAL ARR"),
        ("MENTAL HLTH CUS/SUPV", Kind.MENTAL_HEALTH, "MENTAL HLTH CUS/SUPV"),
        ("DECEASED:", Kind.DECEASED, "DECEASED"),
        ("INTERST COMP PAROLEE", Kind.OTHER, "INTERST COMP PAROLEE"),
        ("FLIGHT:", Kind.OTHER, "FLIGHT/ESCAPE"),
        ("PARDON:", Kind.OTHER, "CLEMENCY/PARDON"),
        ("SUBSEQUENT ACTION:", Kind.OTHER, "SUBSEQUENT ACTION"),
    ],
)
def test_it_knows_every_header(text: str, kind: Kind, header: str) -> None:
    found = read_header(text)

    assert found is not None
    assert found[:2] == (kind, header)


@pytest.mark.parametrize(
    "text", ["COURT ORDER BOOKING", "PROBATION REVOKED", "APPLICANT ADULT DAY/RESIDENT REHAB", "DISMISSAL", "X"]
)
def test_words_that_only_begin_alike_are_no_header(text: str) -> None:
    assert read_header(text) is None


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("NAM:02  DOB:19550505", Details("02", "19550505")),
        ("NAME:003", Details("003")),
        ("NAM:0l".upper(), Details("01")),
        ("NAM:02DOB:19550505", Details("02", "19550505")),
        ("NAM:01 19960718 CASC SAN FRANCISCO CO", Details("01", None, "19960718", "CASC SAN FRANCISCO CO")),
        ("19960718  CASC SAN FRANCISCO CO  NAM:01", Details("01", None, "19960718", "CASC SAN FRANCISCO CO")),
        ("20040.102  CAPD X  TOC:M", Details(None, None, "20040.102", "CAPD X", Level.MISDEMEANOR)),
        ("", Details()),
    ],
)
def test_it_reads_what_stands_in_a_header_in_any_order(text: str, details: Details) -> None:
    assert read_details(text) == details


def test_it_finds_where_a_day_ends() -> None:
    assert day_end("19850902 DISPO:X") == 8
    assert day_end("DISPO:X") == 0


@pytest.mark.parametrize("text", ["CASO LOS ANGELES", "CAPD X", "USCI LOMPOC", "NVPD RENO", "CASC"])
def test_it_knows_an_agency(text: str) -> None:
    assert is_agency(text)


@pytest.mark.parametrize("text", ["", "PROBATION REVOKED", "LOS ANGELES"])
def test_other_words_are_no_agency(text: str) -> None:
    assert not is_agency(text)


@pytest.mark.parametrize(
    ("agency", "kind"),
    [
        ("CASC LOS ANGELES", Kind.COURT),
        ("CAJV LOS ANGELES", Kind.COURT),
        ("CAPD LOS ANGELES", Kind.ARREST),
        ("CAPR LOS ANGELES", Kind.PROBATION),
        ("CASD CORRECTIONS", Kind.CUSTODY),
        ("CAHO PATTON", Kind.MENTAL_HEALTH),
        ("CAUD X", Kind.OTHER),
        (None, Kind.OTHER),
    ],
)
def test_an_agency_tells_the_likely_kind_of_an_event(agency: str | None, kind: Kind) -> None:
    assert kind_by_agency(agency) is kind


def test_a_name_code_may_stand_before_the_header_on_its_line() -> None:
    found = read_header("NAM:02   COURT: 20010201  CASC X")

    assert found is not None
    kind, header, rest = found
    details = read_details(rest)
    assert (kind, header) == (Kind.COURT, "COURT")
    assert (details.name_code, details.date_raw, details.rest) == ("02", "20010201", "CASC X")


def test_a_date_of_birth_may_stand_before_the_header_too() -> None:
    found = read_header("NAM:02 DOB:19550505  ARR/DET/CITE:")

    assert found is not None
    details = read_details(found[2])
    assert (found[0], details.name_code, details.birth_raw) == (Kind.ARREST, "02", "19550505")
