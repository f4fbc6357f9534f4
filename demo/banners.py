"""The fixed texts around the record: message header, banners before the identity block, closing banners."""

from collections.abc import Iterator

from demo.model import FictionalPerson

BOX_72 = "*" * 72
BOX_21 = " ".join("*" * 21)
BANNERS = {
    "california_only": ("III CALIFORNIA ONLY SOURCE RECORD",),
    "multiple_source": ("** III MULTIPLE SOURCE RECORD",),
    "palm_print": ("** PALM PRINT ON FILE AT DOJ",),
    "live_scan": ("**LIVE SCAN",),
    "aids_test": ("**AIDS TEST RESULTS ON FILE",),
    "no_dna": (BOX_72, "DO NOT COLLECT DNA. DNA SAMPLE HAS BEEN RECEIVED.", BOX_72),
    "collect_dna": (
        BOX_72,
        "FOR CALIFORNIA AGENCIES ONLY - HAS PREVIOUS QUALIFYING OFFENSE.",
        "COLLECT DNA IF INCARCERATED, CONFINED, OR ON PROBATION OR PAROLE.",
        BOX_72,
    ),
    "identity_theft": (BOX_21, "THIS PERSON HAS REPORTED A THEFT OF IDENTITY TO DOJ.", BOX_21),
}
CLOSINGS = {
    "strikes": (
        "*    *    *    *",
        "NOTE: {strikes} POTENTIAL ENTRIES WITH FELONY CONVICTION DATA THAT MAY BE",
        "      USED AS A PRIOR.",
    ),
    "flags": (
        "*    *    *    *",
        "PROBATION FLAGS AND/OR DEPARTMENT OF MENTAL HEALTH FLAGS MAY APPEAR",
        "ON THIS RECORD.",
    ),
}
END = "     *    *    *    END OF MESSAGE    *    *    *"
CONSOLIDATION = "*    *    *                    *    *    *"


def message_lines(person: FictionalPerson) -> Iterator[str]:
    """The transport header. It says FICTIONAL where a real one names the person who asked."""
    day, digits = person.sheet_date, person.identity.cii[1:]
    surname = person.identity.names[0].split(",")[0].replace(" ", "")[:8]
    yield f"TO: DEMO FROM: CLETS  {day[4:6]}/{day[6:]}/{day[2:4]} 09:14:27"
    yield "IH"
    yield f"RE: QHY.CA0199999.{digits}.{surname}-        DATE:{day} TIME:09:14:27"
    yield "RESTRICTED-DO NOT USE FOR EMPLOYMENT,LICENSING OR CERTIFICATION PURPOSES"
    yield "ATTN:FICTIONAL-DEMO"


def banner_lines(person: FictionalPerson) -> Iterator[str]:
    """The banners before the identity block, the consolidation box first."""
    if person.identity.consolidated:
        yield CONSOLIDATION
        yield "THE FOLLOWING CII NUMBER(S) IS BEING CONSOLIDATED WITH THIS CII RECORD:"
        yield f"     CII/{person.identity.consolidated}"
        yield CONSOLIDATION
    for banner in person.banners:
        yield from BANNERS[banner]


def closing_lines(person: FictionalPerson) -> Iterator[str]:
    """The closing banners and the end of the message."""
    strikes = sum(event.strike for cycle in person.cycles for event in cycle)
    for closing in person.closing:
        yield from (line.format(strikes=strikes) for line in CLOSINGS[closing])
    yield END
