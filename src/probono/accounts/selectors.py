"""Reads: who can sign in here, and what a person is."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from probono.accounts.data_classes import CARRIED_BY, Verb
from probono.accounts.matrix import Standing, allowed, emergency_classes
from probono.accounts.models import Account, Deny, Grant, Membership, Organisation
from probono.accounts.models.access import Basis
from probono.accounts.models.organisation import OrganisationKind
from probono.accounts.roles import Role
from probono.ui.today import today


def live_memberships(account: Account) -> QuerySet[Membership]:
    """The roles an account holds today."""
    day = today()
    return (
        Membership.objects.filter(account=account, starts__lte=day)
        .filter(Q(until__isnull=True) | Q(until__gt=day))
        .select_related("organisation")
        .order_by("organisation__name", "role")
    )


def demo_people() -> list[Account]:
    """The standing people of the demo, in the order of their names, each with memberships."""
    memberships = Prefetch("memberships", queryset=Membership.objects.select_related("organisation").order_by("role"))
    return list(Account.objects.filter(is_demo=True, is_active=True).order_by("name").prefetch_related(memberships))


def roles_of(account: Account) -> set[str]:
    """The codes of the roles an account holds today."""
    return set(live_memberships(account).values_list("role", flat=True)) if account.is_active else set()


def is_officer(account: Account) -> bool:
    """Whether she is one of the officers of walls, emergencies and shredding: legal director or privacy officer."""
    return bool(roles_of(account) & {Role.LEGAL_DIRECTOR, Role.PRIVACY_OFFICER})


def officers() -> list[Account]:
    """The officers of today."""
    day = today()
    live = Membership.objects.filter(starts__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))
    held = live.filter(role__in=[Role.LEGAL_DIRECTOR, Role.PRIVACY_OFFICER])
    return list(Account.objects.filter(is_active=True, pk__in=held.values("account")).order_by("name"))


def holds_by_own_work(account: Account, data_class: str, *, matter_id: UUID) -> bool:
    """Whether she reads a class of a matter on another basis than the client's release to her: her role, the team, an emergency."""
    rights = _now(Grant).filter(account=account, data_class=data_class, verb__in=[Verb.READ, Verb.WRITE])
    rights = rights.exclude(basis=Basis.RELEASE)
    everywhere = Q(matter_id__isnull=True, client_id__isnull=True)
    return bool(rights.filter(Q(matter_id=matter_id) | everywhere).exists())


def holds_anywhere(account: Account, data_class: str, verb: str) -> bool:
    """Whether she may do this with a class of data of anybody at all: for a link to a list, which asks the gate itself."""
    held = _now(Grant).filter(account=account, data_class=data_class, verb__in=CARRIED_BY[verb])
    return account.is_active and bool(held.exists())


def emergency_classes_of(account: Account) -> tuple[str, ...]:
    """What she may open in an emergency: all that her roles may."""
    held, known = roles_of(account), emergency_classes()
    return tuple(sorted({str(one) for role in known if role in held for one in known[role]}))


def people_for_teams() -> list[Account]:
    """Everybody who may be put on a team, with their roles and organisations."""
    day = today()
    live = Membership.objects.filter(starts__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))
    on_teams = live.filter(role__in=[role for role in Role if allowed(role, Standing.TEAM)])
    memberships = Prefetch("memberships", queryset=on_teams.select_related("organisation"))
    return list(
        Account.objects.filter(is_active=True, pk__in=on_teams.values("account"))
        .order_by("name")
        .prefetch_related(memberships)
    )


def people_ever(ids: Iterable[UUID] | None = None) -> list[Account]:
    """Accounts by their ids, or all there are, signed off or not, each with every role she ever held."""
    memberships = Prefetch("memberships", queryset=Membership.objects.select_related("organisation").order_by("starts"))
    found = Account.objects.all() if ids is None else Account.objects.filter(pk__in=list(ids))
    return list(found.prefetch_related(memberships))


def people_with_roles() -> list[Account]:
    """Everybody, those kept out last, each with the roles held today as `live`."""
    day = today()
    live = Membership.objects.filter(starts__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))
    roles = Prefetch("memberships", queryset=live.select_related("organisation").order_by("role"), to_attr="live")
    return list(Account.objects.order_by("-is_active", "name").prefetch_related(roles))


def everybody() -> list[Account]:
    """Every active account by name: whom a wall may be put up for."""
    return list(Account.objects.filter(is_active=True).order_by("name"))


def live_grants(matter_id: UUID) -> list[Grant]:
    """What is granted on one matter now, person by person."""
    return list(
        _now(Grant).filter(matter_id=matter_id).select_related("account").order_by("account__name", "data_class")
    )


def who_reach(matter_id: UUID, data_class: str) -> list[Account]:
    """Who reads a class of one matter by a grant on it now, by name."""
    rights = _now(Grant).filter(matter_id=matter_id, data_class=data_class, verb__in=[Verb.READ, Verb.WRITE])
    return list(Account.objects.filter(is_active=True, pk__in=rights.values("account")).order_by("name"))


def live_walls(matter_id: UUID, client_id: UUID) -> list[Deny]:
    """The walls that stand around one matter now."""
    about = Q(matter_id=matter_id) | Q(client_id=client_id)
    return list(_now(Deny).filter(about).select_related("account").order_by("account__name", "data_class"))


def wall_on(wall_id: UUID, *, matter_id: UUID, client_id: UUID) -> Deny | None:
    """One wall that stands around a matter now."""
    return _now(Deny).filter(Q(matter_id=matter_id) | Q(client_id=client_id)).filter(pk=wall_id).first()


def _now(kind: Any) -> QuerySet[Any]:
    moment = timezone.now()
    return kind.objects.filter(starts__lte=moment).filter(Q(until__isnull=True) | Q(until__gt=moment))


def organisations() -> list[Organisation]:
    """Every organisation by name."""
    return list(Organisation.objects.order_by("name"))


def members_of(organisation: Organisation) -> list[Account]:
    """The people who hold a role in an organisation today, by name."""
    day = today()
    live = Membership.objects.filter(organisation=organisation, starts__lte=day).filter(
        Q(until__isnull=True) | Q(until__gt=day)
    )
    return list(Account.objects.filter(is_active=True, pk__in=live.values("account")).order_by("name"))


def engaged_from(organisation: Organisation, *, matter_id: UUID) -> list[Account]:
    """The people of an organisation who stand on a matter's team now."""
    on_team = set(_now(Grant).filter(matter_id=matter_id, basis=Basis.ENGAGEMENT).values_list("account_id", flat=True))
    return [one for one in members_of(organisation) if one.pk in on_team]


def matters_worked_on(client_id: UUID) -> set[UUID]:
    """Every matter of a client on which anybody ever held anything: ids alone, for a check that asks each of them."""
    rows = Grant.objects.filter(client_id=client_id).values_list("matter_id", flat=True).distinct()
    return {one for one in rows if one is not None}


def held_among(ids: Iterable[UUID], account: Account) -> set[str]:
    """The classes an account holds now by some of these grants."""
    return set(_now(Grant).filter(pk__in=list(ids), account=account).values_list("data_class", flat=True))


def outside_organisations(account: Account) -> list[Organisation]:
    """The organisations somebody works for today, when the home organisation is none of them; otherwise nothing."""
    held = list({one.organisation_id: one.organisation for one in live_memberships(account)}.values())
    return [] if any(one.kind == OrganisationKind.HOME for one in held) else held


def home_organisation() -> Organisation | None:
    """The home organisation, once set up."""
    return Organisation.objects.filter(kind="home").first()


def account_by_id(pk: str) -> Account | None:
    """An active account, or nothing."""
    return Account.objects.filter(pk=pk, is_active=True).first()
