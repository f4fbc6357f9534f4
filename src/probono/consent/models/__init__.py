"""One noun per file."""

from probono.consent.models.disclosure import Disclosure
from probono.consent.models.release import How, Kind, Release, Stopped

__all__ = ["Disclosure", "How", "Kind", "Release", "Stopped"]
