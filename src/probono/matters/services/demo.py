"""Loading one fictional matter of the demo, through the same services as a real one."""

import datetime as dt
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from django.db import transaction

from probono.accounts.roles import Role
from probono.consent.contact.services.demo import load_ways
from probono.matters.models import Matter, MatterState, RecordVersion, SideState
from probono.matters.services.facts import save_facts, save_immigration
from probono.matters.services.facts_document import document_of
from probono.matters.services.opening import engage, open_matter, release_to
from probono.matters.services.record import add_sheet, record_of
from probono.matters.services.screening import screen_matter
from probono.matters.services.sheet_taking import take_sheet
from probono.people import code_names
from probono.people import services as people
from probono.ui.today import today
from probono.vault.workshop import workshop
from vacatur.nexus.match import match
from vacatur.reading.facts import read_facts
from vacatur.records.facts import Facts
from vacatur.records.items import items_of

if TYPE_CHECKING:
    from probono.accounts.models import Account

NO_SHEET_YET = ("referred", "screened", "consented")
NO_FACTS_YET = (*NO_SHEET_YET, "records")
DOCKET_DAY = dt.date(2026, 12, 31)
"""No fact of the docket is later; a machine whose clock is behind still loads it."""
STATES = {"opposed": MatterState.ANSWERED, "paused": MatterState.RECORDS}


class Fictional(Protocol):
    """A person of the fictional docket."""

    slug: str
    name: str
    sheet_text: str
    sheet_pdf: bytes
    facts_toml: str
    state: str


@transaction.atomic
def load_matter(person: Fictional, *, team: Sequence[tuple["Account", Role]], second: "Account | None" = None) -> bool:
    """A matter for a fictional person, unless she has one already. Every other sheet comes as PDF, the rest as text.

    `second` looks at what the team's advocate writes down of how she is reached; without her no way is written down.
    """
    code_name = _code_name(person.slug)
    if Matter.objects.filter(code_name=code_name).exists():
        return False
    client = people.add_client(by=None, name=person.name, code_name=code_name)
    state = STATES.get(person.state) or MatterState(person.state)
    matter = open_matter(by=None, client_id=client.pk, code_name=code_name, state=MatterState.RECORDS)
    for account, role in team:
        engage(by=None, matter=matter, account=account, role=role)
        release_to(by=None, matter=matter, account=account)
        if role == Role.COMMUNITY_ADVOCATE and second is not None:
            load_ways(matter_id=matter.pk, client_id=client.pk, advocate=account, second=second)
    if person.state not in NO_SHEET_YET:
        _load_sheet(matter, person)
    Matter.objects.filter(pk=matter.pk).update(
        state=state, side_state=SideState.PAUSED if person.state == "paused" else ""
    )
    return True


def _load_sheet(matter: Matter, person: Fictional) -> None:
    as_pdf = sum(person.slug.encode()) % 2 == 0
    data = person.sheet_pdf if as_pdf else person.sheet_text.encode()
    add_sheet(by=None, matter=matter, sheet=take_sheet(data, "sheet.pdf" if as_pdf else "sheet.txt"))
    if person.state in NO_FACTS_YET:
        screen_matter(by=None, matter=matter)
    else:
        load_facts(matter, person.facts_toml)


def load_facts(matter: Matter, toml: str) -> None:
    """The facts of a FACTS.toml as the matter's first version; those of the immigration file apart."""
    version = RecordVersion.objects.filter(matter=matter).order_by("-number").select_related("upload").get()
    items = items_of(record_of(version))
    facts = _facts(toml)
    document, immigration = document_of(facts, match(items, facts))
    save_facts(by=None, matter=matter, document=document, based_on=0)
    save_immigration(by=None, matter=matter, document=immigration, based_on=0)


def _facts(toml: str) -> Facts:
    with workshop() as folder:
        path = folder / "FACTS.toml"
        path.write_text(toml, encoding="utf-8")
        return read_facts(path, as_of=max(today(), DOCKET_DAY))


def _code_name(slug: str) -> str:
    """The same code name on every run, so that loading twice adds nothing."""
    drawn = random.Random(slug)  # noqa: S311
    return f"{drawn.choice(code_names.FIRST)} {drawn.choice(code_names.SECOND)} {drawn.randrange(10, 100)}"
