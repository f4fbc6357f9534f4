"""Code names: two plain words and a number, drawn at random, so that they tell nothing about a person."""

import secrets

FIRST = (
    "Amber", "Birch", "Cedar", "Clover", "Coral", "Fern", "Garnet", "Hazel", "Indigo", "Juniper", "Laurel", "Linden",
    "Maple", "Olive", "Opal", "Pine", "Quartz", "Rowan", "Sage", "Silver", "Slate", "Spruce", "Teal", "Willow",
)  # fmt: skip
SECOND = (
    "Anchor", "Arch", "Beacon", "Bridge", "Brook", "Candle", "Canyon", "Compass", "Field", "Garden", "Gate", "Harbor",
    "Heron", "Island", "Lantern", "Meadow", "Orchard", "Path", "River", "Sparrow", "Summit", "Tower", "Valley", "Window",
)  # fmt: skip


def draw() -> str:
    """A code name such as "Cedar Lantern 42"."""
    return f"{secrets.choice(FIRST)} {secrets.choice(SECOND)} {secrets.randbelow(90) + 10}"
