from vacatur.law.case_table import read_rows, record_of
from vacatur.records.item import Item
from vacatur.records.items import items_of
from vacatur.tracking.pairing import filed_since, pair

HEAD = "case | booking | count | code | section | level | arrest | court | disposition\n"


def items(*rows: str) -> tuple[Item, ...]:
    return items_of(record_of(read_rows(HEAD + "\n".join(rows), "sheet")))


FIRST = "A1 | | 1 | PC | 647(b) | M | 2014-03-09 | 2014-04-02 | convicted"


def test_a_misread_date_or_charge_does_not_part_a_pair() -> None:
    for changed in (FIRST.replace("2014-04-02", "2014-04-12"), FIRST.replace("647(b)", "647(6)")):
        pairs, before, after = pair(items(FIRST), items(changed))

        assert (len(pairs), before, after) == (1, [], [])


def test_a_number_read_otherwise_is_paired_by_charge_and_days() -> None:
    pairs, before, after = pair(items(FIRST), items(FIRST.replace("A1", "AI")))

    assert (len(pairs), before, after) == (1, [], [])


def test_pairs_come_in_the_order_of_the_earlier_sheet() -> None:
    second = FIRST.replace("| 1 |", "| 2 |").replace("647(b)", "484(a)").replace("A1", "B1")
    pairs, _, _ = pair(items(FIRST, second), items(second, FIRST))

    assert [old.number for old, _ in pairs] == ["A1", "B1"]


def test_what_two_could_be_is_not_guessed() -> None:
    twins = (" | | | PC | 484(a) | | 2014-03-09 | |", " | | | PC | 484(a) | | 2014-03-09 | |")
    pairs, before, after = pair(items(*twins), items(twins[0]))

    assert len(pairs) == 1
    assert (len(before), len(after)) == (1, 0)


def test_only_an_arrest_can_have_been_filed_since() -> None:
    (count,) = items(FIRST)
    (arrest,) = items(" | B2 | | PC | 647(b) | | 2014-03-09 | |")

    assert filed_since(arrest, (count,)) == (count,)
    assert filed_since(count, (count,)) == ()
