"""Today: one function, in the program's time zone."""

import datetime as dt

from django.utils import timezone


def today() -> dt.date:
    """The day it is where the program works."""
    return timezone.localdate()
