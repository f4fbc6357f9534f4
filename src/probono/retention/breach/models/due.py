"""A day counsel entered for one of the duties that the program only flags."""

import uuid

from django.db import models

from probono.vault.fields import EncryptedTextField


class DueDay(models.Model):
    """`flag` is a code of duties.toml. `cite` is what counsel read; without it no day is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    breach = models.ForeignKey("breach.Breach", on_delete=models.CASCADE, related_name="due_days")
    flag = models.CharField(max_length=24)
    due_on = models.DateField()
    cite = EncryptedTextField()
    entered_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["breach", "flag"], name="breach_duty_once"),)

    def __str__(self) -> str:
        return str(self.pk)
