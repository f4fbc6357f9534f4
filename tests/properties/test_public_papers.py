"""FICTIONAL people dealt from lists: whatever they are called and whatever they tell, no public paper names them or speaks
of what the immigration attorney has not released.
"""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.drafting.matters import DAY, FACTS, HURT, NEXUS, TRAFFICKED, petition, plan, record, text
from vacatur.drafting.blocks import Fact, Missing, Paper
from vacatur.drafting.draft import matter_of, papers_of
from vacatur.drafting.matter import Matter
from vacatur.drafting.writers.words import all_inlines
from vacatur.filing.packet_check import texts_of
from vacatur.filing.paper_files import write
from vacatur.law import pack
from vacatur.records.facts import Facts, Petitioner
from vacatur.records.person import Name
from vacatur.records.record import Record

GIVEN = ("Zulema", "Íngrid", "Thuy", "Oksana", "Maria Elena", "D'Asia", "Ngozi", "Xochitl")
FAMILY = ("Quiñones-Prado", "Okonjo", "Vu Tran", "O'Hara", "de la Cruz Ibarra", "Sandoval", "Petrenko", "Bah")
GROUNDS = re.compile(
    r"immigra|visa\b|deport|\bremoval|undocumented|noncitizen|citizenship|asylum|\bUSCIS|hardship|rehabilit",
    re.IGNORECASE,
)
PIECES = (
    "{given} {family} was my name then.",
    "He wrote {FAMILY}, {GIVEN} on the card.",
    "I was born on {born}.",
    "My number was {cii}.",
    "They called me {alias}.",
    "He said he would have me deported.",
    "I had no visa.",
    "It was a hardship, and later I did rehabilitation.",
    "He locked the door.",
    "I did what he told me to do.",
    "R. drove. He waited.",
)
names = st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY), st.sampled_from(GIVEN), st.sampled_from(FAMILY))
stories = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(" ".join)
births = st.dates(dt.date(1950, 1, 1), dt.date(2005, 12, 31))
reliefs = st.sampled_from([("pc_236_14",), ("pc_236_15",), ("pc_236_14", "pc_236_15")])
Case = tuple[Matter, tuple[Paper, ...]]


@st.composite
def cases(draw: Any) -> Case:
    """A matter with its papers: the client's names stand in the facts, on the sheet, and in what she tells."""
    given, family, other_given, other_family = draw(names)
    born = draw(births)
    alias = f"{other_given} {other_family}"
    fill = {"given": given, "family": family, "GIVEN": given.upper(), "FAMILY": family.upper(), "alias": alias}

    def tell() -> str:
        return str(draw(stories)).format(**fill, born=f"{born:%m/%d/%Y}", cii="A99077001")

    petitioner = Petitioner(
        name=f"{given} {family}",
        also_known_as=(alias,),
        initials="Z.Q.",
        birth_date=born,
        attested=FACTS.petitioner.attested,
    )
    facts = Facts(
        petitioner=petitioner,
        counsel=FACTS.counsel,
        victimizations=(
            replace(TRAFFICKED, account=tell(), evidence=(tell(),)),
            replace(HURT, account=tell(), why_now=tell(), why_confidential=tell()),
        ),
        nexus=tuple(replace(one, account=tell()) for one in NEXUS),
    )
    sheet = record()
    person = replace(sheet.person, names=(Name("01", f"{family},{given}".upper()),), birth_dates=(born,))
    read: Record = replace(sheet, person=person)
    asked = draw(reliefs)
    made = matter_of(plan(*asked), petition(*asked), facts, read, pack())
    return made, papers_of(made)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_no_public_paper_holds_the_full_name_an_alias_a_birth_date_or_a_number(case: Case) -> None:
    made, papers = case

    assert {paper.id: made.suppressed.found_in(text(paper)) for paper in papers if paper.public} == {
        paper.id: () for paper in papers if paper.public
    }


@settings(max_examples=40, deadline=None)
@given(cases())
def test_no_paper_speaks_of_immigration_hardship_or_rehabilitation(case: Case) -> None:
    _, papers = case

    assert {paper.id: GROUNDS.findall(text(paper)) for paper in papers} == {paper.id: [] for paper in papers}


@settings(max_examples=40, deadline=None)
@given(cases())
def test_every_sentence_she_told_is_printed_word_for_word_or_stands_as_a_bracket(case: Case) -> None:
    made, papers = case
    declaration = next(paper for paper in papers if paper.id == "declaration")
    told = " ".join(
        str(account)
        for place in (*made.periods, *made.rows)
        for name in ("account", "why_now", "why_confidential")
        if place.told is not None and (account := getattr(place.told, name, None))
    )
    hers = [one for one in all_inlines(declaration) if isinstance(one, Fact) and "account" in one.key]

    assert all(one.text in told for one in hers)
    assert all(one.key.endswith((".release", ".name")) for one in all_inlines(declaration) if isinstance(one, Missing))


@settings(max_examples=3, deadline=None)
@given(cases())
def test_what_the_papers_do_not_say_the_files_do_not_hide(case: Case) -> None:
    made, papers = case
    some = [paper for paper in papers if paper.id in ("petition", "declaration", "order-to-seal")]
    files = [
        (f"{one.stem}.{kind}", data)
        for one in write(some, DAY)
        for kind, data in (("pdf", one.pdf), ("docx", one.docx))
    ]

    found = {path: made.suppressed.found_in("\n".join(texts_of(path, data))) for path, data in files}

    assert found == dict.fromkeys(found, ())
