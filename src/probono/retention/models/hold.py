"""A hold: because of a lawsuit or a subpoena nothing of a matter may be destroyed. It opens the file to nobody."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.retention.models.base import OfSealed
from probono.vault.fields import EncryptedTextField

LONGEST = dt.timedelta(days=180)
"""The latest day a hold is looked at again."""
ALONE = dt.timedelta(days=3)
"""How long a hold holds that only one person has placed."""


class Told(models.TextChoices):
    """Whether the client knows of it."""

    TO_TELL = "to_tell", _("She is to be told")
    DONE = "done", _("She was told")
    NOT = "not", _("Counsel says she may not be told")


class Hold(OfSealed):
    """One hold. It ends when an officer lifts it, never by itself once two people placed it."""

    reference = EncryptedTextField()
    review_on = models.DateField()
    placed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    told = models.CharField(max_length=8, choices=Told.choices, default=Told.TO_TELL)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True) | ~models.Q(agreed_by=models.F("placed_by")),
                name="hold_two_people",
            ),
        )

    def holds(self, now: dt.datetime) -> bool:
        """Whether it stands: placed by two, or by one a short while ago; and not lifted. A review that is late ends nothing."""
        return self.lifted_at is None and (self.agreed_at is not None or now < self.made_at + ALONE)
