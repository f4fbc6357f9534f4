"""One noun per file."""

from probono.retention.breach.models.affected import Affected
from probono.retention.breach.models.breach import Breach, Kind
from probono.retention.breach.models.due import DueDay

__all__ = ["Affected", "Breach", "DueDay", "Kind"]
