"""The confidentiality request: section 236.14(q) with standard 4.15(b); for section 236.15 a motion to seal with its showing."""

from vacatur.drafting.blocks import Paper
from vacatur.drafting.matter import Matter
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.scopes import loops, matter_scope


def confidentiality(matter: Matter) -> Paper:
    """The request."""
    return pleading(matter, "confidentiality", matter_scope(matter), loops(matter), id_="confidentiality-request")
