"""One noun per file."""

from probono.retention.models.copy import ClientCopy, CopyState, Handover, KnownBy
from probono.retention.models.hold import Hold
from probono.retention.models.keeping import Keeping, Wish
from probono.retention.models.reading import SealedReading
from probono.retention.models.telling import Way

__all__ = ["ClientCopy", "CopyState", "Handover", "Hold", "Keeping", "KnownBy", "SealedReading", "Way", "Wish"]
