"""Who opened this file: the audit log of one matter in words, for the officers and on paper for the client."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from babel.messages.pofile import read_po
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone, translation

from probono.accounts import services as access
from probono.accounts.data_classes import ANY, DataClass, Verb
from probono.accounts.handles import handle_of
from probono.accounts.models.access import Basis
from probono.accounts.registry import registered
from probono.accounts.roles import Role
from probono.audit import services as audit
from probono.audit.actions import Action, Outcome, Reason
from probono.audit.models import Entry
from probono.audit.services import Act, append
from probono.matters import acts
from probono.matters.models import Matter
from probono.matters.pages import opened
from tests.integration.conftest import BEGAN

SITE = Path(__file__).parents[3] / "src" / "probono"
TEMPLATE = SITE / "matters" / "templates" / "matters" / "opened_print.html"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{16}")
pytestmark = pytest.mark.django_db


def _text(page: bytes) -> str:
    body = page.decode().split("<main", 1)[1].split("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def _append(matter: Matter, **told: Any) -> Entry:
    return append(
        Act(handle=handle_of(matter.pk, matter.pk), **{"action": Action.READ, "route": "matters:record"} | told)
    )


@pytest.fixture
def officer(home: Any) -> Any:
    """Paz, the privacy officer."""
    account = access.add_account(email="paz@example.test", name="Paz Ferreira")
    access.add_member(account=account, organisation=home, role=Role.PRIVACY_OFFICER, starts=BEGAN)
    return account


@pytest.fixture
def page(urls: SimpleNamespace) -> str:
    return f"{urls.matter}opened/"


def test_the_legal_director_reads_who_opened_what(
    as_: Callable[[Any], Client], avery: Any, dana: Any, urls: SimpleNamespace, page: str
) -> None:
    as_(avery).get(urls.record)
    as_(avery).post(urls.record)

    text = _text(as_(dana).get(page).content)

    assert "Avery Lindqvist Bramblewood &amp; Finch LLP Read: the criminal record Done" in text
    assert "Changed: the criminal record Did not work" in text


def test_somebody_who_was_refused_is_there(
    as_: Callable[[Any], Client], casey: Any, dana: Any, urls: SimpleNamespace, page: str
) -> None:
    as_(casey).get(urls.facts)

    assert "Casey Marchetti Harrowgate Stone LLP Wanted to open: what the client has told Refused" in _text(
        as_(dana).get(page).content
    )


def test_the_manager_the_director_and_the_officer_may_and_the_tab_tells(
    as_: Callable[[Any], Client], blair: Any, dana: Any, officer: Any, urls: SimpleNamespace, page: str
) -> None:
    for account in (blair, dana, officer):
        browser = as_(account) if account.is_demo else _signed_in(account)
        assert browser.get(page).status_code == 200, account.name
        assert browser.get(f"{page}print/").status_code == 200, account.name
        assert page in browser.get(urls.matter).content.decode(), account.name


def test_nobody_else_may_and_no_tab_tells(
    as_: Callable[[Any], Client], avery: Any, casey: Any, elif_: Any, frankie: Any, urls: SimpleNamespace, page: str
) -> None:
    for account in (avery, casey, elif_, frankie):
        browser = as_(account)
        assert browser.get(page).status_code == 404, account.name
        assert browser.get(f"{page}print/").status_code == 404, account.name
        assert page not in browser.get(urls.matter).content.decode(), account.name


def test_a_wall_shuts_it_too(as_: Callable[[Any], Client], dana: Any, matter: Matter, page: str) -> None:
    access.deny(account=dana, data_class=ANY, basis=Basis.WALL, matter_id=matter.pk)

    assert as_(dana).get(page).status_code == 404


def test_looking_at_the_list_is_on_the_list(as_: Callable[[Any], Client], dana: Any, page: str) -> None:
    browser = as_(dana)
    browser.get(page)

    assert "Dana Wexler" in _text(browser.get(page).content)
    assert "Read: the list of who opened the file Done" in _text(browser.get(page).content)


def test_it_is_in_pages_newest_first(
    as_: Callable[[Any], Client], avery: Any, dana: Any, matter: Matter, page: str
) -> None:
    for _ in range(opened.A_PAGE):
        _append(matter, actor=avery.pk)
    _append(matter, actor=avery.pk, route="matters:facts")

    browser = as_(dana)
    first, second = browser.get(page).content.decode(), browser.get(f"{page}?page=2").content.decode()
    assert first.count("<tr>") == opened.A_PAGE + 1
    assert first.index("what the client has told") < first.index("the criminal record")
    assert "?page=2" in first
    assert "Gave access" in second
    assert browser.get(f"{page}?page=nonsense").status_code == 200


def test_who_was_given_access_and_who_was_shut_out_are_named(
    as_: Callable[[Any], Client], avery: Any, casey: Any, dana: Any, matter: Matter, page: str
) -> None:
    wall = access.deny(account=casey, data_class=ANY, basis=Basis.WALL, matter_id=matter.pk, by=dana)
    access.end_deny(wall=wall, by=dana)
    access.end_grants(account=avery, matter_id=matter.pk, by=dana)

    text = _text(as_(dana).get(page).content)

    assert "The site itself Gave access: Avery Lindqvist" in text
    assert "Shut out of the file: Casey Marchetti" in text
    assert "Let in again: Casey Marchetti" in text
    assert "Ended the access: Avery Lindqvist" in text


def test_an_opening_in_an_emergency_tells_its_reason(
    as_: Callable[[Any], Client], dana: Any, matter: Matter, page: str
) -> None:
    _append(matter, actor=dana.pk, action=Action.BREAK_GLASS, reason=Reason.COURT_DATE, route="")

    assert "Opened it in an emergency A court date that cannot wait" in _text(as_(dana).get(page).content)


def test_a_removed_account_is_a_person_who_is_no_longer_here(
    as_: Callable[[Any], Client], dana: Any, matter: Matter, page: str
) -> None:
    _append(matter, actor=uuid4())

    assert "A person who is no longer here Read: the criminal record" in _text(as_(dana).get(page).content)


def test_somebody_who_left_keeps_her_name_and_the_place_she_worked_at(
    as_: Callable[[Any], Client], avery: Any, dana: Any, matter: Matter, page: str, other_firm: Any
) -> None:
    _append(matter, actor=avery.pk)
    membership = avery.memberships.get()
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    access.end_member(membership=membership, on=tomorrow)
    access.add_member(account=avery, organisation=other_firm, role=Role.VOLUNTEER_ATTORNEY, starts=tomorrow)
    avery.is_active = False
    avery.save()

    assert "Avery Lindqvist Bramblewood &amp; Finch LLP Read" in _text(as_(dana).get(page).content)


def test_the_client_is_never_named(
    as_: Callable[[Any], Client], dana: Any, home: Any, matter: Matter, page: str
) -> None:
    account = access.add_account(email="client@example.test", name="Marisol Aranda Vega")
    access.add_member(account=account, organisation=home, role=Role.CLIENT, starts=BEGAN)
    _append(matter, actor=account.pk)

    text = _text(as_(dana).get(f"{page}print/").content)
    assert "The client herself" in text
    assert "Marisol" not in text
    assert matter.code_name not in text


def test_the_client_s_own_look_is_hers(as_: Callable[[Any], Client], dana: Any, matter: Matter, page: str) -> None:
    _append(matter, route="client:look")

    assert "The client herself Read: where things stand" in _text(as_(dana).get(page).content)


@pytest.mark.parametrize("data_class", acts.APART)
def test_nothing_tells_that_the_advocate_keeps_notes(
    as_: Callable[[Any], Client], frankie: Any, dana: Any, matter: Matter, page: str, data_class: str
) -> None:
    before = as_(dana).get(page).content.count(b"<tr>")
    _append(matter, actor=frankie.pk, data_class=data_class, route="advocacy:notes")

    text = as_(dana).get(page).content.decode()
    assert "advocacy" not in text
    assert text.count("<tr>") == before + 1  # her own look at the list, before


def test_another_matter_s_acts_are_not_there(
    as_: Callable[[Any], Client], casey: Any, dana: Any, matter: Matter, page: str
) -> None:
    other = Matter.objects.create(client_id=matter.client_id, code_name="Teal Harbor 1")
    append(Act(Action.READ, actor=casey.pk, handle=handle_of(other.pk, other.pk), route="matters:record"))

    assert "Casey" not in as_(dana).get(page).content.decode()


def test_the_paper_tells_what_repeats_once_and_holds_no_number_of_anything(
    as_: Callable[[Any], Client], avery: Any, dana: Any, matter: Matter, urls: SimpleNamespace, page: str
) -> None:
    for _ in range(4):
        as_(avery).get(urls.record)

    answer = as_(dana).get(f"{page}print/").content
    text = _text(answer)

    assert re.search(
        r"Avery Lindqvist \(Bramblewood &amp; Finch LLP\)\. Read: the criminal record \([\w:. ]+; 4 times that day\) ?\.",
        text,
    )
    assert not UUID.search(text)
    assert "Who opened my file" in text
    assert str(timezone.localdate().year) in text


def test_the_paper_comes_in_spanish(
    as_: Callable[[Any], Client], avery: Any, dana: Any, matter: Matter, urls: SimpleNamespace, page: str
) -> None:
    as_(avery).get(urls.record)
    as_(avery).post(urls.record)

    answer = as_(dana).get(f"{page}print/?language=es").content
    text = _text(answer)

    assert b'<html lang="es">' in answer
    assert "Quién abrió mi expediente" in text
    assert "Leyó: los antecedentes penales (" in text
    assert "No funcionó: no se cambió nada." in text
    assert re.search(r"\d+ de [a-z]+ de \d{4}", text)
    assert "Read" not in text


def test_the_paper_comes_in_the_client_s_language_unless_another_is_asked_for(
    as_: Callable[[Any], Client], dana: Any, matter: Matter, page: str
) -> None:
    matter.client.language = "es"
    matter.client.save()

    browser = as_(dana)
    assert b'<html lang="es">' in browser.get(f"{page}print/").content
    assert b'<html lang="en">' in browser.get(f"{page}print/?language=en").content
    assert b'<html lang="es">' in browser.get(f"{page}print/?language=xx").content


def test_who_may_not_know_the_client_prints_in_english_first(officer: Any, matter: Matter, page: str) -> None:
    matter.client.language = "es"
    matter.client.save()

    assert b'<html lang="en">' in _signed_in(officer).get(f"{page}print/").content


def test_a_list_that_cannot_be_told_is_not_shown(
    as_: Callable[[Any], Client], dana: Any, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = as_(dana)

    def broken(*_: Any, **__: Any) -> None:
        raise audit.UnavailableError

    monkeypatch.setattr("probono.accounts.entry.append", broken)

    assert browser.get(page).status_code == 503


def test_every_page_of_a_matter_has_words_of_its_own() -> None:
    about_a_matter = [name for name, route in registered().items() if name.startswith("matters:") and not route.listing]

    assert [name for name in acts.WHAT if name.startswith("matters:") and name not in registered()] == []
    assert [name for name in about_a_matter if acts.what_of(name, registered()[name].data_class) == ""] == []


def test_an_address_without_words_is_told_by_its_kind_of_data() -> None:
    with translation.override("en"):
        assert acts.what_of("elsewhere:new", DataClass.RELEASES) == "what the client has allowed"
        assert acts.what_of("elsewhere:new", "") == "the file"
        assert acts.what_of("elsewhere:new", "D99") == "the file"


def test_every_act_ending_and_reason_has_words() -> None:
    assert set(acts.DONE) == set(Action)
    assert set(acts.ENDED) == set(Outcome)
    assert set(acts.REASONS) | {Reason.NONE} == set(Reason)


def test_every_word_of_the_paper_has_its_spanish() -> None:
    with (SITE / "ui" / "locale" / "es" / "LC_MESSAGES" / "django.po").open("rb") as file:
        spanish = {
            message.id if isinstance(message.id, str) else message.id[0]: message.string for message in read_po(file)
        }
    text = TEMPLATE.read_text("utf-8")
    said = re.findall(r'{% translate ["\']([^"\']*(?:\'[^"]*)?)["\'] %}', text)
    said += [one.split("{% plural")[0] for one in re.findall(r"{% blocktranslate[^%]*%}(.*?){% endblock", text)]
    tables = (acts.DONE, acts.ENDED, acts.REASONS, acts.WHAT, acts.KINDS)
    with translation.override("en"):
        said += [str(word) for table in tables for word in table.values()] + [str(acts.OTHER), str(acts.TRIED)]

    assert len(said) > 60
    assert sorted({one for one in said if not spanish.get(one)}) == []


def test_the_matrix_gives_it_to_those_three_alone() -> None:
    from probono.accounts.matrix import Standing, allowed

    readers = {role for role in Role if allowed(role, Standing.STANDING).get(DataClass.AUDIT) == Verb.READ}

    assert readers == {Role.PRO_BONO_MANAGER, Role.LEGAL_DIRECTOR, Role.PRIVACY_OFFICER}


def _signed_in(account: Any) -> Client:
    """A browser of somebody who is none of the demo's people."""
    account.is_demo = True
    account.save()
    client = Client(SERVER_NAME="localhost")
    assert client.post("/demo-sign-in/", {"person": str(account.pk)}).status_code == 302
    assert django_settings.EVALUATION_MODE
    return client
