"""What someone attested, as edited in the forms: whole versions, each on top of the last."""

from typing import ClassVar

from django.db import models

from probono.accounts.data_classes import DataClass
from probono.matters.models.base import Kept
from probono.vault.fields import EncryptedJSONField


class FactSheet(Kept):
    """All facts of one matter but those of the immigration file. A change is a new version, made from the one it names."""

    data_class = DataClass.FACTS

    number = models.PositiveIntegerField()
    document = EncryptedJSONField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "number"], name="fact_sheet_once")]


class ImmigrationSheet(Kept):
    """The facts of the immigration file, apart from the rest: status is the most dangerous fact."""

    data_class = DataClass.IMMIGRATION

    number = models.PositiveIntegerField()
    document = EncryptedJSONField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "number"], name="immigration_sheet_once")]
