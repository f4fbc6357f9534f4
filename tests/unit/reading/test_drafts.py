from datetime import date

import pytest

from vacatur.reading.charges import read_charge
from vacatur.reading.drafts import CountDraft, DispositionDraft, EventDraft
from vacatur.records.record import DispositionKind, EventKind, Level, NumberKind
from vacatur.records.source import Source

HERE = Source(1, 1)


def count_with(*charges: str) -> CountDraft:
    draft = CountDraft(HERE, 1, 1)
    for text in charges:
        charge = read_charge(text)
        assert charge is not None
        draft.take(charge)
    return draft


def test_a_reduction_names_its_own_level_unless_the_sheet_gives_one() -> None:
    draft = DispositionDraft(HERE, "REDUCED TO MISDEMEANOR", date(2001, 1, 1), "20010101")

    assert draft.done(guarded=False).level is Level.MISDEMEANOR
    draft.level = Level.INFRACTION
    assert draft.done(guarded=False).level is Level.INFRACTION


def test_a_disposition_without_words_is_other() -> None:
    assert DispositionDraft(HERE, "", None, None).done(guarded=False).kind is DispositionKind.OTHER


def test_a_guarded_disposition_keeps_its_kind_and_hides_its_words() -> None:
    draft = DispositionDraft(HERE, "DIVERSION MENTAL HEALTH 1001.36 PC", None, None)
    draft.sentence.lines.append("1 YR PROB, AIDS EDUCATION")

    disposition = draft.done(guarded=True)

    assert disposition.kind is DispositionKind.DIVERTED
    assert disposition.text == "[mental-health line set apart]"
    assert [part.text for part in disposition.sentence] == ["1 YR PROB", "[medical line set apart]"]


def test_a_guarded_count_keeps_its_section_and_hides_its_words() -> None:
    draft = count_with("647F PC-PROSTITUTION W/AIDS TOC:F")
    draft.agency = "CASD MENTAL HEALTH"
    draft.flag("AIDS")

    (count,) = draft.done(guarded=True)

    assert (count.section, count.description) == ("647f", "[medical line set apart]")
    assert (count.arresting_agency, count.flags) == ("[mental-health line set apart]", ("[medical line set apart]",))


def test_the_first_level_read_stays() -> None:
    draft = count_with("459 PC-BURGLARY TOC:F")
    draft.take(read_charge("12022 PC-ARMED TOC:M") or pytest.fail("no charge"))

    assert draft.level is Level.FELONY


def test_words_that_point_to_the_comment_give_way_to_the_charge() -> None:
    draft = CountDraft(HERE, 1, 1)
    draft.description = "SEE. COMMENT FOR CHARGE"
    draft.take(read_charge("537E(A) PC") or pytest.fail("no charge"))

    assert draft.description is None
    assert draft.comments == []


@pytest.mark.parametrize(
    ("kind", "number_kind"),
    [
        (EventKind.ARREST, NumberKind.BOOKING),
        (EventKind.SUPPLEMENTAL_ARREST, NumberKind.BOOKING),
        (EventKind.COURT, NumberKind.CASE),
        (EventKind.CUSTODY, NumberKind.INMATE),
        (EventKind.PROBATION, NumberKind.OTHER),
    ],
)
def test_the_event_types_its_number(kind: EventKind, number_kind: NumberKind) -> None:
    draft = EventDraft(HERE, kind, "")
    draft.take_numbers(("1", "2"), None)
    draft.take_numbers(("1",), None)
    draft.take_numbers((), None)

    event = draft.done()

    assert (event.number, event.number_kind, event.other_numbers) == ("1", number_kind, ("2",))


def test_an_event_without_a_number_has_no_kind_of_number() -> None:
    assert EventDraft(HERE, EventKind.COURT, "").done().number_kind is None


def test_a_guarded_event_hides_its_agency_and_flags() -> None:
    draft = EventDraft(HERE, EventKind.OTHER, "")
    draft.agency = "CASD MENTAL HEALTH"
    draft.flags.append("HIV")
    draft.guarded = True

    event = draft.done()

    assert (event.agency, event.flags) == ("[mental-health line set apart]", ("[medical line set apart]",))
