"""Passkeys: adding one, and proving with one. User verification is always asked for, and the passkey is always discoverable."""

import json
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from probono.accounts.models import Account

LONGEST_ANSWER = 20_000
LONGEST_NAME = 60


class NoPasskeyError(Exception):
    """What the browser sent proves nothing. It carries no reason: a page says the same whatever was wrong."""


def options_to_add(account: Account) -> dict[str, Any]:
    """What the browser needs to make a passkey for this account. The challenge waits in the session."""
    return dict(auth.begin_registration(account, passwordless=True))


@transaction.atomic
def add(account: Account, answer: str, name: str) -> Authenticator:
    """Keeps the passkey the browser made. NoPasskeyError when it is not one that was asked for."""
    credential = _read(answer)
    try:
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise NoPasskeyError from error
    made: Authenticator = auth.WebAuthn.add(account, (name.strip() or "Passkey")[:LONGEST_NAME], credential).instance
    return made


def options_to_prove(account: Account | None = None) -> dict[str, Any]:
    """What the browser needs to prove with a passkey: of one account, or of whoever holds one for this site."""
    return dict(auth.begin_authentication(account))


@transaction.atomic
def proved_by(answer: str, account: Account | None = None) -> Account:
    """Whose passkey it was. NoPasskeyError for a wrong, unknown or used answer, and for anybody but `account`."""
    response = _read(answer)
    try:
        auth.parse_authentication_response(response)
        found: Any = auth.extract_user_from_response(response) if account is None else account
        key = auth.complete_authentication(found, response)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise NoPasskeyError from error
    finally:
        auth.clear_state()  # a challenge is for one answer, right or wrong
    if not found.is_active:
        raise NoPasskeyError
    key.record_usage()
    owner: Account = found
    return owner


def passkeys_of(account: Account) -> QuerySet[Authenticator]:
    """The passkeys of an account, the oldest first."""
    return Authenticator.objects.filter(user=account, type=Authenticator.Type.WEBAUTHN).order_by("created_at", "pk")


@transaction.atomic
def rename(key: Authenticator, name: str) -> None:
    """Gives a passkey the name its owner knows it by."""
    key.data["name"] = name.strip()[:LONGEST_NAME] or key.data["name"]
    key.save(update_fields=["data"])


def _read(answer: str) -> dict[str, Any]:
    if not 0 < len(answer) <= LONGEST_ANSWER:
        raise NoPasskeyError
    try:
        read = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise NoPasskeyError from error
    if not isinstance(read, dict) or not isinstance(read.get("response"), dict):
        raise NoPasskeyError
    return read
