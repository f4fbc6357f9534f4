"""One noun per file."""

from probono.matters.models.emergency import EmergencyOpening
from probono.matters.models.facts import FactSheet, ImmigrationSheet
from probono.matters.models.matter import Matter, MatterState, SideState
from probono.matters.models.packet import BuildState, PacketBuild, Paper, WordEdit
from probono.matters.models.record import CopyRule, Holders, ItemRow, RecordUpload, RecordVersion
from probono.matters.models.screening import ImmigrationScreening, ScreeningVersion

__all__ = [
    "BuildState",
    "CopyRule",
    "EmergencyOpening",
    "FactSheet",
    "Holders",
    "ImmigrationScreening",
    "ImmigrationSheet",
    "ItemRow",
    "Matter",
    "MatterState",
    "PacketBuild",
    "Paper",
    "RecordUpload",
    "RecordVersion",
    "ScreeningVersion",
    "SideState",
    "WordEdit",
]
