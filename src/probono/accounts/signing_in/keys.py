"""A person's ways in as a whole: which she has, that one always stays, and what ends when one is added or taken away."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpRequest

from probono.accounts.models import Account
from probono.accounts.signing_in.sessions import end_all, renew

_WAYS = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)


class LastKeyError(Exception):
    """The last way in was about to be removed."""


def ways_of(account: Account) -> list[Authenticator]:
    """Her passkeys and her authenticator app; recovery codes are none."""
    return list(Authenticator.objects.filter(user=account, type__in=_WAYS).order_by("created_at", "pk"))


def has_way_in(account: Account) -> bool:
    """Whether she can sign in by herself: with a key of her own, or through her firm."""
    return bool(ways_of(account)) or account.firm_identities.exists()


@transaction.atomic
def remove(account: Account, pk: int) -> bool:
    """Takes one way in away; false when it is none of hers. LastKeyError when it is the last."""
    Account.objects.select_for_update().get(pk=account.pk)
    ways = ways_of(account)
    found = next((way for way in ways if way.pk == pk), None)
    if found is None:
        return False
    if len(ways) == 1:
        raise LastKeyError
    if found.type == Authenticator.Type.TOTP:
        Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).delete()
    found.delete()
    return True


@transaction.atomic
def remove_all(account: Account) -> None:
    """Every way in and every session ends: a recovery begins."""
    Authenticator.objects.filter(user=account).delete()
    account.firm_identities.all().delete()
    end_all(account)


def changed(request: HttpRequest, account: Account) -> None:
    """After a change of keys: every other session ends, and this one gets a new id."""
    end_all(account, except_key=request.session.session_key)
    renew(request)
