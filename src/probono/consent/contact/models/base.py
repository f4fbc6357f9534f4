"""What the tables of contact share: whose they are, in the class of contact and safety."""

import uuid
from typing import ClassVar

from django.db import models

from probono.accounts.data_classes import DataClass


class OfContact(models.Model):
    """A row about how one client is reached, in one matter. Its key lies in the client's contact compartment."""

    data_class = DataClass.CONTACT
    gate_paths: ClassVar[dict[str, str]] = {"matter_id": "matter_id", "client_id": "client_id"}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter_id = models.UUIDField(db_index=True)
    client_id = models.UUIDField(db_index=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)
