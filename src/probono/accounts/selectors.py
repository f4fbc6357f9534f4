"""Reads: who can sign in here, and what a person is."""

from django.db.models import Prefetch, Q, QuerySet

from probono.accounts.models import Account, Membership, Organisation
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


def home_organisation() -> Organisation | None:
    """The home organisation, once set up."""
    return Organisation.objects.filter(kind="home").first()


def account_by_id(pk: str) -> Account | None:
    """An active account, or nothing."""
    return Account.objects.filter(pk=pk, is_active=True).first()
