"""Letting a person in: an invitation by staff, or a recovery that two officers approve. Both end in one link and one code."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from probono.accounts.roles import Role

WRONG_CODES = 5
"""So many wrong codes end a link: only somebody who holds the link can send them."""


class Kind(models.TextChoices):
    """Why a person is let in."""

    INVITATION = "invitation", _("Invitation")
    RECOVERY = "recovery", _("Recovery")


class Enrolment(models.Model):
    """One way in for one person. Of the link and the spoken code it keeps keyed marks only; no client stands in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    email = models.EmailField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=2, choices=Role.choices, blank=True)
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, null=True, related_name="enrolments")
    asked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    approvals_needed = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField()
    link_mark = models.CharField(max_length=64, blank=True)
    code_mark = models.CharField(max_length=64, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["link_mark"], condition=~models.Q(link_mark=""), name="enrolment_link_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it can still lead somewhere: not used, not withdrawn, not too old, not guessed at too often."""
        return (
            self.used_at is None
            and self.withdrawn_at is None
            and self.expires_at > timezone.now()
            and self.wrong_codes < WRONG_CODES
        )

    @property
    def has_link(self) -> bool:
        """Whether its link was given out."""
        return bool(self.link_mark)


class Approval(models.Model):
    """One officer's yes to an enrolment. Two of one officer are one."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="approvals")
    officer = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["enrolment", "officer"], name="approval_once_an_officer"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.officer_id}"
