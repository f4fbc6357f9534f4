"""What each item may trigger today under federal immigration law, and what would stay if it were vacated: flags, never decisions."""

from vacatur.immigration.flags import Flag, flags_of

__all__ = ["Flag", "flags_of"]
