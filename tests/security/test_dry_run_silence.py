"""S-32: five hundred names, files' names, places and words are planted in a matter; the report of what a demand would yield holds
none of them, nor does the log of what was given; and a demand on one matter touches no other.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from probono.audit.models import Entry
from probono.consent.contact.models import ContactRoute, PersonToAvoid
from probono.matters.models import FactSheet, Matter
from probono.matters.services.opening import open_matter
from probono.people.models import Client as Person
from probono.people.services import add_client
from probono.retention.legal.models import Demand
from probono.retention.models import Hold
from probono.ui.today import today
from tests.integration.retention.legal.conftest import said
from tests.security.addresses import Addresses, sheet_with, word_with
from tests.security.markers import Markers, in_tables, in_text, lines

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LIST = "/legal-process/"


@pytest.fixture
def planted(addresses: Addresses, everybody: dict[str, Client]) -> Markers:
    """Words in every kind of row and file of the matter."""
    words, browser, matter = Markers(), everybody["Avery"], addresses.matter

    def send(address: str, **more: Any) -> None:
        body = addresses.body(address, lines(words.some(80))) | more
        body["based_on"] = str(FactSheet.objects.filter(matter=matter).latest("number").number)
        assert browser.post(addresses.one(address).path, body).status_code == 302, address

    send("matters:facts-part", name=words.one(), source=words.one())
    send("matters:facts-new-period")
    send("matters:facts-period")
    send("matters:facts-item", **{"enhancements-0-section": "12022(a)"})
    sheet = SimpleUploadedFile(f"{words.one()}.txt", sheet_with(words.some(80)), "text/plain")
    assert browser.post(addresses.one("matters:record").path, {"file": sheet}).status_code == 302
    word = SimpleUploadedFile(f"{words.one()}.docx", word_with(lines(words.some(90))))
    assert browser.post(addresses.one("matters:give-word").path, {"file": word}).status_code == 302
    for _ in range(5):
        way = ContactRoute(matter_id=matter.pk, client_id=matter.client_id, kind="phone", value=words.one())
        way.code_word, way.who_answers = words.one(), words.one()
        way.save()
        PersonToAvoid(matter_id=matter.pk, client_id=matter.client_id, name=words.one(), about=words.one()).save()
    person = Person.objects.get(pk=matter.client_id)
    person.name, person.also_known_as = words.one(), words.some(5)
    person.save()
    Matter.objects.filter(pk=matter.pk).update(code_name=words.one())
    return words


def test_not_one_word_is_in_the_report_nor_in_the_log(
    planted: Markers, whole: Matter, everybody: dict[str, Client], dana: Any, pat_browser: Client
) -> None:
    counsel = everybody["Dana"]
    typed = {name: planted.one() for name in ("asked_by", "reference", "wants")}
    answer = counsel.post(f"{LIST}take-in/", _form(whole, signed="yes", **typed))
    page = answer.headers["Location"]
    assert counsel.post(f"{page}untold/", {"why": planted.one()}).status_code == 302
    line = {"given_class": "D4", "form": "paper", "count": "3", "given_on": str(today()), "given_by": str(dana.pk)}
    assert counsel.post(f"{page}given/", line | {"decided": "on"}).status_code == 302
    assert len(planted.given) >= 500

    for browser in (counsel, pat_browser):
        report = browser.get(f"{LIST}dry-run/{whole.pk}/")
        assert report.status_code == 200
        assert in_text(report.content) == set()
        assert not [word for word in ("Marisol", "Vega", "sheet.txt", ".docx") if word in report.content.decode()]
    rows = "\n".join(str(value) for row in Entry.objects.values_list() for value in row)
    assert in_text(rows) == set()
    assert in_tables({"legal.Demand", "legal.Production", "retention.Hold"}) == {}


def test_a_demand_holds_its_own_matter_and_the_report_counts_no_other(
    whole: Matter, everybody: dict[str, Client]
) -> None:
    rosa = add_client(by=None, name="Rosa Fictional", code_name="Teal Harbor 11")
    other = open_matter(by=None, client_id=rosa.pk, code_name=rosa.code_name)
    counsel = everybody["Dana"]
    before = counsel.get(f"{LIST}dry-run/{other.pk}/").content

    counsel.post(f"{LIST}take-in/", _form(whole))

    assert {one.matter_id for one in Hold.objects.all()} == {whole.pk}
    assert {one.matter_id for one in Demand.objects.all()} == {whole.pk}
    after = counsel.get(f"{LIST}dry-run/{other.pk}/").content.decode()
    assert _rows(after)[:-1] == _rows(before.decode())[:-1]  # the last row counts the looks themselves


@pytest.fixture
def pat_browser(home: Any, as_: Callable[[Any], Client]) -> Client:
    """The privacy officer, who reads no record."""
    from probono.accounts import services
    from probono.accounts.roles import Role
    from tests.integration.conftest import BEGAN

    pat = services.add_account(email="pat@example.test", name="Pat Holloway", is_demo=True)
    services.add_member(account=pat, organisation=home, role=Role.PRIVACY_OFFICER, starts=BEGAN)
    return as_(pat)


def _form(matter: Matter, **more: Any) -> dict[str, str]:
    return {"matter": str(matter.pk), **{name: str(value) for name, value in said(**more).items()}}


def _rows(page: str) -> list[str]:
    return page.split("<tbody>")[1].split("</tbody>")[0].strip().split("</tr>")[:-1]
