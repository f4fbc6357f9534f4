"""Packing a Word file."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

from vacatur.drafting.blocks import Form
from vacatur.drafting.writers.labels import labels
from vacatur.drafting.writers.word_package import WordParts, pack
from vacatur.drafting.writers.word_page import PAGES, footer, header
from vacatur.drafting.writers.word_styles import numberings, styles

PARTS = WordParts(
    body="<w:p/>",
    section=PAGES[Form.PLEADING].section,
    styles=styles(Form.PLEADING, "en-US"),
    numbering=numberings(),
    header=header(Form.PLEADING),
    footer=footer(Form.PLEADING, "A & B", labels("en")),
    title="Title <&>",
    language="en-US",
    day=dt.date(2026, 3, 2),
)


def test_every_part_is_well_formed_and_listed() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(PARTS))) as archive:
        names = archive.namelist()
        types = archive.read("[Content_Types].xml").decode()
        for name in names:
            ElementTree.fromstring(archive.read(name))

    assert names[0] == "[Content_Types].xml"
    for name in names:
        assert name.endswith(".rels") or name == "[Content_Types].xml" or f'PartName="/{name}"' in types


def test_every_relation_points_at_a_part_that_is_there() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(PARTS))) as archive:
        relations = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
        for relation in relations:
            assert f"word/{relation.get('Target')}" in archive.namelist()


def test_every_date_in_the_file_is_the_papers_own() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(PARTS))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 2, 12, 0, 0)}
        assert archive.read("docProps/core.xml").decode().count("2026-03-02T12:00:00Z") == 2


def test_a_day_before_zip_files_can_say_it_is_packed_all_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(replace(PARTS, day=dt.date(1979, 5, 5))))) as archive:
        assert archive.infolist()[0].date_time[0] == 1980
