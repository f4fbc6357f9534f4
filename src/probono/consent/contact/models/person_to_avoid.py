"""Somebody who must not learn of her: never called, never told, never shown outside contact and safety."""

from django.db import models

from probono.consent.contact.models.base import OfContact
from probono.vault.fields import EncryptedTextField


class PersonToAvoid(OfContact):
    """A name, and how one knows the person (a voice, a car, a relation)."""

    name = EncryptedTextField()
    about = EncryptedTextField(default="")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
