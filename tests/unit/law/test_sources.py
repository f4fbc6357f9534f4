from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import pack
from vacatur.law.errors import LawError
from vacatur.law.sources import load_sources, split_cite, write_cite

Write = Callable[[str, str], Path]
TEXT = """
[pc_1]
citation = "Pen. Code, § 1"
title = "Title"
pinpoint = "subd"
read_on = 2026-01-01

[us_8_1101]
citation = "8 U.S.C. § 1101"
title = "Definitions"
pinpoint = "direct"
read_on = 2026-01-01

[chart]
citation = "Chart"
title = "A chart"
pinpoint = "entry"
read_on = 2026-01-01

[roldan]
citation = "Matter of Roldan"
title = "A decision"
pinpoint = "none"
"""


@pytest.mark.parametrize(
    ("cite", "written"),
    [
        ("pc_1", "Pen. Code, § 1"),
        ("pc_1(k)(2)", "Pen. Code, § 1, subd. (k)(2)"),
        ("us_8_1101(a)(48)(A)", "8 U.S.C. § 1101(a)(48)(A)"),
        ("chart(273.5)", "Chart, entry 273.5"),
        ("roldan", "Matter of Roldan"),
    ],
)
def test_it_writes_a_cite_as_a_lawyer_does(write: Write, cite: str, written: str) -> None:
    assert write_cite(load_sources(write("sources.toml", TEXT)), cite) == written


@pytest.mark.parametrize(
    ("cite", "sentence"),
    [
        ("pc_2(a)", "no source 'pc_2'"),
        ("roldan(a)", "has no subdivisions"),
        ("PC 1", "is not a citation"),
        ("pc_1(a", "is not a citation"),
    ],
)
def test_a_cite_that_names_nothing_is_refused(write: Write, cite: str, sentence: str) -> None:
    with pytest.raises(LawError, match=sentence):
        write_cite(load_sources(write("sources.toml", TEXT)), cite)


def test_a_cite_has_a_key_and_a_subdivision() -> None:
    assert split_cite("pc_236_14(k)(1)") == ("pc_236_14", "(k)(1)")


def test_an_unknown_key_of_a_source_is_refused(write: Write) -> None:
    with pytest.raises(LawError, match="the key 'url' is not known here"):
        load_sources(write("sources.toml", TEXT + 'url = "x"\n'))


def test_what_is_cited_from_memory_has_no_day_of_reading(write: Write) -> None:
    sources = load_sources(write("sources.toml", TEXT))

    assert sources["roldan"].read_on is None
    assert sources["pc_1"].read_on is not None


def test_the_two_vacatur_sections_were_read_in_their_text_of_2026() -> None:
    for key in ("pc_236_14", "pc_236_15"):
        assert str(pack().sources[key].text_of) == "2026-06-29"
