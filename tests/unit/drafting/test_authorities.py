import re
from itertools import chain

import pytest

from tests.unit.drafting.matters import FACTS, HURT, TRAFFICKED, but, papers, text
from vacatur.drafting import authorities as module
from vacatur.drafting.authorities import Authority, authorities, cite, cited, law, named
from vacatur.drafting.blocks import Cite, Paper
from vacatur.drafting.wording import PAPERS
from vacatur.drafting.writers.words import all_inlines
from vacatur.law import pack
from vacatur.law.sources import split_cite

BOTH = but(FACTS, victimizations=(TRAFFICKED, HURT))


def every_paper() -> list[Paper]:
    """The papers of all three kinds of petition."""
    kinds = (("pc_236_14",), ("pc_236_15",), ("pc_236_14", "pc_236_15"))
    return list(chain.from_iterable(papers(BOTH, *kind).values() for kind in kinds))


def test_every_citation_of_every_paper_is_law_that_was_read() -> None:
    keys = {one.key for paper in every_paper() for one in all_inlines(paper) if isinstance(one, Cite)}

    assert len(keys) > 30
    assert {key: authorities()[key].mark for key in keys if authorities()[key].mark not in ("C1", "C2")} == {}


def test_every_authority_that_the_law_pack_knows_is_cited_as_the_pack_cites_it() -> None:
    known = {
        key: one for key, one in authorities().items() if split_cite(key)[0] in pack().sources and "std_" not in key
    }

    assert len(known) > 40
    assert {key: one.cite for key, one in known.items() if one.cite != pack().citation(key)} == {}


def test_no_paper_names_an_unpublished_decision() -> None:
    words = " ".join(text(paper) for paper in every_paper())

    assert "Tabitha" not in words
    assert "Miller" not in words


def test_the_wording_files_hold_no_citation_outside_the_authorities() -> None:
    """A section or rule written out in a sentence would escape the mark: only names of the section itself are left."""
    files = [
        path
        for path in PAPERS.iterdir()
        if path.name.endswith(".toml") and path.name not in ("authorities.toml", "codes.toml")
    ]
    lines = [line for path in files for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    written = [
        line for line in lines if re.search(r"§|Cal\.App|Cal\.\d|U\.S\.C", line) and not line.startswith("ask =")
    ]

    assert written == []


def test_an_authority_from_memory_may_not_be_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    recalled = Authority("crc_1_201", "Cal. Rules of Court, rule 1.201", "rule 1.201", "M", "Redaction.")
    monkeypatch.setattr(module, "authorities", lambda: {"crc_1_201": recalled})

    with pytest.raises(ValueError, match="from memory"):
        cite("crc_1_201")


def test_a_citation_is_short_in_parentheses_and_spelled_out_in_a_sentence() -> None:
    assert cite("pc_236_14(a)").text == "Pen. Code, § 236.14, subd. (a)"
    assert law("pc_236_14(a)").text == "Penal Code section 236.14, subdivision (a)"
    assert law("std_4_15").text == "standard 4.15 of the California Standards of Judicial Administration"


def test_several_subdivisions_are_cited_once() -> None:
    assert "".join(one.text for one in cited(("pc_236_14",), "(a), (h)")) == "Pen. Code, § 236.14, subds. (a), (h)"


def test_two_sections_are_cited_one_after_the_other() -> None:
    words = "".join(one.text for one in cited(("pc_236_14", "pc_236_15"), "(q)"))

    assert words == "Pen. Code, § 236.14, subd. (q); Pen. Code, § 236.15, subd. (q)"


def test_two_sections_are_named_with_and() -> None:
    words = "".join(one.text for one in named(("pc_236_14", "pc_236_15")))

    assert words == "Penal Code section 236.14 and Penal Code section 236.15"
