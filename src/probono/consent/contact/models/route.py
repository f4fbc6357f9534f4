"""One way to reach a client. Unknown until somebody has talked with her; never longer than 90 days."""

from django.db import models

from probono.consent.contact.hours import Hours
from probono.consent.contact.models.base import OfContact
from probono.consent.contact.words import CallerId, Heard, Kind, Talked
from probono.vault.fields import EncryptedJSONField, EncryptedTextField


class ContactRoute(OfContact):
    """A way, as she told it. A change is a new row that takes the old one's place once a second person has looked.

    `words_missed` counts how often her word was asked for and not said; of the last time it is kept when and who heard it.
    """

    kind = models.CharField(max_length=12, choices=Kind.choices)
    value = EncryptedTextField()
    language = models.CharField(max_length=8, default="en")
    hours = EncryptedJSONField(default=dict)
    code_word = EncryptedTextField(default="")
    who_answers = EncryptedTextField(default="")
    caller_id = models.CharField(max_length=4, choices=CallerId.choices, default=CallerId.HIDE)
    may_name_us = models.BooleanField(default=False)
    may_leave_message = models.BooleanField(default=False)
    may_send = models.BooleanField(default=False)
    for_lawyer = models.BooleanField(default=False)

    heard = models.CharField(max_length=12, choices=Heard.choices)
    heard_on = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_how = models.CharField(max_length=12, choices=Talked.choices, default="", blank=True)
    expires_at = models.DateTimeField(null=True)
    words_missed = models.PositiveSmallIntegerField(default=0)
    missed_at = models.DateTimeField(null=True)
    missed_heard = models.JSONField(default=list)
    """The ids of all who heard it missed since it was confirmed: none of them brings the way back."""
    missed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    retired_at = models.DateTimeField(null=True)
    retired_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("made_by")),
                name="contact_change_has_a_second_person",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_at__isnull=True, expires_at__isnull=True)
                | models.Q(approved_at__isnull=False, expires_at__gt=models.F("confirmed_at")),
                name="contact_confirmation_ends",
            ),
        ]

    @property
    def safe_hours(self) -> Hours:
        """Days and hours in which it is safe."""
        return Hours.of(self.hours or {})
