"""A sealed file that two officers open together, for an hour, with a reason."""

import datetime as dt

from django.db import models

from probono.audit.actions import TO_LOOK, choices_of
from probono.retention.models.base import OfSealed

MINUTES = 60
ANSWERED_WITHIN = dt.timedelta(hours=24)


class SealedReading(OfSealed):
    """Asked for by one officer; the other agrees, and the seal is up for both of them until `until`."""

    asked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=16, choices=choices_of(TO_LOOK))
    agreed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    until = models.DateTimeField(null=True)

    def waits(self, now: dt.datetime) -> bool:
        """Whether the other officer may still agree."""
        return self.agreed_by_id is None and now < self.made_at + ANSWERED_WITHIN
