"""What the ledgers of retention share: they name a matter by its id and stay in sight of the officers when it is sealed."""

import uuid
from typing import ClassVar

from django.db import models

from probono.accounts.data_classes import DataClass


class OfSealed(models.Model):
    """A row about the keeping of one matter. It goes with the matter."""

    data_class = DataClass.RELEASES
    gate_paths: ClassVar[dict[str, str]] = {"matter_id": "matter_id", "client_id": "client_id"}
    outside_seals = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter_id = models.UUIDField(db_index=True)
    client_id = models.UUIDField(db_index=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)
