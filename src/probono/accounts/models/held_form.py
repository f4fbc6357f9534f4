"""A form that came after its session had ended, kept for its owner until she has signed in again."""

import uuid

from django.db import models


class HeldForm(models.Model):
    """The fields lie sealed under a key that only the owner's browser holds; without its cookie they open for nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.pk)
