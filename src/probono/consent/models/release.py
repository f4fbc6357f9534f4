"""A release: the client's written, informed, time-limited yes for one recipient and one purpose."""

import datetime as dt
import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.consent.wording import purposes
from probono.ui.today import today
from probono.vault.fields import EncryptedJSONField, EncryptedTextField
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.verdicts import SCANS


class Kind(models.TextChoices):
    """What she says yes to."""

    SHARE = "share", _("Sharing with one recipient")
    LISTING = "listing", _("The exact words of a listing")


class How(models.TextChoices):
    """How she said yes. Only what is written opens anything."""

    PAPER = "paper", _("On paper; a copy is uploaded")
    IN_PERSON = "in_person", _("On paper, before a colleague who keeps it")
    VOICE = "voice", _("By voice, with a witness: it opens nothing until the paper is signed")


class Stopped(models.TextChoices):
    """How she said that it ends."""

    TOLD_US = "told_us", _("She told us")
    HER_PAGE = "her_page", _("She stopped it on her own page")
    WITHDRAWN = "withdrawn", _("Made by mistake, and never signed")


class State(models.TextChoices):
    """Where a release stands on a day."""

    WAITING = "waiting", _("Waits for her signature")
    SPOKEN = "spoken", _("She said yes by voice; waits for her signature")
    LIVE = "live", _("Holds")
    ENDED = "ended", _("Has run out")
    STOPPED = "stopped", _("Stopped")


class Release(models.Model):
    """One release. `document` is the exact text she was given; it never changes, whatever becomes of the wording since.

    `last_day` is the last day it holds: it ends at midnight after it, where the program works; sooner where its purpose opens for
    hours alone.
    `grant_ids` are the grants that its signature made; stopping it ends exactly these. `ends_work` is her wish, when she stopped
    it, that the work of her lawyers there ends too.
    """

    data_class = DataClass.RELEASES
    gate_paths: ClassVar[dict[str, str]] = {"matter_id": "matter_id", "client_id": "client_id"}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter_id = models.UUIDField(db_index=True)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    classes = models.JSONField(default=list)
    purpose = models.CharField(max_length=20)
    language = models.CharField(max_length=8)
    document = EncryptedJSONField()
    wording = models.CharField(max_length=64)
    listing_mark = models.CharField(max_length=64, blank=True)
    last_day = models.DateField()
    read_aloud_by = EncryptedTextField(default="")
    is_minor = models.BooleanField(default=False)
    guardian = EncryptedTextField(default="")
    guardian_is_avoided = models.BooleanField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")

    spoken_at = models.DateTimeField(null=True)
    signed_how = models.CharField(max_length=10, choices=How.choices, blank=True)
    signed_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_by_guardian = models.BooleanField(default=False)
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    witness = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    copy = models.UUIDField(null=True, unique=True)
    copy_kind = models.CharField(max_length=4, blank=True)
    copy_pages = models.PositiveIntegerField(default=0)
    copy_scan = models.CharField(max_length=12, choices=SCANS, default=Verdict.NOT_SCANNED)
    grant_ids = models.JSONField(default=list)

    stopped_at = models.DateTimeField(null=True)
    stopped_how = models.CharField(max_length=10, choices=Stopped.choices, blank=True)
    stopped_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")
    ends_work = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind="listing") | models.Q(organisation__isnull=False),
                name="release_names_its_recipient",
            ),
            models.CheckConstraint(
                condition=models.Q(signed_at__isnull=True)
                | models.Q(is_minor=False)
                | models.Q(guardian_is_avoided=False, signed_by_guardian=True),
                name="release_of_a_minor_by_both",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def ends_at(self) -> dt.datetime:
        """Midnight after the last day, where the program works."""
        return timezone.make_aware(dt.datetime.combine(self.last_day + dt.timedelta(days=1), dt.time()))

    @property
    def closes_at(self) -> dt.datetime | None:
        """The moment it ends where its purpose opens for hours alone, once it is signed; nothing for one that holds for days."""
        hours = purposes()[self.purpose].hours if self.purpose in purposes() else 0
        if not hours or self.signed_at is None:
            return None
        return min(self.ends_at, self.signed_at + dt.timedelta(hours=hours))

    @property
    def opens_for(self) -> int:
        """For how many hours it will open once it is signed; 0 where it holds for days."""
        return purposes()[self.purpose].hours if self.is_open and self.purpose in purposes() else 0

    @property
    def ended_on(self) -> dt.date:
        """The day on which one that ran out by itself ended, where the program works."""
        return timezone.localdate(self.closes_at) if self.closes_at else self.last_day

    @property
    def state(self) -> State:
        """Where it stands now."""
        if self.stopped_at:
            return State.STOPPED
        if self.last_day < today() or (self.closes_at and self.closes_at <= timezone.now()):
            return State.ENDED
        if self.signed_at:
            return State.LIVE
        return State.SPOKEN if self.spoken_at else State.WAITING

    @property
    def is_live(self) -> bool:
        """Whether it holds now."""
        return self.state == State.LIVE

    @property
    def was_withdrawn(self) -> bool:
        """Whether it was made by mistake: she is not told of it."""
        return self.stopped_how == Stopped.WITHDRAWN

    @property
    def paper_number(self) -> str:
        """What tells two signed papers apart: eight letters and digits that mean nothing else."""
        text = self.id.hex[:8].upper()
        return f"{text[:4]}-{text[4:]}"

    @property
    def is_open(self) -> bool:
        """Whether it may still be signed."""
        return self.state in (State.WAITING, State.SPOKEN)

    @property
    def day_number(self) -> int:
        """The day of its life, counted from the day it was signed as the first; 0 before."""
        return (today() - self.signed_on).days + 1 if self.signed_on else 0

    @property
    def days_left(self) -> int:
        """Days it still holds, today among them."""
        return (self.last_day - today()).days + 1
