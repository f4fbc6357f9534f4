"""A session that is open, or was until a short while ago: what its owner sees in the list of her sessions."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class How(models.TextChoices):
    """By what a session was opened."""

    PASSKEY = "passkey", _("Passkey")
    CODE = "code", _("Authenticator app")
    FIRM = "firm", _("The firm's own sign-in")
    DEMO = "demo", _("Demo")


class Ended(models.TextChoices):
    """Why a session ended. Only after the first two may typed text be given back."""

    IDLE = "idle", _("Nothing was done for a while")
    TIME = "time", _("It had lasted its longest time")
    LEFT = "left", _("Signed out")
    CLOSED = "closed", _("Ended by its owner or the program")


class OpenSession(models.Model):
    """One session of one account. It keeps no network address; `device` is a coarse word ("Firefox, Linux")."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="open_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=60, blank=True)
    how = models.CharField(max_length=8, choices=How.choices)
    opened_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended = models.CharField(max_length=8, choices=Ended.choices, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["account", "ended_at"], name="open_sessions_of")]

    def __str__(self) -> str:
        return f"{self.device} {self.opened_at:%Y-%m-%d %H:%M}"
