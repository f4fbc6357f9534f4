"""Loads the account of a session. Nobody signs in with a password."""

from uuid import UUID

from django.contrib.auth.backends import BaseBackend

from probono.accounts.models import Account


class AccountBackend(BaseBackend):
    """Sessions are opened by the demo sign-in (evaluation only) and by passkeys; this finds whose session it is."""

    def get_user(self, user_id: UUID) -> Account | None:
        return Account.objects.filter(pk=user_id, is_active=True).first()
