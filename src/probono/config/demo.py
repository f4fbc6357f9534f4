"""The demo: fictional people, organisations and matters, loaded as often as one likes. Evaluation mode only.

FICTIONAL: nobody named here exists.
"""

import datetime as dt
import importlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

import probono
from probono.accounts import selectors, services
from probono.accounts.roles import Role
from probono.config.vault_room import refuse_older_folder
from probono.vault import keystore

HOME, PARTNER, FIRM, OTHER_FIRM = "home", "partner_firm", "firm", "other_firm"
BEGAN = dt.date(2026, 1, 5)
FIRM_NAMES = ("Bramblewood & Finch LLP", "Harrowgate Stone LLP")


@dataclass(frozen=True, slots=True)
class Standing:
    """One of the demo's standing people. `team` says whether she works on the matters that have a team."""

    email: str
    name: str
    role: Role
    organisation: str
    team: bool = False


PEOPLE = (
    Standing("avery.lindqvist@bramblewood.example", "Avery Lindqvist", Role.VOLUNTEER_ATTORNEY, FIRM, team=True),
    Standing("blair.okonkwo@ridgeline.example", "Blair Okonkwo", Role.PRO_BONO_MANAGER, HOME),
    Standing("casey.marchetti@harrowgate.example", "Casey Marchetti", Role.VOLUNTEER_ATTORNEY, OTHER_FIRM),
    Standing("dana.wexler@ridgeline.example", "Dana Wexler", Role.LEGAL_DIRECTOR, HOME),
    Standing("elif.sorensen@ridgeline.example", "Elif Sorensen", Role.IMMIGRATION_ATTORNEY, HOME),
    Standing("pat.holloway@ridgeline.example", "Pat Holloway", Role.PRIVACY_OFFICER, HOME),
    Standing("frankie.delgado@ridgeline.example", "Frankie Delgado", Role.COMMUNITY_ADVOCATE, HOME, team=True),
)
TEAM_STATES = (
    "engaged", "facts", "draft", "reviewed", "talks", "filed", "opposed", "hearing", "order", "legal_closed",
    "clearing", "verified",
)  # fmt: skip


def setup_demo() -> int:
    """Organisations, people, and every matter of the docket that is not there yet. Running it again adds nothing.

    Once somebody has destroyed a file, no matter is added any more: the one that is missing may be the one that was destroyed.
    """
    if not settings.EVALUATION_MODE:
        raise ImproperlyConfigured("The demo is for evaluation mode only.")
    refuse_older_folder()
    from probono.matters.services.demo import load_matter  # the library is loaded only for this

    organisations = _organisations()
    accounts = {each.email: _person(each, organisations) for each in PEOPLE}
    team = [(accounts[each.email], each.role) for each in PEOPLE if each.team]
    second = next(accounts[each.email] for each in PEOPLE if each.role == Role.LEGAL_DIRECTOR)
    missing = () if keystore.state().shredded else _docket()
    new = sum(
        load_matter(person, team=team if person.state in TEAM_STATES else [], second=second) for person in missing
    )
    print(f"The demo is loaded: {len(accounts)} people, {new} new matters.")
    return 0


def print_people() -> int:
    """How to sign in as each of the demo's people."""
    people = selectors.demo_people()
    if not people:
        print("The demo is not loaded: run probono setup-demo.", file=sys.stderr)
        return 2
    print(f"Open {settings.SITE_ORIGIN}/sign-in/ and choose a person. There are no passwords in evaluation mode.\n")
    for person in people:
        for membership in person.memberships.all():
            print(f"  {person.name:<18} {membership.get_role_display()}, {membership.organisation.name}")
    return 0


def _organisations() -> dict[str, Any]:
    program = settings.PROGRAM
    return {
        HOME: services.add_organisation(name=program.organization, kind="home"),
        PARTNER: services.add_organisation(name=program.partner_firm, kind="partner_firm"),
        FIRM: services.add_organisation(name=FIRM_NAMES[0], kind="firm"),
        OTHER_FIRM: services.add_organisation(name=FIRM_NAMES[1], kind="firm"),
    }


def _person(standing: Standing, organisations: dict[str, Any]) -> Any:
    account = services.add_account(email=standing.email, name=standing.name, is_demo=True)
    services.add_member(
        account=account, organisation=organisations[standing.organisation], role=standing.role, starts=BEGAN
    )
    return account


def _docket() -> tuple[Any, ...]:
    """The fictional docket lies beside the source; an installed wheel has none."""
    root = Path(probono.__file__).parents[2]
    if not (root / "demo" / "docket.py").is_file():
        return ()
    if str(root) not in sys.path:
        sys.path.append(str(root))
    people: tuple[Any, ...] = importlib.import_module("demo.docket").people()
    return people
