from datetime import date

import pytest

from vacatur.reading import read_text
from vacatur.records.item import DateIs, Item, ItemKind
from vacatur.records.items import Note, items_of
from vacatur.records.record import DispositionKind, Level

HEAD = "ATTN:FICTIONAL\nCII/A99000001\nNAM/01 FICTIONAL,ONE\n* * * *\n"
ARREST = "ARR/DET/CITE: NAM:02\n20010105  CAPD X\nCNT:01 #1111\n  459 PC-BURGLARY TOC:F\n"
COURT = (
    "COURT:\n20010201  CASC X\nCNT:01 #2CR1\n  459 PC-BURGLARY TOC:F\n*DISPO:CONVICTED\n   CONV STATUS:MISDEMEANOR\n"
)


def items(body: str) -> tuple[Item, ...]:
    return items_of(read_text(HEAD + body))


def only(body: str) -> Item:
    (item,) = items(body)
    return item


def test_a_court_count_is_an_item_with_its_arrest() -> None:
    item = only(ARREST + "   ARR BY:CAPD Y\n- - - -\n" + COURT)

    assert (item.kind, item.number, item.case, item.count) == (ItemKind.COUNT, "2CR1", "2CR1", 1)
    assert (item.code, item.section, item.level, item.charged_level) == ("PC", "459", Level.MISDEMEANOR, Level.FELONY)
    assert (item.date, item.date_is) == (date(2001, 1, 5), DateIs.ARREST)
    assert (item.arrest_date, item.court_date) == (date(2001, 1, 5), date(2001, 2, 1))
    assert (item.agency, item.arresting_agency, item.name_code) == ("CASC X", "CAPD Y", "02")
    assert item.notes == ()


def test_a_court_event_without_an_arrest_stands_on_its_own_date() -> None:
    item = only(COURT)

    assert (item.date, item.date_is, item.arrest_date, item.arresting_agency) == (
        date(2001, 2, 1),
        DateIs.COURT,
        None,
        None,
    )


def test_an_arrest_without_a_court_event_is_an_item_for_each_count() -> None:
    first, second = items(ARREST + "CNT:02\n  484 PC-THEFT TOC:M\n")

    assert (first.kind, first.number, first.case, first.section) == (ItemKind.ARREST, "1111", None, "459")
    assert (second.count, second.section, second.date_is, second.court_date) == (2, "484", DateIs.ARREST, None)


def test_an_arrest_without_count_lines_is_still_an_item() -> None:
    item = only("ARR/DET/CITE: NAM:01\n20010105  CAPD X\n")

    assert (item.kind, item.count, item.section) == (ItemKind.ARREST, 1, None)
    assert item.notes == (Note.ARREST_WITHOUT_COUNTS, Note.NUMBER_MISSING)


def test_an_arrest_whose_date_cannot_be_read_has_no_date() -> None:
    item = only(ARREST.replace("20010105", "20010002"))

    assert (item.date, item.date_is) == (None, DateIs.ARREST)
    assert only(ARREST.replace("20010105", "20010002") + COURT).date_is is DateIs.COURT


@pytest.mark.parametrize(
    "dispo",
    ["PROS REJ-OTHER", "RELEASED/DETENTION ONLY", "REL/TOT OTHER JURIS/AUTH", "PROS DEFERRED FOR REVOCATION OF PAROLE"],
)
def test_an_arrest_count_that_was_never_filed_is_an_item_beside_the_case(dispo: str) -> None:
    arrest, count = items(f"{ARREST}CNT:02\n  484 PC-THEFT\nDISPO:{dispo}\n{COURT}")

    assert (arrest.kind, arrest.count, arrest.section) == (ItemKind.ARREST, 2, "484")
    assert count.kind is ItemKind.COUNT
    assert Note.ARREST_COUNT_WITHOUT_MATCH not in count.notes


def test_an_arrest_count_combined_with_others_belongs_to_the_case() -> None:
    item = only(f"{ARREST}CNT:02\n  484 PC-THEFT\nDISPO:PROS REJ-COMB W/OTHER CNTS\n{COURT}")

    assert item.kind is ItemKind.COUNT
    assert Note.ARREST_COUNT_WITHOUT_MATCH in item.notes


def test_an_arrest_count_that_no_court_count_answers_is_an_item_beside_the_case() -> None:
    arrest, count = items(f"{ARREST}CNT:02\n  484 PC-THEFT\n{COURT}")

    assert (arrest.kind, arrest.number, arrest.count, arrest.section) == (ItemKind.ARREST, "1111", 2, "484")
    assert arrest.notes == (Note.BESIDE_A_CASE,)
    assert (count.kind, count.notes) == (ItemKind.COUNT, (Note.ARREST_COUNT_WITHOUT_MATCH,))


@pytest.mark.parametrize("court", ["  SEE COMMENT FOR CHARGE\n", ""])
def test_a_court_count_that_was_not_read_may_answer_any_arrest_count(court: str) -> None:
    item = only(ARREST + COURT.replace("  459 PC-BURGLARY TOC:F\n", court))

    assert (item.kind, item.notes) == (ItemKind.COUNT, (Note.ARREST_COUNT_WITHOUT_MATCH,))


def test_an_arrest_count_that_was_not_read_makes_no_item_beside_a_case() -> None:
    item = only(f"{ARREST}CNT:02\n  SEE COMMENT FOR CHARGE\n{COURT}")

    assert (item.kind, item.notes) == (ItemKind.COUNT, ())


def test_a_later_arrest_in_a_known_case_is_answered_by_the_counts_of_that_case() -> None:
    again = COURT.replace("20010201", "20030201").replace("*DISPO:CONVICTED\n   CONV STATUS:MISDEMEANOR\n", "")
    warrant = f"* * * *\n{ARREST.replace('1111', '3333')}CNT:02\n  148 PC-RESISTING\n- - - -\n{again}"

    count, arrest = items(COURT + warrant)

    assert (count.number, count.section) == ("2CR1", "459")
    assert (arrest.kind, arrest.number, arrest.section) == (ItemKind.ARREST, "3333", "148")


def test_what_was_handed_to_another_place_is_noted() -> None:
    assert Note.TURNED_OVER in only(ARREST + "DISPO:REL/TOT OTHER JURIS/AUTH\n").notes


def test_custody_probation_registration_and_applicant_events_are_never_items() -> None:
    rest = "".join(
        f"- - - -\n{header} NAM:01\n2002010{number}  CASD X\nCNT:01 #9{number}\n  459 PC-BURGLARY\n"
        for number, header in enumerate(("CUSTODY:JAIL", "PROBATION:", "SUPPLEMENTAL ARR:", "INTERST COMP PAROLEE"), 1)
    )

    assert [item.kind for item in items(ARREST + COURT + rest)] == [ItemKind.COUNT]
    for header in ("APPLICANT:", "REGISTRATION:", "DECEASED:", "CUSTODY:CDC"):
        assert items(f"{header} NAM:01\n20020101  CASD X\nCNT:01 #9\n  290 PC-X\n") == ()


def test_a_supplemental_arrest_alone_is_an_item() -> None:
    assert only("SUPPLEMENTAL ARR: NAM:01\n20020101  CAPD X\nCNT:01 #9\n  459 PC-X\n").kind is ItemKind.ARREST


SUPPLEMENT = (
    "- - - -\nSUPPLEMENTAL ARR: NAM:01\n20010106  CASO X\nCNT:01 #2222,2223\n  459 PC-BURGLARY\n   ARR BY:CAPD Z\n"
)


def test_the_items_of_a_cycle_carry_its_supplemental_arrest() -> None:
    item = only(ARREST + SUPPLEMENT + COURT)

    assert (item.arresting_agency, item.agencies) == ("CAPD X", ("CAPD X", "CASO X", "CAPD Z"))
    assert item.arrest_numbers == ("1111", "2222", "2223")
    assert item.numbers == ("2CR1",)


def test_the_item_of_a_supplemental_arrest_carries_the_arrest_it_adds_to() -> None:
    arrest, supplement = items(ARREST + SUPPLEMENT)

    assert (arrest.agencies, arrest.arrest_numbers) == (("CAPD X", "CASO X", "CAPD Z"), ("1111", "2222", "2223"))
    assert (supplement.agencies, supplement.arrest_numbers) == (
        ("CAPD Z", "CASO X", "CAPD X"),
        ("2222", "2223", "1111"),
    )


def test_two_arrests_of_a_cycle_are_not_each_other_s_supplement() -> None:
    first, _second = items(ARREST + "- - - -\n" + ARREST.replace("CAPD X", "CAPD Y").replace("1111", "1112"))

    assert (first.agencies, first.arrest_numbers) == (("CAPD X",), ("1111",))


def test_an_unanswered_charge_that_a_supplemental_arrest_prints_again_is_one_item() -> None:
    again = SUPPLEMENT.replace("459 PC-BURGLARY", "484(A) PC-THEFT")

    arrest, _count = items(f"{ARREST}CNT:02\n  484 PC-THEFT\n{again}{COURT}")

    assert (arrest.kind, arrest.section, arrest.arrest_numbers) == (ItemKind.ARREST, "484", ("1111", "2222", "2223"))


def test_who_booked_stands_beside_who_arrested() -> None:
    item = only(ARREST + "   ARR BY:CAPD Y\n- - - -\n" + COURT)

    assert (item.agencies, item.arrest_numbers) == (("CAPD Y", "CAPD X"), ("1111",))


def test_a_court_event_without_an_arrest_has_no_agency_that_arrested() -> None:
    assert (only(COURT).agencies, only(COURT).arrest_numbers) == ((), ())


def test_a_later_event_of_the_same_case_adds_its_dispositions() -> None:
    item = only(COURT + "- - - -\nCOURT:\n20030101  CASC X\nCNT:01 #2CR1\n  459 PC-BURGLARY\nDISPO:PROBATION REVOKED\n")

    assert [one.kind for one in item.dispositions] == [DispositionKind.CONVICTED, DispositionKind.PROBATION_REVOKED]
    assert item.court_date == date(2001, 2, 1)
    assert item.notes == ()


def test_the_same_case_in_a_later_cycle_is_one_item_with_a_note() -> None:
    item = only(COURT + "* * * *\nCOURT:\n20030101  CASC X\nCNT:01 #2-CR-1\nDISPO:PROBATION REVOKED\n")

    assert len(item.dispositions) == 2
    assert item.notes == (Note.LATER_CYCLE,)


def test_a_later_event_of_the_same_case_without_counts_is_no_item() -> None:
    assert len(items(COURT + "- - - -\nCOURT:\n20030101  CASC X\nCNT:01 #2CR1\n  459 PC-BURGLARY\n")) == 1


def test_another_charge_under_the_same_count_is_an_item_with_a_note() -> None:
    first, second = items(COURT + "- - - -\nCOURT:\n20030101  CASC X\nCNT:01 #2CR1\n  484 PC-THEFT\nDISPO:DISMISSED\n")

    assert (first.section, second.section) == ("459", "484")
    assert second.notes == (Note.OTHER_CHARGE,)


def test_another_case_in_the_same_cycle_is_its_own_item() -> None:
    assert [item.number for item in items(COURT + "- - - -\n" + COURT.replace("2CR1", "2CR2"))] == ["2CR1", "2CR2"]


def test_a_court_event_without_counts_is_not_lost() -> None:
    item = only("COURT: NAM:01\n20010201  CASC X\n")

    assert item.kind is ItemKind.COUNT
    assert item.notes == (Note.COURT_WITHOUT_COUNTS, Note.NUMBER_MISSING)


def test_a_subsequent_action_adds_its_disposition_to_the_count_it_names() -> None:
    action = "- - - -\nSUBSEQUENT ACTION: NAM:01\n20050101  CASC X\nCNT:01 #2CR1\nDISPO:CONV SET ASIDE & DISM PER 1203.4 PC\n"

    item = only(COURT + action)

    assert item.dispositions[-1].kind is DispositionKind.DISMISSED_1203_4
    assert item.notes == (Note.RELIEF_ON_SHEET,)
    assert len(only(COURT + action.replace("2CR1", "7")).dispositions) == 1


def test_the_sentence_of_the_last_convicted_count_covers_the_others() -> None:
    first, second, third = items(
        COURT
        + "CNT:02\n  484 PC-THEFT\n*DISPO:CONVICTED\n   SEN: 3 YEARS PROBATION\nCNT:03\n  602 PC-TRESPASS\nDISPO:DISMISSED\n"
    )

    assert [part.text for part in first.sentence] == ["3 YEARS PROBATION"]
    assert (first.notes, second.notes) == ((Note.SENTENCE_ELSEWHERE,), ())
    assert first.sentence == second.sentence
    assert third.sentence == ()


def test_a_later_sentence_is_the_one_in_force() -> None:
    item = only(COURT + "   SEN: 3 YEARS PROBATION\n20030101\n   DISPO:PROBATION REVOKED\n   SEN: 16 MONTHS PRISON\n")

    assert [part.text for part in item.sentence] == ["16 MONTHS PRISON"]
    assert item.dispositions[0].sentence[0].years == 3


def test_a_conviction_without_any_sentence_has_none() -> None:
    assert only(COURT).sentence == ()


def test_a_reduction_changes_the_level_and_not_the_level_of_conviction() -> None:
    item = only(COURT.replace("MISDEMEANOR", "FELONY") + "20030101\n   DISPO:REDUCED TO MISDEMEANOR\n")

    assert (item.conviction_level, item.level, item.charged_level) == (Level.FELONY, Level.MISDEMEANOR, Level.FELONY)


def test_without_a_conviction_the_level_is_the_charged_one() -> None:
    item = only(ARREST)

    assert (item.conviction_level, item.level) == (None, Level.FELONY)


def test_a_juvenile_court_is_flagged() -> None:
    assert only(COURT.replace("CASC", "CAJV")).juvenile
    assert not only(COURT).juvenile


def test_a_strike_banner_is_flagged_on_its_event_s_items() -> None:
    item = only(COURT + "**   POTENTIAL FELONY STRIKE ENTRY   **\n")

    assert item.strike_banner
    assert "POTENTIAL FELONY STRIKE ENTRY" in item.flags


def test_all_numbers_on_the_sheet_find_the_item() -> None:
    first, second = items(COURT.replace("#2CR1", "#2CR1,77") + "CNT:02 #88\n  484 PC-THEFT\n")

    assert first.numbers == ("2CR1", "77", "88")
    assert (second.number, second.numbers) == ("88", ("88", "2CR1", "77"))


def test_an_arrest_with_the_same_charge_is_preferred_to_the_first() -> None:
    other = "ARR/DET/CITE: NAM:03\n20010110  CAPD Y\nCNT:01 #5\n  484 PC-THEFT\n"

    *_, item = items(other + "- - - -\n" + ARREST + "- - - -\n" + COURT)

    assert (item.arrest_date, item.arresting_agency) == (date(2001, 1, 5), "CAPD X")


def test_without_the_same_charge_the_arrest_before_the_court_is_taken() -> None:
    late = "ARR/DET/CITE: NAM:03\n20020110  CAPD Y\nCNT:01 #5\n  484 PC-THEFT\n"
    early = late.replace("20020110", "20010110").replace("CAPD Y", "CAPD Z")

    assert items(late + "- - - -\n" + early + "- - - -\n" + COURT)[-1].arresting_agency == "CAPD Z"
    assert items(late + "- - - -\n" + COURT)[-1].arresting_agency == "CAPD Y"


def test_an_id_survives_a_second_reading_wherever_its_lines_stand() -> None:
    plain = items(ARREST + COURT)
    moved = items("\n\n\f" + ARREST + "\n\nPage 1 of 2\n" + COURT.replace("CASC X", "CASC  X"))

    assert [item.id for item in plain] == [item.id for item in moved]


def test_ids_stay_what_they_were_in_earlier_versions() -> None:
    """Facts, papers and comparisons name items by id: a change here loses them all."""
    arrest, count, second = items(ARREST + "DISPO:PROS REJ-OTHER\n- - - -\n" + COURT + "CNT:02 #2CR2\n  484 PC-X\n")

    assert (arrest.id, count.id, second.id) == ("f5677c74c48f", "afe232d79540", "b2c28136d22f")
    assert only("COURT: NAM:01\n20010201  CASC X\n").id == "15254b1f238b"


def test_twins_get_serials() -> None:
    first, second = items(
        "COURT:\n20010201  CASC X\nCNT:01\n  459 PC-X\n- - - -\nCOURT:\n20010201  CASC X\nCNT:01\n  459 PC-X\n"
    )

    assert second.id == f"{first.id}-2"


def test_items_stand_in_the_order_of_the_sheet() -> None:
    kinds = [
        item.kind.value
        for item in items(ARREST + "DISPO:PROS REJ-OTHER\nCNT:02\n  484 PC-X\n" + COURT + "* * * *\n" + ARREST)
    ]

    assert kinds == ["arrest", "arrest", "count", "arrest"]


def test_law_is_asked_for_the_joined_sections_of_one_code() -> None:
    item = only(COURT.replace("459 PC-BURGLARY", "459/460(B) PC-BURGLARY"))

    assert (item.section, item.other_sections, item.charge) == ("459", ("460(b)",), "459/460(b)")
