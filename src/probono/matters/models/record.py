"""The sheet as it came, the record as it was read, and its items as rows."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.matters.models.base import Kept
from probono.vault.fields import EncryptedJSONField, EncryptedTextField
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.verdicts import SCANS


class SheetKind(models.TextChoices):
    """How a sheet came."""

    TEXT = "text", _("Text")
    PDF = "pdf", _("PDF")


class RecordUpload(Kept):
    """One RAP sheet, sealed in the file store under `file`; `printed` is what a PDF's pages say, sealed beside it.

    `source_hash` is keyed: it tells only that two are the same.
    """

    data_class = DataClass.RECORD

    kind = models.CharField(max_length=4, choices=SheetKind.choices)
    name = EncryptedTextField()
    file = models.UUIDField(default=uuid.uuid4, unique=True)
    printed = models.UUIDField(null=True)
    size = models.PositiveIntegerField()
    pages = models.PositiveIntegerField()
    source_hash = models.CharField(max_length=64)
    scan = models.CharField(max_length=12, choices=SCANS, default=Verdict.NOT_SCANNED)


class Holders(models.TextChoices):
    """Who may hold a copy of the sheet."""

    READERS = "readers", _("Everybody who may read the record")
    COUNSEL = "counsel", _("Attorneys only")
    NOBODY = "nobody", _("Nobody: it is read here and not copied")


class CopyRule(Kept):
    """What counsel decided about copies of the sheet; the newest one holds."""

    data_class = DataClass.RECORD

    number = models.PositiveIntegerField()
    holders = models.CharField(max_length=8, choices=Holders.choices)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "number"], name="copy_rule_once")]


class RecordVersion(Kept):
    """The record the library read from an upload: whole, with the schema and the library version that read it."""

    data_class = DataClass.RECORD

    upload = models.ForeignKey(RecordUpload, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    schema = models.CharField(max_length=40)
    library = models.CharField(max_length=20)
    source_hash = models.CharField(max_length=64)
    document = EncryptedJSONField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "number"], name="record_version_once")]


class ItemRow(Kept):
    """One item of a record version, for lists and status. What names a case stays sealed."""

    data_class = DataClass.RECORD

    version = models.ForeignKey(RecordVersion, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveIntegerField()
    item_key = models.CharField(max_length=64)
    kind = models.CharField(max_length=10)
    code = models.CharField(max_length=20, blank=True)
    section = models.CharField(max_length=40, blank=True)
    level = models.CharField(max_length=1, blank=True)
    county = models.CharField(max_length=40, blank=True)
    document = EncryptedJSONField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "item_key"], name="item_once_a_version")]

    @property
    def statute(self) -> str:
        """The charge as a lawyer writes it, or nothing when the sheet's could not be read."""
        return f"{self.code} {self.section}".strip()
