"""One noun per file."""

from probono.retention.models.hold import Hold
from probono.retention.models.keeping import Keeping, Wish
from probono.retention.models.reading import SealedReading

__all__ = ["Hold", "Keeping", "SealedReading", "Wish"]
