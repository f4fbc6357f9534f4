"""Packets: a build, its papers, and the Word files people edited, which no build ever touches."""

import datetime as dt
import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.matters.models.base import Kept, OfMatter
from probono.matters.models.facts import FactSheet
from probono.matters.models.record import RecordVersion
from probono.vault.fields import EncryptedJSONField, EncryptedTextField
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.verdicts import SCANS


class BuildState(models.TextChoices):
    """A build waits, runs, and ends well or not."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Building")
    DONE = "done", _("Ready")
    REFUSED = "refused", _("Not built")
    FAILED = "failed", _("Stopped by an error")


OPEN_STATES = (BuildState.WAITING, BuildState.RUNNING)
STUCK_AFTER = dt.timedelta(minutes=2)
"""An open build that made no step for longer has lost its worker; the next one closes it."""


class PacketBuild(OfMatter):
    """One building of a packet, in a job. `message` is a sentence for the person who asked; it may name what is missing.
    `manifest` is the library's, of a packet that was built; of one refused for filing it tells only what was missing.
    """

    data_class = DataClass.LEGAL_FILE

    number = models.PositiveIntegerField()
    filing = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=BuildState.choices, default=BuildState.WAITING)
    step = models.CharField(max_length=20, blank=True)
    progress = models.PositiveSmallIntegerField(default=0)
    record = models.ForeignKey(RecordVersion, on_delete=models.PROTECT, null=True, related_name="+")
    facts = models.ForeignKey(FactSheet, on_delete=models.PROTECT, null=True, related_name="+")
    pack = models.CharField(max_length=60, blank=True)
    as_of = models.DateField(null=True)
    message = EncryptedTextField(null=True)
    manifest = EncryptedJSONField(null=True)
    moved_at = models.DateTimeField(auto_now=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["matter", "number"], name="packet_build_once"),
            models.CheckConstraint(condition=models.Q(progress__lte=100), name="packet_progress_is_a_percentage"),
        ]

    @property
    def is_open(self) -> bool:
        """Whether the job is still to finish."""
        return self.state in OPEN_STATES

    @property
    def sentence(self) -> str:
        """What the person is told first."""
        return (self.message or "").split("\n", 1)[0]

    @property
    def questions(self) -> list[str]:
        """What is still asked, one by one, without the keys of the facts file."""
        return [line.partition(": ")[2] or line for line in (self.message or "").split("\n")[1:]]

    @property
    def failed(self) -> bool:
        """Whether it ended without papers."""
        return self.state in (BuildState.REFUSED, BuildState.FAILED)


class Paper(Kept):
    """One file of a build, sealed in the file store. `slot` names the same paper across builds ("los-angeles/petition")."""

    data_class = DataClass.LEGAL_FILE

    build = models.ForeignKey(PacketBuild, on_delete=models.PROTECT, related_name="papers")
    position = models.PositiveIntegerField()
    slot = models.CharField(max_length=120)
    title = EncryptedTextField()
    pdf = models.UUIDField(null=True)
    word = models.UUIDField(null=True)
    other = models.UUIDField(null=True)
    other_name = models.CharField(max_length=120, blank=True)


class WordEdit(Kept):
    """A Word file a person edited and gave back. It is kept as it came; a rebuild carries it along and never writes over it."""

    data_class = DataClass.LEGAL_FILE

    slot = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    title = EncryptedTextField()
    name = EncryptedTextField()
    file = models.UUIDField(default=uuid.uuid4, unique=True)
    size = models.PositiveIntegerField()
    scan = models.CharField(max_length=12, choices=SCANS, default=Verdict.NOT_SCANNED)
    based_on = models.ForeignKey(PacketBuild, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "slot", "number"], name="word_edit_once")]
