"""Who a person is at her firm's own sign-in."""

from typing import ClassVar

from django.db import models


class FirmIdentity(models.Model):
    """An issuer's subject, bound to one account for good when an invited person first comes through her firm."""

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="firm_identities")
    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)
    bound_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="firm_identity_once"),
            models.UniqueConstraint(fields=["account", "issuer"], name="firm_identity_one_an_issuer"),
        ]

    def __str__(self) -> str:
        return f"{self.issuer} {self.account_id}"
