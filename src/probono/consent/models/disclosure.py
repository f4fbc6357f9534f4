"""A disclosure: one view of a client's file by somebody of another organization."""

import uuid
from typing import Any, ClassVar

from django.db import models

from probono.accounts.data_classes import DataClass
from probono.consent.models.release import Release


class WrittenOnceError(Exception):
    """A disclosure was about to be changed."""


class Disclosure(models.Model):
    """What was shown (`seen`, a class of data), to whom, when, under which release if one names her organization.

    `named` says that the page told who the client is as well.
    """

    data_class = DataClass.RELEASES
    gate_paths: ClassVar[dict[str, str]] = {"matter_id": "matter_id", "client_id": "client_id"}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter_id = models.UUIDField(db_index=True)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, null=True, related_name="+")
    seen = models.CharField(max_length=3)
    named = models.BooleanField(default=False)
    route = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.id)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise WrittenOnceError
        super().save(*args, **kwargs)
