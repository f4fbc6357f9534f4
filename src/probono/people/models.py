"""The client. Everything that names her is sealed."""

import uuid
from typing import ClassVar

from django.db import models

from probono.accounts.data_classes import DataClass
from probono.vault.fields import EncryptedJSONField, EncryptedTextField


class Client(models.Model):
    """One client. `code_name` is what lists show; it tells nothing about her."""

    data_class = DataClass.IDENTITY
    gate_paths: ClassVar[dict[str, str]] = {"client_id": "id"}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code_name = models.CharField(max_length=40, unique=True)
    name = EncryptedTextField()
    also_known_as = EncryptedJSONField(default=list)
    language = models.CharField(max_length=8, default="en")
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.code_name

    @property
    def client_id(self) -> uuid.UUID:
        """Whose key seals this row: its own."""
        return self.id
