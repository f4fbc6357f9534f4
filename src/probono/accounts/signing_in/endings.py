"""Sessions end by themselves when a role changes or an account is disabled, whatever code does it."""

from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from probono.accounts.models import Account, Membership, OpenSession
from probono.accounts.models.open_session import Ended
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


@receiver(user_logged_out)
def signed_out(request: HttpRequest, **more: Any) -> None:
    """Wherever a session is signed out (the quick exit, too), its row ends."""
    rows = OpenSession.objects.filter(session_key=request.session.session_key or "", ended_at=None)
    rows.update(ended_at=timezone.now(), ended=Ended.LEFT)
