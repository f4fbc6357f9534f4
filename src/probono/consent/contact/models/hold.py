"""A safety hold: nothing is sent to a client until an officer and the client's advocate have both lifted it."""

import uuid

from django.db import models


class SafetyHold(models.Model):
    """It names a client by her id and says nothing of her. Whoever would send asks it, whatever else she may see.

    It is hers in every matter: `matter_id` tells only where it was placed, and is empty once that matter is destroyed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    client_id = models.UUIDField(db_index=True)
    matter_id = models.UUIDField(db_index=True, null=True)
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    advocate = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lifted_at__isnull=True)
                | (models.Q(officer__isnull=False, advocate__isnull=False) & ~models.Q(officer=models.F("advocate"))),
                name="hold_is_lifted_by_two",
            ),
            models.UniqueConstraint(
                fields=["client_id"], condition=models.Q(lifted_at__isnull=True), name="one_hold_of_a_client"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
