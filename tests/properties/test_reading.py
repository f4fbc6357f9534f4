"""Whatever a sheet has been through: no input crashes the reader, no line is lost, one bad line fails nothing, nothing sensitive shows."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from vacatur.kit.errors import InputError
from vacatur.reading import read_bytes, read_text
from vacatur.reading.lines import lines_of
from vacatur.records.as_json import record_json
from vacatur.records.items import items_of
from vacatur.records.record import Record
from vacatur.records.source import Source

CORPUS = Path(__file__).parents[1] / "readers"
SHEETS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
LINES = sorted({line for sheet in SHEETS for line in sheet.split("\n")})
FOUND = ("ADR-77777 SECRET ST", "SOC/777777777", "777-77-7777", "AIDS TEST 77777", "MDS/77777")
TROUBLE = (
    "\f",
    "\r",
    "\x00",
    "\ufeff",
    "￾",
    "***",
    "CNT:",
    "CNT:999-1",
    "CNT:001-999",
    "DISPO:",
    "COM:",
    "SEN:",
    "19990229",
    "* * *",
    "-",
    "~",
)


@st.composite
def mutated_sheets(draw: st.DrawFn) -> str:
    """A sheet of the corpus with lines dropped, doubled, moved, cut, glued and spoilt."""
    lines = draw(st.sampled_from(SHEETS)).split("\n")
    for _ in range(draw(st.integers(0, 12))):
        place = draw(st.integers(0, max(len(lines) - 1, 0)))
        what = draw(st.integers(0, 6))
        if what == 0:
            del lines[place : place + draw(st.integers(0, 4))]
        elif what == 1:
            lines.insert(place, draw(st.sampled_from(LINES)))
        elif what == 2:
            lines.insert(place, draw(st.text(max_size=30)))
        elif what == 3:
            lines.insert(place, draw(st.sampled_from(TROUBLE)))
        elif what == 4 and lines:
            lines[place] = lines[place][draw(st.integers(0, 6)) : draw(st.integers(6, 90))]
        elif what == 5 and lines:
            lines[place : place + 2] = [" ".join(lines[place : place + 2])]
        elif lines:
            lines[place] = draw(st.sampled_from(("  ", "| ", "é"))) + lines[place]
        lines = lines or [""]
    return "\n".join(lines)


def read(text: str) -> Record | None:
    try:
        return read_text(text)
    except InputError:
        return None


def places(record: Record) -> list[Source]:
    unread = [Source(one.page, one.line) for one in record.unread]
    return [*record.read_lines, *unread, *(Source(one.page, one.line) for one in record.set_apart)]


@given(mutated_sheets())
def test_every_line_is_read_unread_or_set_apart_and_only_one_of_them(text: str) -> None:
    record = read(text)
    if record is None:
        return

    assert sorted(places(record)) == [line.source for line in lines_of(text)[0]]


@given(st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    read(text)
    read("CII/A99000001\n" + text)


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    with suppress(InputError):
        read_bytes(data, "x")


@given(mutated_sheets())
def test_a_record_can_always_be_written_and_has_items_with_ids_of_their_own(text: str) -> None:
    record = read(text)
    if record is None:
        return

    json.dumps(record_json(record))
    ids = [item.id for item in items_of(record)]
    assert len(ids) == len(set(ids))


@given(mutated_sheets())
def test_reading_twice_gives_the_same_record(text: str) -> None:
    assert read(text) == read(text)


@given(st.sampled_from(SHEETS), st.data())
def test_one_bad_line_never_fails_a_sheet(sheet: str, data: st.DataObject) -> None:
    lines = sheet.split("\n")
    place = data.draw(st.integers(0, len(lines)))
    bad = data.draw(st.text(alphabet=st.characters(blacklist_characters="\n\r\f"), max_size=60))

    record = read_text("\n".join([*lines[:place], bad, *lines[place:]]))

    assert record.person.cii == read_text(sheet).person.cii or "CII" in bad.upper()


@given(
    st.sampled_from(SHEETS),
    st.sampled_from(FOUND),
    st.sampled_from(("", "   COM: ", "COM: SCN-1 ", "DISPO:", "   ")),
    st.data(),
)
def test_nothing_sensitive_is_ever_shown(sheet: str, secret: str, label: str, data: st.DataObject) -> None:
    lines = sheet.split("\n")
    place = data.draw(st.integers(0, len(lines)))

    record = read("\n".join([*lines[:place], label + secret, *lines[place:]]))

    if record is not None:
        assert "7777" not in json.dumps(record_json(record))
        # An item's id is a hash and may hold any digits.
        assert "7777" not in repr([replace(item, id="") for item in items_of(record)])


@given(st.sampled_from(SHEETS), st.lists(st.integers(0, 200), max_size=10))
@settings(max_examples=60)
def test_blank_lines_and_page_breaks_anywhere_change_nothing(sheet: str, breaks: list[int]) -> None:
    lines = sheet.split("\n")
    for place in breaks:
        lines.insert(place % len(lines), "\n\n                Page 2 of 9\n\f\n")
    plain, broken = read_text(sheet), read_text("\n".join(lines))

    assert [item.id for item in items_of(plain)] == [item.id for item in items_of(broken)]
    assert [one.text for one in plain.unread] == [one.text for one in broken.unread if "Page 2" not in one.text]
