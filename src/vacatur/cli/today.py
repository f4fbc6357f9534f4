"""The only clock of the library. Everything below the command line is told its day."""

from datetime import date


def today() -> date:
    """The day on this machine's calendar."""
    return date.today()  # noqa: DTZ011 - a person at a command line means her own calendar day
