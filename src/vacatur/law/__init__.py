"""The only reader of law data: parameters at a day, offenses, the violent felony list, reliefs, courts, calendars, deadlines."""

from vacatur.law.confidence import Confidence
from vacatur.law.errors import LawError
from vacatur.law.pack import Pack, pack
from vacatur.law.parameters import Value

__all__ = ["Confidence", "LawError", "Pack", "Value", "pack"]
