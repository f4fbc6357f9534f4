"""Sessions end by themselves when a role changes or an account is disabled, whatever code does it."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from probono.accounts.models import Account, Membership
from probono.accounts.signing_in.sessions import end_all


@receiver([post_save, post_delete], sender=Membership)
def role_changed(instance: Membership, **more: Any) -> None:
    """A role given, ended or taken away ends every session of its holder."""
    end_all(instance.account)


@receiver(post_save, sender=Account)
def account_disabled(instance: Account, created: bool, **more: Any) -> None:
    """An account that may not come in any more is out at once."""
    if not created and not instance.is_active:
        end_all(instance)
