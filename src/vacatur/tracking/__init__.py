"""After filing: clocks from events, the next step in words, and what changed between two readings of one record."""

from vacatur.tracking.compare import compare
from vacatur.tracking.comparison import Comparison
from vacatur.tracking.events import Filed, Happened, Happening
from vacatur.tracking.track import Clock, ClockState, Tracking, track

__all__ = ["Clock", "ClockState", "Comparison", "Filed", "Happened", "Happening", "Tracking", "compare", "track"]
