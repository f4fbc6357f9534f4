"""Authenticator apps, for whoever cannot use a passkey; and recovery codes, which are never a way in by themselves.

A code is used once: the time step it stands for is kept, and no code of that step or an earlier one is taken again. No code
is ever written to a log or the database.
"""

import functools
import uuid

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt, encrypt
from django.db import transaction
from django.utils import timezone

from probono.accounts.models import Account
from probono.accounts.signing_in.adapter import SCOPE
from probono.vault.keys import sealing_key

LAST_STEP = "last_step"
_NOBODY = uuid.UUID(int=0)


def new_secret() -> str:
    """A fresh secret for an app, in base 32."""
    return totp.generate_totp_secret()


def address_of(account: Account, secret: str) -> str:
    """The otpauth address that an app reads."""
    from allauth.mfa.adapter import get_adapter

    return str(get_adapter().build_totp_url(account, secret))


@transaction.atomic
def add(account: Account, secret: str, code: str) -> list[str] | None:
    """Keeps an app once its first code is right, and gives the recovery codes to show once; nothing when it is wrong."""
    step = _step(secret, code)
    if step is None:
        return None
    Authenticator.objects.filter(
        user=account, type__in=[Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES]
    ).delete()
    app = totp.TOTP.activate(account, secret).instance
    app.data[LAST_STEP] = step
    app.save(update_fields=["data"])
    return list(RecoveryCodes.activate(account).get_unused_codes())


@transaction.atomic
def proves(account: Account | None, code: str) -> bool:
    """Whether a code is the app's and was not used before. For nobody the same work is done, and the answer is no."""
    app = _locked(account, Authenticator.Type.TOTP)
    step = _step(decrypt(app.data["secret"] if app else _stand_in()), code)
    if app is None or step is None or step <= app.data.get(LAST_STEP, 0):
        return False
    app.data[LAST_STEP] = step
    app.last_used_at = timezone.now()
    app.save(update_fields=["data", "last_used_at"])
    return True


@transaction.atomic
def spends(account: Account | None, code: str) -> bool:
    """Whether a recovery code is one of hers and was not used before; it is then used."""
    kept = _locked(account, Authenticator.Type.RECOVERY_CODES)
    codes = RecoveryCodes(kept or Authenticator(data={"seed": _stand_in(), "used_mask": 0}))
    found = [
        number for number, each in enumerate(codes.generate_codes()) if compare_user_code(actual=code, expected=each)
    ]
    if kept is None or not found or kept.data["used_mask"] & (1 << found[0]):
        return False
    kept.data["used_mask"] |= 1 << found[0]
    kept.save(update_fields=["data"])
    return True


def app_of(account: Account) -> Authenticator | None:
    """Her authenticator app, if she has one."""
    return Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).first()


def recovery_codes_left(account: Account) -> int:
    """How many recovery codes she has not used."""
    kept = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(RecoveryCodes(kept).get_unused_codes()) if kept else 0


def _locked(account: Account | None, kind: Authenticator.Type) -> Authenticator | None:
    """Locked until the transaction ends, so that a code sent twice at once is taken once."""
    rows = Authenticator.objects.select_for_update().filter(user_id=account.pk if account else _NOBODY, type=kind)
    return rows.first()


def _step(secret: str, code: str) -> int | None:
    """The time step a code stands for, one step of drift allowed each way; every step is computed."""
    steps = list(totp.yield_hotp_counters_from_time())
    right = [
        compare_user_code(actual=code, expected=totp.format_hotp_value(totp.hotp_value(secret, step))) for step in steps
    ]
    return next((step for step, is_right in zip(steps, right, strict=True) if is_right), None)


def _stand_in() -> str:
    """A sealed secret of nobody, so that an address without an app costs the same work."""
    return _sealed_for(sealing_key(SCOPE).id)


@functools.lru_cache(maxsize=4)
def _sealed_for(key_id: bytes) -> str:
    return encrypt(totp.generate_totp_secret())
