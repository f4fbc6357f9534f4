"""One noun per file."""

from probono.retention.legal.models.demand import Demand, Kind, Outcome, Signed
from probono.retention.legal.models.production import Form, Production

__all__ = ["Demand", "Form", "Kind", "Outcome", "Production", "Signed"]
