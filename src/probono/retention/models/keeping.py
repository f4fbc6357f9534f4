"""One closed file: its state, what the client wrote, and who agreed to what."""

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.retention.machine import COOLING, State
from probono.retention.models.base import OfSealed
from probono.retention.models.telling import Way
from probono.vault.fields import EncryptedTextField
from probono.vault.keys import UnknownKeyError


class Wish(models.TextChoices):
    """What the client wrote about her file. Without a word from her it stays sealed."""

    NONE = "", _("She has not said yet")
    ALL = "all", _("Give her everything, and destroy ours")
    ORDER = "order", _("Keep the sealed order on paper, and destroy the rest")
    UNTIL = "until", _("Keep it sealed until a day")
    ERASE = "erase", _("Erase it now")


class Keeping(OfSealed):
    """The row of the state machine. The code name is sealed with the matter's own key, and ends with it."""

    data_class = DataClass.RELEASES

    code_name = EncryptedTextField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.CLOSED)
    closed_at = models.DateTimeField()
    matter_state = models.CharField(max_length=20, blank=True)
    """Where the matter stood when it was closed, for whoever opens it again."""
    sealed_at = models.DateTimeField(null=True)
    wish = models.CharField(max_length=6, choices=Wish.choices, blank=True)
    wish_written_on = models.DateField(null=True)
    wish_taken_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    wish_way = models.CharField(max_length=12, choices=Way.choices, blank=True)
    keep_until = models.DateField(null=True)
    requested_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    called_back_at = models.DateTimeField(null=True)
    called_back_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    called_back_way = models.CharField(max_length=12, choices=Way.choices, blank=True)
    called_back_wish = models.CharField(max_length=6, choices=Wish.choices, blank=True)
    """What she had said until she called it back."""
    called_back_written_on = models.DateField(null=True)
    director = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    director_at = models.DateTimeField(null=True)
    officer = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    officer_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["matter_id"], name="keeping_once"),
            models.CheckConstraint(
                condition=models.Q(director__isnull=True)
                | models.Q(officer__isnull=True)
                | ~models.Q(director=models.F("officer")),
                name="keeping_two_different_officers",
            ),
        ]

    @property
    def title(self) -> str:
        """The code name, or that it is gone: between the death of the keys and the end of a destruction nothing names the file."""
        try:
            return str(self.code_name)
        except UnknownKeyError:
            return str(_("A file that is being destroyed"))

    @property
    def cools_until(self) -> dt.datetime | None:
        """When a destruction that was asked for can begin."""
        return self.requested_at + COOLING if self.requested_at else None

    @property
    def is_called_back(self) -> bool:
        """Whether the last word we have of her is that the destruction is called back."""
        return not self.wish and self.called_back_at is not None

    @property
    def is_approved(self) -> bool:
        """Whether both officers have agreed."""
        return self.director_id is not None and self.officer_id is not None
