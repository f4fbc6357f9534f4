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
    """One hold. Two people lift it; never does it end by itself once two placed it, or a demand that was served did (`lasts`)."""

    reference = EncryptedTextField()
    review_on = models.DateField()
    placed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lift_asked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    lift_asked_why = EncryptedTextField(null=True)
    lifted_why = EncryptedTextField(null=True)
    lasts = models.BooleanField(default=False)
    told = models.CharField(max_length=8, choices=Told.choices, default=Told.TO_TELL)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True) | ~models.Q(agreed_by=models.F("placed_by")),
                name="hold_two_people",
            ),
        )

    def holds(self, now: dt.datetime) -> bool:
        """Whether it stands: placed by two or by a demand, or by one a short while ago; and not lifted. A late review ends nothing."""
        return self.lifted_at is None and (self.lasts or self.agreed_at is not None or now < self.made_at + ALONE)

    @property
    def ends_at(self) -> dt.datetime:
        """When a hold ends that only one person has placed."""
        return self.made_at + ALONE

    def lapsed(self, now: dt.datetime) -> bool:
        """Whether it ended by itself: nobody agreed to it in time."""
        return self.lifted_at is None and not self.holds(now)

    def needs_two_to_lift(self, by: models.Model, now: dt.datetime) -> bool:
        """One alone lifts what she alone has placed, and what holds no more. A demand's own hold is never one person's."""
        mine = self.agreed_by_id is None and self.placed_by_id == by.pk and not self.lasts
        return not (mine or self.lapsed(now))
