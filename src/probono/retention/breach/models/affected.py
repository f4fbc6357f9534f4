"""One matter a breach may have reached, and the talk with its client. Sealed with the matter's key; it goes with the matter."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.retention.models.base import OfSealed
from probono.vault.fields import EncryptedTextField


class Talked(models.TextChoices):
    """How she was told: the room, or a way that was confirmed as safe; the kind alone."""

    ROOM = "room", _("In the room, alone with her")
    PHONE = "phone", _("Telephone")
    TEXT = "text", _("Text message")
    EMAIL = "email", _("E-mail")
    POST = "post", _("Post")
    IN_PERSON = "in_person", _("In person, where she said")
    PERSON = "person", _("Through a person she named")


class Affected(OfSealed):
    """`acts` counts the rows of the audit log that point at the matter in the time looked at."""

    breach = models.ForeignKey("breach.Breach", on_delete=models.PROTECT, related_name="affected")
    acts = models.PositiveIntegerField()
    note = EncryptedTextField(default="")
    talker = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    told_way = models.CharField(max_length=12, choices=Talked.choices, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["breach", "matter_id"], name="breach_matter_once"),)
