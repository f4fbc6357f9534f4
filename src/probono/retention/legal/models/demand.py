"""One demand for what we keep: who asks, by what paper, for which one matter, and until when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.retention.models.base import OfSealed
from probono.retention.models.telling import Way
from probono.vault.fields import EncryptedTextField


class Kind(models.TextChoices):
    """What kind of paper it is."""

    SUBPOENA = "subpoena", _("Subpoena")
    ORDER = "order", _("Court order")
    WARRANT = "warrant", _("Search warrant")
    AGENCY = "agency", _("Demand of an agency")
    ADMINISTRATIVE = "officer", _("Administrative warrant or subpoena of an immigration agency")
    INFORMAL = "informal", _("Request without a paper of a court or an agency")


OF_NO_COURT = (Kind.AGENCY, Kind.ADMINISTRATIVE, Kind.INFORMAL)
"""Papers that compel nothing by themselves, whatever is typed of who signed them."""


class Signed(models.TextChoices):
    """Whether a judge signed it."""

    YES = "yes", _("Yes, a judge signed it")
    NO = "no", _("No: a lawyer, a clerk or an agency signed it, or nobody")
    UNCLEAR = "unclear", _("It cannot be seen")


class Outcome(models.TextChoices):
    """How it ended."""

    WITHDRAWN = "withdrawn", _("It was withdrawn")
    QUASHED = "quashed", _("A court set it aside")
    REFUSED = "refused", _("We refused, and nobody went on")
    ANSWERED = "answered", _("What had to be given was given")
    NOTHING = "nothing", _("We hold nothing that was asked for")


class Demand(OfSealed):
    """What is written in words is sealed with the matter's own key, and ends with it. It opens the file to nobody."""

    asked_by = EncryptedTextField()
    reference = EncryptedTextField()
    wants = EncryptedTextField(default="")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    signed = models.CharField(max_length=8, choices=Signed.choices)
    served_on = models.DateField()
    due_on = models.DateField(null=True)
    taken_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    hold = models.ForeignKey("retention.Hold", on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    told_way = models.CharField(max_length=12, choices=Way.choices, blank=True)
    untold_why = EncryptedTextField(null=True)
    """Why she could not be told before something was given, in counsel's words."""
    untold_at = models.DateTimeField(null=True)
    untold_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)

    @property
    def is_compelling(self) -> bool:
        """Whether it is a paper of a court that a judge signed. Anything else compels nothing until counsel says so."""
        return self.signed == Signed.YES and self.kind not in OF_NO_COURT

    @property
    def is_administrative(self) -> bool:
        """Whether an officer of an immigration agency signed it, and no judge. Source: NILC, Warrants and Subpoenas (2020)."""
        return self.kind == Kind.ADMINISTRATIVE
