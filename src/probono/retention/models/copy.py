"""The client's own copy of her file: asked for by one officer at her word, agreed to by the other, made, taken once, gone."""

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.retention.models.base import OfSealed
from probono.vault.fields import EncryptedTextField

ANSWERED_WITHIN = dt.timedelta(days=3)
"""How long the other officer may take."""
LIVES = dt.timedelta(hours=24)
"""How long a finished copy waits to be taken."""
AFTER_TAKING = dt.timedelta(hours=1)
"""How long a copy lives once somebody began to take it: long enough for the slowest line."""


class CopyState(models.TextChoices):
    """Where it stands."""

    ASKED = "asked", _("Waits for the other officer")
    MAKING = "making", _("Being made")
    READY = "ready", _("Ready to be taken")
    TAKEN = "taken", _("Taken, to be handed over")
    HANDED = "handed", _("She has it")
    ENDED = "ended", _("Gone: nobody took it in time, or it was called off")
    FAILED = "failed", _("Stopped by an error")


class KnownBy(models.TextChoices):
    """How the officer knew that it was she who asked."""

    FACE = "face", _("We know her and she was in the room")
    PAPER = "paper", _("She was in the room and showed a paper with her picture")
    WORD = "word", _("She said her word on a way that is confirmed")


class Handover(models.TextChoices):
    """How she gets it. Never by e-mail, and never through somebody else."""

    IN_PERSON = "in_person", _("In person, into her hand")
    POST = "post", _("By post, to an address that is confirmed as safe")


OPEN = (CopyState.ASKED, CopyState.MAKING, CopyState.READY, CopyState.TAKEN)
"""One copy at a time."""


class ClientCopy(OfSealed):
    """One copy. `file` is the sealed archive while there is one; the row stays and tells who did what, until the file is destroyed."""

    code_name = EncryptedTextField()
    present = EncryptedTextField(default="")
    state = models.CharField(max_length=8, choices=CopyState.choices, default=CopyState.ASKED)
    asked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    she_asked_on = models.DateField()
    known_by = models.CharField(max_length=8, choices=KnownBy.choices)
    handover = models.CharField(max_length=10, choices=Handover.choices)
    language = models.CharField(max_length=8)
    immigration = models.BooleanField(default=False)
    is_minor = models.BooleanField(default=False)
    agreed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    file = models.UUIDField(null=True, unique=True)
    size = models.PositiveBigIntegerField(null=True)
    until = models.DateTimeField(null=True)
    taken_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    handed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    handed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True) | ~models.Q(agreed_by=models.F("asked_by")),
                name="copy_two_people",
            ),
            models.CheckConstraint(
                condition=models.Q(file__isnull=True) | models.Q(agreed_by__isnull=False, until__isnull=False),
                name="copy_is_agreed_and_ends",
            ),
            models.CheckConstraint(
                condition=models.Q(is_minor=False) | models.Q(handover="in_person"), name="copy_of_a_minor_in_person"
            ),
            models.UniqueConstraint(
                fields=["matter_id"], condition=models.Q(state__in=OPEN), name="copy_one_at_a_time"
            ),
        ]

    def waits(self, now: dt.datetime) -> bool:
        """Whether the other officer may still agree."""
        return self.state == CopyState.ASKED and now < self.made_at + ANSWERED_WITHIN

    def is_here(self, now: dt.datetime) -> bool:
        """Whether it can be taken now."""
        return self.state == CopyState.READY and self.file is not None and self.until is not None and now < self.until
