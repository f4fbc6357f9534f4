"""One matter a breach may have reached, and the talk with its client. Sealed with the matter's key; it goes with the matter."""

from django.db import models

from probono.retention.models.base import OfSealed
from probono.retention.models.telling import Way
from probono.vault.fields import EncryptedTextField


class Affected(OfSealed):
    """`acts` counts the rows of the audit log that point at the matter in the time looked at."""

    counted_by = "breach"
    waits_for = "told_at"

    breach = models.ForeignKey("breach.Breach", on_delete=models.PROTECT, related_name="affected")
    acts = models.PositiveIntegerField()
    note = EncryptedTextField(default="")
    talker = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    told_way = models.CharField(max_length=12, choices=Way.choices, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["breach", "matter_id"], name="breach_matter_once"),)
