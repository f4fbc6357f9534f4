"""Who belongs to which organisation, in which role, from when until when."""

import uuid

from django.db import models

from probono.accounts.roles import Role


class Membership(models.Model):
    """One role of one account in one organisation. `until` is the first day it no longer holds."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=2, choices=Role.choices)
    starts = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "organisation", "role"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("starts")),
                name="membership_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.organisation_id}"
