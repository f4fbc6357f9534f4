import pytest

from vacatur.reading.furniture import FURNITURE, MESSAGE_ID, TRANSPORT


@pytest.mark.parametrize(
    "text",
    [
        "PAGE 2 OF 29",
        "PAGE 2",
        "PAGE: 2/29",
        "2 OF 29",
        "1/6",
        "HTTPS://PRINT.EXAMPLE/SHEET    5/21/2018",
        "FILE:///TMP/SHEET.HTML",
        "FILE://X",
        "ABOUT:BLANK",
        "ROUTE  PRINT  CLOSE",
        "5/21/2018, 4:14 PM",
        "05/21/18 16:14:05",
        "IH",
    ],
)
def test_it_knows_what_a_printer_adds(text: str) -> None:
    assert FURNITURE.match(text)


@pytest.mark.parametrize("text", ["PAGE BOY", "1/6 OUNCE", "FILED", "IHOP", "19840725  CASO X", "PAGER THEFT"])
def test_it_leaves_the_sheet_s_own_words(text: str) -> None:
    assert not FURNITURE.match(text)


@pytest.mark.parametrize(
    "text", ["TO: XXXX FROM: CLETS", "ISN: 1", "RE: QHY.CA0190000", "RESTRICTED-DO NOT USE", "ATTN:FICTIONAL"]
)
def test_it_knows_the_message_header(text: str) -> None:
    assert TRANSPORT.match(text)


def test_it_knows_a_message_s_number() -> None:
    assert MESSAGE_ID.match("4ISK0JDI3W.IH")
    assert not MESSAGE_ID.match("LOS ANGELES")
