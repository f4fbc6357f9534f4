"""Grants and denies: the only rows access is computed from (DESIGN 6.3). Deny wins."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import ANY, DataClass, Verb


class Basis(models.TextChoices):
    """Why somebody may see something."""

    ROLE = "role", _("Works for the home organization")
    ENGAGEMENT = "engagement", _("Represents the client")
    RELEASE = "release", _("The client's release")
    WALL = "wall", _("Ethical wall")
    CLIENT_NO = "client_no", _("The client said no")
    BREAK_GLASS = "break_glass", _("Opened in an emergency")


class _Access(models.Model):
    """Common to both. Without a client and a matter it reaches every one of the home organisation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter_id = models.UUIDField(null=True, blank=True, db_index=True)
    client_id = models.UUIDField(null=True, blank=True, db_index=True)
    basis = models.CharField(max_length=20, choices=Basis.choices)
    starts = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


class Grant(_Access):
    """One account may do one thing (and what it carries) with one class of data of one matter and its client."""

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="grants")
    data_class = models.CharField(max_length=3, choices=DataClass.choices)
    verb = models.CharField(max_length=6, choices=Verb.choices)

    class Meta:
        indexes = [models.Index(fields=["account", "data_class", "verb"], name="grant_lookup")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(basis="role")
                | models.Q(matter_id__isnull=False)
                | models.Q(client_id__isnull=False),
                name="grant_of_everything_only_by_role",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("starts")),
                name="grant_dates_in_order",
            ),
        ]


class Deny(_Access):
    """One account may not reach one class of data (or, as `D*`, anything) of one matter or client, whatever its grants say."""

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="denies")
    data_class = models.CharField(max_length=3, choices=[(ANY, _("Everything")), *DataClass.choices])

    class Meta:
        indexes = [models.Index(fields=["account", "data_class"], name="deny_lookup")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(matter_id__isnull=False) | models.Q(client_id__isnull=False),
                name="deny_names_somebody",
            ),
        ]
