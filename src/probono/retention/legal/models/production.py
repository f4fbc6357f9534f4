"""What was given under a demand: when, by whom, which class of data, how much. Never what it says."""

import datetime as dt

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.retention.models.base import OfSealed
from probono.retention.models.copy import ANSWERED_WITHIN


class Form(models.TextChoices):
    """In what form."""

    PAPER = "paper", _("Copies on paper")
    FILE = "file", _("Files")
    SEALED = "sealed", _("To the judge alone, under seal")
    SHOWN = "shown", _("Shown, and no copy given")
    SPOKEN = "spoken", _("Testimony")


class Production(OfSealed):
    """One line of the log; it has no room for words. Under a paper that no judge signed it is written before anything is given,
    and has no day until the other officer has agreed. Nothing else of it changes.
    """

    demand = models.ForeignKey("legal.Demand", on_delete=models.PROTECT, related_name="productions")
    given_class = models.CharField(max_length=3, choices=DataClass.choices)
    form = models.CharField(max_length=8, choices=Form.choices)
    count = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    given_on = models.DateField(null=True)
    given_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True) | ~models.Q(agreed_by=models.F("written_by")),
                name="production_two_people",
            ),
        )

    def waits(self, now: dt.datetime) -> bool:
        """Whether the other officer may still agree."""
        return self.given_on is None and self.agreed_by_id is None and now < self.made_at + ANSWERED_WITHIN
