"""One breach: what kind, since when, when it was noticed, whose account. It names no client and has no room for words."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What happened, as far as one knows."""

    SIGN_IN = "sign_in", _("Somebody else used a person's sign-in")
    DEVICE = "device", _("A device or a paper was lost, stolen or seized")
    INSIDE = "inside", _("A colleague looked at what was not hers to see")
    WRONG = "wrong", _("Something went to the wrong person")
    SERVER = "server", _("The server or a backup was reached")
    UNKNOWN = "unknown", _("It is not known yet")


class Breach(models.Model):
    """`account` is whose reading is looked at; none means everybody's. `until` is when it was stopped; none while it goes on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    noticed_at = models.DateTimeField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    account = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    epoch = models.PositiveIntegerField()
    frozen_at = models.DateTimeField(null=True)
    listed_at = models.DateTimeField(null=True)
    unnamed = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "breaches"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(since__lte=models.F("until")), name="breach_begins_before_it_ends"
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
