"""Findings as the library gave them: whole versions, immutable."""

from typing import ClassVar

from django.db import models

from probono.accounts.data_classes import DataClass
from probono.matters.models.base import Kept
from probono.matters.models.facts import FactSheet, ImmigrationSheet
from probono.matters.models.record import RecordVersion
from probono.vault.fields import EncryptedJSONField


class _Screening(Kept):
    """What both kinds hold: which record, which facts, which day, which law."""

    record = models.ForeignKey(RecordVersion, on_delete=models.PROTECT, related_name="+")
    facts = models.ForeignKey(FactSheet, on_delete=models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField()
    as_of = models.DateField()
    pack = models.CharField(max_length=60)
    schema = models.CharField(max_length=40)
    document = EncryptedJSONField()

    class Meta:
        abstract = True


class ScreeningVersion(_Screening):
    """Findings for the team: made without the facts of the immigration file and kept without its flags."""

    data_class = DataClass.LEGAL_FILE

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "number"], name="screening_once")]


class ImmigrationScreening(_Screening):
    """The same findings with the immigration facts and flags, for those who hold that file."""

    data_class = DataClass.IMMIGRATION

    immigration_facts = models.ForeignKey(ImmigrationSheet, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["matter", "number"], name="immigration_screening_once")
        ]
