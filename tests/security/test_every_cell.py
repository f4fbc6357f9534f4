"""S-01: every role, every address, every way to stand to a matter: what the matrix says, and nothing else.

A refusal is the same answer, byte for byte, as that of an address that never existed. What is expected comes from
tests/security/said.py, which reads the matrix by itself. With `-s` each role prints how many cells were asked.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from demo.pdf import text_pdf
from probono.accounts import entry, registry, services
from probono.accounts.data_classes import ANY, DataClass
from probono.accounts.models import Account, Grant, Membership
from probono.accounts.models.access import Basis
from probono.accounts.roles import BELONGS, Role, belongs
from probono.accounts.selectors import home_organisation
from probono.consent.contact.models import ContactRoute, PersonToAvoid
from probono.consent.policies import latest_day
from probono.consent.services import releases
from probono.consent.services.copies import signed_copy
from probono.matters.models import BuildState, FactSheet, ItemRow, Matter, PacketBuild, Paper, RecordUpload, WordEdit
from probono.matters.services.downloads import KINDS
from probono.matters.services.facts import save_facts
from probono.matters.services.opening import open_matter
from probono.matters.services.record import add_sheet, set_holders
from probono.matters.services.sheet_taking import take_sheet
from probono.people.services import add_client
from probono.ui.today import today
from probono.vault import files
from probono.vault.fields import scope_of
from tests.integration.conftest import BEGAN, SHEET
from tests.security.said import Standing, held, reaches

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

METHODS = ("GET", "POST")
ANYTHING: dict[str, Any] = {"int": 1, "uuid": UUID(int=1), "slug": "none", "str": "none"}
OPENERS = {Role.COMMUNITY_ADVOCATE, Role.PRO_BONO_MANAGER}
NARROWER = {
    ("matters:team-add", "POST"): {Role.PRO_BONO_MANAGER, Role.LEGAL_DIRECTOR},
    ("matters:team-end", "POST"): {Role.PRO_BONO_MANAGER, Role.LEGAL_DIRECTOR},
    ("matters:wall-end", "POST"): {Role.LEGAL_DIRECTOR, Role.PRIVACY_OFFICER},
    ("matters:window-close", "POST"): OPENERS,
    ("matters:contact-confirm", "POST"): {Role.COMMUNITY_ADVOCATE},
    ("matters:contact-send", "POST"): {Role.COMMUNITY_ADVOCATE, Role.VOLUNTEER_ATTORNEY},
    ("matters:record-holders", "POST"): {Role.VOLUNTEER_ATTORNEY, Role.LEGAL_DIRECTOR},
}
"""Acts that the matrix's notes leave to some of those who reach the class: teams, walls, a client's look, notes to her."""
AT_LEAST = 700
"""Cells for one role."""
CODE_NAME = "Umber Quarry 77"
NAMES = ("Marisol", "Vega", CODE_NAME)


@dataclass(frozen=True, slots=True)
class World:
    """One matter with something behind every address, and another matter of another client."""

    matter: Matter
    other: Matter
    parts: dict[str, Any]
    """What stands in an address, by the name of the part."""
    files: dict[str, UUID]
    """One file of each kind of download."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address, with the class and verbs it names. `inside` is the class of what it fetches, when that is narrower."""

    name: str
    kwargs: dict[str, Any]
    route: entry.Route
    inside: str = ""

    def verb(self, method: str) -> str:
        return self.route.get if method == "GET" else self.route.post

    @property
    def has_subject(self) -> bool:
        return "matter_id" in self.kwargs

    def at(self, matter_id: UUID) -> str:
        return reverse(self.name, kwargs=self.kwargs | ({"matter_id": matter_id} if self.has_subject else {}))


def addresses(world: World) -> list[Address]:
    """Every registered address, each with parts that lead to something; a download once for each kind of file."""
    found = []
    for name, pattern, view in registry.views("probono.config.urls"):
        if not hasattr(view, "route"):
            continue
        wanted = {part: kind for kind, part in re.findall(r"<(\w+):(\w+)>", pattern)}
        for kwargs, inside in _parts(name, wanted, world):
            found.append(Address(name, kwargs, view.route, inside))
    return found


def _parts(name: str, wanted: dict[str, str], world: World) -> Iterator[tuple[dict[str, Any], str]]:
    """What stands in an address; where it names no matter, anything of the right kind."""
    if name == "matters:download":
        for kind, (model, _make) in KINDS.items():
            yield {"matter_id": world.matter.pk, "kind": kind, "pk": world.files[kind]}, str(model.data_class)
        return
    told = world.parts | world.parts.get(name, {}) if "matter_id" in wanted else {}
    anything = {} if "matter_id" in wanted else {part: ANYTHING[kind] for part, kind in wanted.items()}
    missing = [one for one in wanted if one not in told | anything]
    assert not missing, f"{name} has parts this test does not know: give {missing} a value that leads to something."
    yield {one: (told | anything)[one] for one in wanted}, ""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to stand to the matter: how it comes about, and what it comes to."""

    name: str
    arrange: Callable[[Account, Role, World], None]
    comes_to: Standing
    elsewhere: bool = False
    exists: bool = True
    """Whether she asks for the matter, or for one under an id that was never given."""


def _nothing(account: Account, role: Role, world: World) -> None:
    """Her role and nothing more."""


def _team(account: Account, role: Role, world: World, matter: Matter | None = None) -> None:
    on = matter or world.matter
    services.engage(account=account, role=role, matter_id=on.pk, client_id=on.client_id)


def _release(account: Account, role: Role, world: World, matter: Matter | None = None) -> None:
    on = matter or world.matter
    services.release(account=account, role=role, matter_id=on.pk, client_id=on.client_id)


def _both(account: Account, role: Role, world: World) -> None:
    _team(account, role, world)
    _release(account, role, world)


def _on_the_other(account: Account, role: Role, world: World) -> None:
    _team(account, role, world, world.other)
    _release(account, role, world, world.other)


def _moved(days: int) -> Callable[[Account, Role, World], None]:
    """On the team for a day that is so many days from now."""

    def arrange(account: Account, role: Role, world: World) -> None:
        _both(account, role, world)
        day = timezone.now() + dt.timedelta(days=days)
        Grant.objects.filter(account=account, matter_id__isnull=False).update(
            starts=day, until=day + dt.timedelta(days=1)
        )

    return arrange


def _walled(data_class: str, basis: str) -> Callable[[Account, Role, World], None]:
    def arrange(account: Account, role: Role, world: World) -> None:
        _both(account, role, world)
        on = world.matter
        whom = {"client_id": on.client_id} if basis == Basis.CLIENT_NO else {"matter_id": on.pk}
        services.deny(account=account, data_class=data_class, basis=basis, **whom)

    return arrange


def _ended(account: Account, role: Role, world: World) -> None:
    _both(account, role, world)
    services.end_member(membership=Membership.objects.get(account=account), on=timezone.localdate())


def _off(account: Account, role: Role, world: World) -> None:
    _both(account, role, world)
    services.end_grants(account=account, matter_id=world.matter.pk)


_ON = Standing(team=True, released=True)
WAYS = (
    Way("not on the team", _nothing, Standing()),
    Way("on the team", _team, Standing(team=True)),
    Way("released, not on the team", _release, Standing(released=True)),
    Way("on the team and released", _both, _ON),
    Way("another organization's, on another matter", _on_the_other, Standing(), elsewhere=True),
    Way("walled off", _walled(ANY, Basis.WALL), Standing(walled=frozenset({ANY}))),
    Way("the client's no", _walled(ANY, Basis.CLIENT_NO), Standing(walled=frozenset({ANY}))),
    Way(
        "walled off from the legal file",
        _walled(DataClass.LEGAL_FILE, Basis.WALL),
        Standing(team=True, released=True, walled=frozenset({DataClass.LEGAL_FILE})),
    ),
    Way(
        "the client's no for her facts",
        _walled(DataClass.FACTS, Basis.CLIENT_NO),
        Standing(team=True, released=True, walled=frozenset({DataClass.FACTS})),
    ),
    Way("expired", _moved(-9), Standing()),
    Way("not begun", _moved(9), Standing()),
    Way("taken off the team", _off, Standing()),
    Way("the role ended", _ended, Standing(member=False)),
    Way("asks for one that never existed", _both, _ON, exists=False),
)


@pytest.fixture
def world(with_facts: Matter, avery: Account, settings: Any) -> World:
    """Nothing is built: a finished packet is put there, and a build that is asked for waits."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    Matter.objects.filter(pk=with_facts.pk).update(code_name=CODE_NAME)  # no example on a page has it
    rosa = add_client(by=None, name="Rosa Fictional", code_name="Teal Harbor 11")
    other = open_matter(by=None, client_id=rosa.pk, code_name=rosa.code_name)
    pages = [["FICTIONAL", *page.splitlines()] for page in SHEET.decode().split("\f")]
    add_sheet(by=avery, matter=with_facts, sheet=take_sheet(text_pdf(pages, title="FICTIONAL"), "sheet.pdf"))
    facts = FactSheet.objects.get(matter=with_facts)
    changed = facts.document | {"counsel": facts.document["counsel"] | {"organization": "FICTIONAL LLP"}}
    save_facts(by=avery, matter=with_facts, document=changed, based_on=facts.number)
    set_holders(by=avery, matter=with_facts, holders="readers")  # counsel's own switch is tried in test_copies
    return World(with_facts, other, *_behind(with_facts, avery))


def _behind(matter: Matter, avery: Account) -> tuple[dict[str, Any], dict[str, UUID]]:
    build = PacketBuild.objects.create(
        matter=matter, made_by=avery, number=1, state=BuildState.DONE, progress=100, manifest={"files": []}
    )
    paper = Paper(matter=matter, made_by=avery, build=build, position=0, slot="los-angeles/petition", title="Petition")
    paper.other_name = "plan.json"
    for kind in ("pdf", "word", "other"):
        setattr(paper, kind, files.store(b"FICTIONAL", scope_of(paper)))
    paper.save()
    edit = WordEdit(matter=matter, made_by=avery, slot=paper.slot, number=1, title="Petition", name="petition.docx")
    edit.based_on, edit.size = build, 9
    edit.file = files.store(b"FICTIONAL", scope_of(edit))
    edit.save()
    upload = RecordUpload.objects.filter(matter=matter).latest("made_at")
    wall = services.deny(account=_walled_off(), data_class=ANY, basis=Basis.WALL, matter_id=matter.pk)
    item = ItemRow.objects.filter(matter=matter, version__upload=upload).first()
    assert item is not None
    way = ContactRoute(matter_id=matter.pk, client_id=matter.client_id, kind="phone", value="555-0100 FICTIONAL")
    way.for_lawyer, way.approved_at = True, timezone.now()
    way.save()
    avoided = PersonToAvoid(matter_id=matter.pk, client_id=matter.client_id, name="Rex FICTIONAL")
    avoided.save()
    release = releases.draw_up(
        by=None, matter_id=matter.pk, client_id=matter.client_id, organisation=avery.memberships.get().organisation, purpose="represent",
        classes=["D2"], language="en", last_day=latest_day(today()),
    )  # fmt: skip
    copy = signed_copy(text_pdf([["FICTIONAL"]], title="FICTIONAL"), "paper.pdf")
    releases.sign(by=None, release=release, how="paper", signed_on=today(), copy=copy)
    parts = {
        "way": way.pk, "avoided": avoided.pk,
        "release": release.pk, "matter_id": matter.pk,
        "page": 1, "place": 1, "item_key": item.item_key, "name": "petitioner", "number": 1,
        "mark": "capd_los_angeles", "office": "los_angeles_district_attorney",
        "matters:give-word": {"pk": paper.pk}, "person": avery.pk, "wall": wall.pk,
    }  # fmt: skip
    kinds = {"sheet": upload.pk, "edit": edit.pk, "packet": build.pk}
    return parts, kinds | dict.fromkeys(("pdf", "word", "other"), paper.pk)


def _walled_off() -> Account:
    return services.add_account(email="walled@example.test", name="Quinn Hollis")


def _organisation(role: Role, *, elsewhere: bool) -> Any:
    """One that can hold the role; for `elsewhere` one of another name, where the role is not the home's own."""
    kind = "firm" if belongs(role, "firm") else sorted(BELONGS.get(role, {"home"}))[0]
    if kind == "home":
        return home_organisation()
    return services.add_organisation(name="Second LLP" if elsewhere else "First LLP", kind=kind)


def _person(role: Role, way: Way) -> Account:
    account = services.add_account(email=f"{role}@example.test".lower(), name="Robin Ashgrove", is_demo=True)
    organisation = _organisation(role, elsewhere=way.elsewhere)
    services.add_member(account=account, organisation=organisation, role=role, starts=BEGAN)
    return account


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside leaves nothing behind."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _asked(browser: Client, method: str, address: str) -> HttpResponse:
    """The answer, with the browser as it was before."""
    kept = browser.cookies.copy()
    with undone():
        answer: HttpResponse = browser.generic(method, address)  # type: ignore[assignment]
    browser.cookies = kept
    return answer


def _bytes(answer: HttpResponse) -> tuple[int, bytes, tuple[tuple[str, str], ...], tuple[str, ...]]:
    """All of an answer that a browser can tell apart; the session's cookie has a new end with every answer."""
    cookies = tuple(sorted(f"{one.key} {one.value} {one['path']} {one['samesite']}" for one in answer.cookies.values()))
    return answer.status_code, answer.content, tuple(sorted(answer.headers.items())), cookies


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.name.lower())
def test_each_address_answers_as_the_matrix_says(world: World, as_: Callable[[Any], Client], role: Role) -> None:
    wrong, asked, allowed = [], 0, 0
    every = addresses(world)
    of_matters = [one for one in every if one.has_subject or one.route.listing]
    for way in WAYS:
        with undone():
            account = _person(role, way)
            way.arrange(account, role, world)
            browser = as_(account)
            classes = held(role, way.comes_to)
            nowhere = {method: _bytes(_asked(browser, method, f"/matters/{uuid4()}/nowhere/")) for method in METHODS}
            matter_id = world.matter.pk if way.exists else uuid4()
            for address in every if way is WAYS[0] else of_matters:
                for method in METHODS:
                    answer = _asked(browser, method, address.at(matter_id))
                    asked += 1
                    holds = classes if way.exists or not address.has_subject else {}
                    problem = _problem(address, method, role, holds, answer, nowhere[method])
                    allowed += answer.status_code != 404
                    wrong += [f"{way.name}: {method} {address.name} {address.inside}: {problem}"] if problem else []

    print(f"{role.name.lower()}: {asked} cells asked, {allowed} of them answered, {asked - allowed} refused")
    assert not wrong, "\n".join(wrong)
    assert asked == len(METHODS) * (len(every) + len(of_matters) * (len(WAYS) - 1)) >= AT_LEAST


def _problem(address: Address, method: str, role: Role, classes: dict[str, str], answer: Any, nowhere: Any) -> str:
    """What is wrong with an answer, or nothing."""
    if answer.status_code >= 500:
        return f"an error, {answer.status_code}"
    if not address.has_subject:
        return _told_of(address, classes, answer)
    may = reaches(classes, address.route.data_class, address.verb(method))
    may = may and (not address.inside or method == "POST" or reaches(classes, address.inside, "read"))
    may = may and role in NARROWER.get((address.name, method), {role})
    if may:
        return "refused, and the matrix allows it" if answer.status_code == 404 else ""
    if answer.status_code != 404:
        return f"answered with {answer.status_code}, and the matrix allows nothing"
    return "" if _bytes(answer) == nowhere else "refused, and not as an address that never existed"


def _told_of(address: Address, classes: dict[str, str], answer: Any) -> str:
    """A page that names no matter tells of one only to those who may know that it exists."""
    tells, knows = any(name.encode() in answer.content for name in NAMES), reaches(classes, ANY, "read")
    if tells and not (address.route.listing and knows):
        return "tells of a matter that does not exist for her"
    if address.name == "matters:list" and answer.status_code == 200 and knows and not tells:
        return "does not show a matter she may know of"
    return ""
