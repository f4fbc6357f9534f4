"""S-33: every read is one row: pages, pictures of pages, each file of a packet, the whole packet, refusals, odd requests."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from demo.pdf import text_pdf
from probono.accounts.handles import handle_of
from probono.audit.models import Entry
from probono.matters.models import Matter
from probono.matters.services.record import add_sheet
from probono.matters.services.sheet_taking import take_sheet
from tests.integration.conftest import SHEET
from tests.security.addresses import Addresses

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PARTLY: list[dict[str, str]] = [
    {"Range": "bytes=0-99"},
    {"Range": "bytes=-1"},
    {"If-None-Match": "*"},
    {"If-Modified-Since": "Tue, 24 Nov 2026 08:00:00 GMT"},
    {"If-Range": "x", "Range": "bytes=1-2"},
]
"""Requests that other servers answer with a part of a file, or with none."""


def _told(act: Callable[[], Any]) -> list[Entry]:
    """The rows that an act left."""
    last = Entry.objects.latest("seq").seq
    act()
    return list(Entry.objects.filter(seq__gt=last).order_by("seq"))


def test_every_page_leaves_one_row_whoever_asks(addresses: Addresses, everybody: dict[str, Client]) -> None:
    reads = 0
    for address in addresses:
        for who, browser in [("Avery", everybody["Avery"]), ("Dana", everybody["Dana"])]:
            rows = _told(lambda browser=browser, address=address: browser.get(address.path))
            if address.is_told("GET"):
                assert len(rows) == 1, (address.name, who, rows)
            else:  # one's own account; only a refusal is told
                assert [row.outcome for row in rows] in ([], ["refused"]), (address.name, who, rows)
            reads += len(rows)
            if rows:
                assert rows[0].route == address.name
                assert rows[0].outcome in ("done", "refused", "failed")

    assert reads > 60


def test_every_form_leaves_its_row_whoever_sends_it(addresses: Addresses, everybody: dict[str, Client]) -> None:
    for address in addresses:
        for who, browser in [("Avery", everybody["Avery"]), ("Dana", everybody["Dana"])]:
            body = addresses.body(address.name)
            rows = _told(lambda browser=browser, address=address, body=body: browser.post(address.path, body))
            told = [row for row in rows if row.route == address.name]
            assert len(told) == 1, (address.name, who, rows)


def test_every_picture_of_a_page_is_a_row_that_names_its_page(
    addresses: Addresses, everybody: dict[str, Client], avery: Any
) -> None:
    matter = addresses.matter
    pages = [["FICTIONAL", *page.splitlines()] for page in SHEET.decode().split("\f")]
    add_sheet(by=avery, matter=matter, sheet=take_sheet(text_pdf(pages, title="FICTIONAL"), "sheet.pdf"))
    base = addresses.one("matters:page-image").path.removesuffix("1/")

    for _again in range(2):
        for number in range(1, len(pages) + 1):
            rows = _told(lambda number=number: everybody["Avery"].get(f"{base}{number}/"))
            assert [(row.outcome, row.part) for row in rows] == [("done", handle_of(matter.pk, f"page={number}"))]
    missing = _told(lambda: everybody["Avery"].get(f"{base}{len(pages) + 1}/"))
    assert [row.outcome for row in missing] == ["refused"]


def test_every_file_of_a_packet_is_a_row_for_the_ticket_and_one_for_the_file(
    addresses: Addresses, everybody: dict[str, Client], files_origin: Client
) -> None:
    assert len(addresses.downloads()) > 12
    for (_kind, pk), path in zip(addresses.files, addresses.downloads(), strict=True):
        found: dict[str, str] = {}

        def ticket(path: str = path, found: dict[str, str] = found) -> None:
            found["at"] = "/" + everybody["Avery"].get(path)["Location"].split("/", 3)[3]

        asked = _told(ticket)
        assert [(row.action, row.route) for row in asked] == [("download", "matters:download")]
        for _again in range(2):
            given = _told(lambda found=found: files_origin.get(found["at"]))
            assert [(row.action, row.route, row.outcome) for row in given] == [("download", "files:file", "done")]
            assert given[0].part == handle_of(addresses.matter.pk, pk)


def test_a_part_of_a_file_is_no_way_around_its_row(
    addresses: Addresses, everybody: dict[str, Client], files_origin: Client
) -> None:
    """No part is ever given: each request is the whole file and one row."""
    at = "/" + everybody["Avery"].get(addresses.downloads()[0])["Location"].split("/", 3)[3]
    for headers in PARTLY:
        answers: list[Any] = []

        rows = _told(lambda headers=headers, answers=answers: answers.append(files_origin.get(at, headers=headers)))

        assert answers[0].status_code == 200
        assert [row.route for row in rows] == ["files:file"]


def test_an_odd_request_to_a_matter_is_a_row_too(addresses: Addresses, everybody: dict[str, Client]) -> None:
    path = addresses.one("matters:facts").path
    for method in ("head", "options", "put", "delete", "patch"):
        rows = _told(lambda method=method: getattr(everybody["Avery"], method)(path))

        assert [(row.route, row.outcome) for row in rows] == [("matters:facts", "failed")], method


def test_watching_a_packet_being_built_is_a_row_each_time(addresses: Addresses, everybody: dict[str, Client]) -> None:
    path = addresses.one("matters:packet").path

    rows = _told(
        lambda: [everybody["Avery"].get(f"{path}?part=progress", headers={"HX-Request": "true"}) for _ in "abc"]
    )

    assert [row.route for row in rows] == ["matters:packet"] * 3


def test_a_refused_reader_is_a_row_each_time(addresses: Addresses, as_: Callable[[Any], Client], casey: Any) -> None:
    browser = as_(casey)

    rows = _told(lambda: [browser.get(path) for path in addresses.downloads()])

    assert [(row.actor, row.outcome) for row in rows] == [(casey.pk, "refused")] * len(addresses.downloads())


def test_a_job_is_a_row_before_and_a_row_after(
    addresses: Addresses, everybody: dict[str, Client], whole: Matter
) -> None:
    rows = _told(lambda: everybody["Avery"].post(addresses.one("matters:build").path, {"mode": "draft"}))

    assert [(row.action, row.outcome) for row in rows if row.route == "build_packet"] == [
        ("job", "begun"),
        ("job", "done"),
    ]
