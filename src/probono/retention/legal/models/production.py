"""What was given under a demand: when, by whom, which class of data, how much. Never what it says."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.retention.models.base import OfSealed


class Form(models.TextChoices):
    """In what form."""

    PAPER = "paper", _("Copies on paper")
    FILE = "file", _("Files")
    SEALED = "sealed", _("To the judge alone, under seal")
    SHOWN = "shown", _("Shown, and no copy given")
    SPOKEN = "spoken", _("Testimony")


class Production(OfSealed):
    """One line of the log. It is added and never changed; it has no room for words."""

    demand = models.ForeignKey("legal.Demand", on_delete=models.PROTECT, related_name="productions")
    given_class = models.CharField(max_length=3, choices=DataClass.choices)
    form = models.CharField(max_length=8, choices=Form.choices)
    count = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    given_on = models.DateField()
    given_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
