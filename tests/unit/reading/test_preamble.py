from vacatur.reading import read_text
from vacatur.records.record import Record, SetApartKind

END = "* * * *\nCOURT: NAM:01\n20010101  CASC X\nCNT:01 #1\n"


def read(preamble: str) -> Record:
    return read_text(f"ATTN:FICTIONAL\n{preamble}{END}")


def test_supervision_before_the_first_separator_is_no_event() -> None:
    record = read(
        "CII/A99000001\nPROBATION:   EXP:19990503\n   CAPR LOS ANGELES\n   #X5523 EXP 2003\n"
        "PAROLE:  CDC\n   CAPA LOS ANGELES\n   #X099999\n"
    )

    assert record.person.supervision == (
        "PROBATION: EXP:19990503 CAPR LOS ANGELES #X5523 EXP 2003",
        "PAROLE: CDC CAPA LOS ANGELES #X099999",
    )
    assert len(record.cycles) == 1
    assert record.unread == ()


def test_an_address_in_a_supervision_block_is_not_shown() -> None:
    record = read("CII/A99000001\nPAROLE:  CDC\n   ADR-5 FICTION ST\n")

    assert record.person.supervision == ("PAROLE: CDC [address set apart]",)
    assert [one.kind for one in record.set_apart] == [SetApartKind.ADDRESS]


def test_banners_stand_in_any_order_and_belong_to_nobody() -> None:
    record = read(
        "*** X\n************************\n* DO NOT COLLECT DNA   *\n*  SECOND LINE *\n************************\nCII/A99000001\n"
        "NAM/01 FICTIONAL,ONE\n** LIVE SCAN\n   SECOND LINE OF IT\nOCC/COOK\n"
    )

    assert record.person.names[0].name == "FICTIONAL,ONE"
    assert record.person.occupations == ("COOK",)
    assert record.banners == ("X", "DO NOT COLLECT DNA", "SECOND LINE", "LIVE SCAN", "SECOND LINE OF IT")


def test_an_unknown_tag_is_unread_and_spoils_no_other() -> None:
    record = read("CII/A99000001\nNAM/01 FICTIONAL,ONE\nXYZ/WHAT\n   GOES ON\n")

    assert [unread.text for unread in record.unread] == ["XYZ/WHAT", "   GOES ON"]
    assert record.person.names[0].name == "FICTIONAL,ONE"


def test_the_message_header_is_understood_and_not_kept() -> None:
    record = read(
        "TO: XXXX FROM: CLETS  05/12/06 06:32:53\nUSERID: Q\n"
        "4ISK0JDI3W.IH\nRE: QHY.CA0190000.9  DATE:20060508 TIME:06:32:53\nCII/A99000001\n"
    )

    assert record.unread == ()
    assert "CLETS" not in repr(record)
