"""A matter (or a client) that is sealed: nobody finds it, whatever her grants say, but for an hour that two officers opened."""

import uuid
from typing import ClassVar

from django.db import models


class Seal(models.Model):
    """One sealed matter or client. The gate and the second wall read it as a deny for everybody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter_id = models.UUIDField(null=True, unique=True)
    client_id = models.UUIDField(null=True, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(matter_id__isnull=True) ^ models.Q(client_id__isnull=True), name="seal_names_one"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SealOpening(models.Model):
    """For one account and a while the seal is not there. It gives no right: what her role does not read stays closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seal = models.ForeignKey(Seal, on_delete=models.CASCADE, related_name="openings")
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)
