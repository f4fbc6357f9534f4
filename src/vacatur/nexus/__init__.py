"""What joins an item to what was attested: which facts are about it, and whether its day lies in a victimization."""

from vacatur.nexus.act import ActDay, act_day
from vacatur.nexus.match import match
from vacatur.nexus.window import Membership, Where, membership
from vacatur.nexus.worksheet import WeakPoint, Worksheet, worksheet

__all__ = [
    "ActDay",
    "Membership",
    "WeakPoint",
    "Where",
    "Worksheet",
    "act_day",
    "match",
    "membership",
    "worksheet",
]
