"""A client's look at where things stand: opened by staff for half an hour, with a phrase told by voice."""

import uuid

from django.db import models


class ClientWindow(models.Model):
    """It names a matter by its id only. `session_key` is the one browser the phrase was entered in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter_id = models.UUIDField(db_index=True)
    opened_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    phrase_mark = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    entered_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    session_key = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return str(self.pk)
