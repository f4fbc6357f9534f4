"""The right to send one note along one way, once, within minutes."""

import uuid

from django.db import models

from probono.post.words import ClientNote


class Token(models.Model):
    """Only its mark is kept. It names a way, a client and a matter by their ids."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mark = models.CharField(max_length=64, unique=True)
    route_id = models.UUIDField(db_index=True)
    client_id = models.UUIDField(db_index=True)
    matter_id = models.UUIDField()
    note = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ClientNote])
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    burnt_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)
