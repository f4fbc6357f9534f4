"""Agencies the sheet has in a short form alone, and the offices that are served: written on the site, used in the papers."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.matters.forms.offices import WAYS
from probono.matters.models import FactSheet, Matter
from probono.matters.services.facts import save_facts
from probono.matters.services.facts_document import facts_of
from probono.matters.services.offices import entry, with_entry
from probono.matters.services.record import add_sheet
from probono.matters.services.sheet_taking import take_sheet
from tests.integration.conftest import SHEET
from vacatur.records.facts import ServiceWay

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
UNKNOWN = "CAPD PORT NOWHERE"
MARK = "capd_port_nowhere"
DA = "los_angeles_district_attorney"


@pytest.fixture
def browser(as_: Callable[[Any], Client], avery: Any, with_facts: Matter) -> Client:
    """Avery's, after a newer sheet of the same person with an agency nobody knows."""
    sheet = SHEET.replace(b"CAPD LOS ANGELES", UNKNOWN.encode(), 1)
    add_sheet(by=avery, matter=with_facts, sheet=take_sheet(sheet, "sheet.txt"))
    return as_(avery)


def _number() -> int:
    return FactSheet.objects.order_by("-number")[0].number


def test_an_agency_is_asked_for_and_named(browser: Client, urls: SimpleNamespace) -> None:
    page = browser.get(f"{urls.facts}offices/").content.decode()
    assert UNKNOWN in page
    assert "name not known" in page
    assert "CAPD LOS ANGELES" not in page

    form = f"{urls.facts}offices/agencies/{MARK}/"
    assert UNKNOWN in browser.get(form).content.decode()
    told = {"name": "Port Nowhere Police Department", "source": "Its clerk, call of 2026-03-04", "based_on": _number()}
    assert browser.post(form, told).url == f"{urls.facts}offices/"

    page = browser.get(f"{urls.facts}offices/").content.decode()
    assert "Port Nowhere Police Department" in page
    assert "name not known" not in page
    kept = facts_of(FactSheet.objects.order_by("-number")[0].document, {}, []).agencies
    assert [(one.printed, one.name, one.attested.source) for one in kept] == [(UNKNOWN, told["name"], told["source"])]


def test_a_missing_name_in_a_packet_leads_to_its_form(browser: Client, urls: SimpleNamespace) -> None:
    browser.post(f"{urls.packet}build/", {"mode": "draft"})

    assert f'href="{urls.facts}offices/agencies/{MARK}/?from=packet"' in browser.get(urls.packet).content.decode()


def test_how_an_office_is_served_is_written_down_and_taken_back(browser: Client, urls: SimpleNamespace) -> None:
    form = f"{urls.facts}offices/served/{DA}/"
    assert "How the papers go there is not decided yet." in browser.get(f"{urls.facts}offices/").content.decode()
    told = {"way": "mail", "address": "1 FICTIONAL Street\nLos Angeles", "source": "Its website", "based_on": _number()}
    assert browser.post(form, told).status_code == 302

    page = browser.get(f"{urls.facts}offices/").content.decode()
    assert "By mail" in page
    assert "1 FICTIONAL Street, Los Angeles" in page
    (kept,) = facts_of(FactSheet.objects.order_by("-number")[0].document, {}, []).service
    assert (kept.prosecutor, kept.way, kept.address) == (DA, ServiceWay.MAIL, ("1 FICTIONAL Street", "Los Angeles"))

    browser.post(form, {"way": "", "source": "Its website", "based_on": _number()})
    assert facts_of(FactSheet.objects.order_by("-number")[0].document, {}, []).service == ()


@pytest.mark.parametrize(
    ("form", "told", "sentence"),
    [
        (f"agencies/{MARK}", {"name": ""}, "Write the agency&#x27;s name, or leave without saving."),
        (f"served/{DA}", {"address": "1 FICTIONAL Street"}, "Choose how the papers go there"),
        (f"served/{DA}", {"way": "mail", "electronic_address": "nowhere"}, "This is not an e-mail address."),
    ],
)
def test_bad_input_is_refused_whole(
    browser: Client, urls: SimpleNamespace, form: str, told: dict[str, str], sentence: str
) -> None:
    before = _number()
    answer = browser.post(f"{urls.facts}offices/{form}/", told | {"based_on": before})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert _number() == before


@pytest.mark.parametrize("form", ["agencies/nobody", "agencies/casc_mc_van_nuys", "served/nobody"])
def test_what_the_sheet_and_the_law_do_not_know_is_not_there(browser: Client, urls: SimpleNamespace, form: str) -> None:
    assert browser.get(f"{urls.facts}offices/{form}/").status_code == 404


def test_without_a_sheet_it_says_so(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    assert "There is no RAP sheet yet." in as_(avery).get(f"{urls.facts}offices/").content.decode()


def test_the_advocate_sees_the_page_as_she_sees_facts(
    as_: Callable[[Any], Client], frankie: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    facts = as_(frankie).get(urls.facts).status_code

    assert as_(frankie).get(f"{urls.facts}offices/").status_code == facts


def test_every_way_of_service_has_its_words() -> None:
    assert {code for code, _name in WAYS} == {"", *ServiceWay}


def test_other_entries_stay_and_an_empty_one_goes() -> None:
    document = {"agencies": [{"printed": "A", "name": "Alpha"}], "nexus": {"x": {}}}
    both = with_entry(document, "agencies", "printed", "B", {"name": "Beta", "source": "A call"})

    assert entry(both, "agencies", "printed", "B") == {"printed": "B", "name": "Beta", "source": "A call"}
    assert with_entry(both, "agencies", "printed", "B", {"source": "A call"}) == document
    assert entry(document, "agencies", "printed", "B") == {}


def test_facts_kept_before_there_were_offices_are_read(avery: Any, with_facts: Matter) -> None:
    sheet = FactSheet.objects.order_by("-number")[0]
    older = {key: value for key, value in sheet.document.items() if key not in ("agencies", "service")}

    kept = save_facts(by=avery, matter=with_facts, document=older, based_on=sheet.number)
    assert facts_of(kept.document, {}, []).agencies == ()
