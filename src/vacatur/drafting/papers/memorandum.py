"""The memorandum of points and authorities."""

from vacatur.drafting.blocks import Paper
from vacatur.drafting.matter import Matter
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.scopes import loops, matter_scope


def memorandum(matter: Matter) -> Paper:
    """The memorandum: law of authorities.toml that was read, and no fact that the petition does not state."""
    return pleading(matter, "memorandum", matter_scope(matter), loops(matter))
