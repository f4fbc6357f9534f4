"""A file that was opened in an emergency: by whom, why, until when, and what an officer found of it."""

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils import timezone

from probono.accounts.data_classes import DataClass
from probono.audit.actions import TO_LOOK, choices_of
from probono.matters.models.base import OfMatter

MINUTES = 60
REVIEW_WITHIN = dt.timedelta(hours=72)


class EmergencyOpening(OfMatter):
    """One opening. `made_by` is who opened it; an officer other than her reviews it within 72 hours."""

    data_class = DataClass.RELEASES

    reason = models.CharField(max_length=16, choices=choices_of(TO_LOOK))
    until = models.DateTimeField()
    reviewed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    justified = models.BooleanField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(reviewed_by__isnull=True, reviewed_at__isnull=True, justified__isnull=True)
                | models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False, justified__isnull=False),
                name="emergency_review_is_whole",
            ),
        ]

    @property
    def review_by(self) -> dt.datetime:
        """The moment by which an officer reviews it."""
        return self.made_at + REVIEW_WITHIN

    @property
    def is_overdue(self) -> bool:
        """Whether nobody reviewed it in time."""
        return self.reviewed_at is None and timezone.now() > self.review_by
