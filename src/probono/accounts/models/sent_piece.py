"""One piece of a large file that is on its way, so that a lost connection does not begin it again."""

import uuid

from django.db import models


class SentPiece(models.Model):
    """The piece lies in the file store under the client's key. `upload` is a keyed hash of whose file it is and for which form:
    the row names neither the client nor the file.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    upload = models.CharField(max_length=64)
    begins = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    file = models.UUIDField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "upload", "begins"], name="accounts_sentpiece_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
