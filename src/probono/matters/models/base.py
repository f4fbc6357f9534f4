"""What the tables of a matter share: the matter, the gate's paths, and documents that never change."""

import uuid
from typing import Any, ClassVar

from django.db import models

MATTER_PATHS = {"matter_id": "matter_id", "client_id": "matter__client_id"}


class ImmutableError(Exception):
    """A kept document was about to be changed; a correction is a new version."""


class OfMatter(models.Model):
    """A row that belongs to one matter."""

    gate_paths: ClassVar[dict[str, str]] = MATTER_PATHS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter = models.ForeignKey("matters.Matter", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


class Kept(OfMatter):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ImmutableError
        super().save(*args, **kwargs)
