"""What a database with real people never holds: invented people, passwords, the demo's organisations."""

from collections.abc import Callable, Iterable

from django.db.models import Q

from probono.accounts.models import Account, Organisation


def invented_people(is_invented: Callable[[str], bool]) -> bool:
    """Whether an account is one of the demo's, or has an address that reaches nobody."""
    if Account.objects.filter(is_demo=True).exists():
        return True
    addresses = Account.objects.values_list("email", flat=True).iterator()
    return any(is_invented(address.rsplit("@", 1)[-1]) for address in addresses)


def people_with_passwords() -> bool:
    """Whether somebody could be signed in with a password, if anything asked for one."""
    return Account.objects.exclude(Q(password="") | Q(password__startswith="!")).exists()  # noqa: S106


def organisations_named(names: Iterable[str]) -> bool:
    """Whether one of these organisations is there."""
    return Organisation.objects.filter(name__in=list(names)).exists()
