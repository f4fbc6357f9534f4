"""Days and hours in which a way is safe, on the clock of the program's place.

The nights on which the clocks change: an hour that does not come is never inside; hours that come twice end at their first end
and do not open again.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

DAY = 24 * 60
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Hours:
    """Days of the week (0 is Monday) and minutes of the day, the last one not included. None means: no time is safe."""

    days: frozenset[int] = frozenset()
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, kept: dict[str, object]) -> "Hours":
        """From what a row keeps."""
        days, start, end = kept.get("days", ()), kept.get("start", 0), kept.get("end", 0)
        return cls(frozenset(days), int(start), int(end))  # type: ignore[call-overload]

    def kept(self) -> dict[str, object]:
        """As a row keeps them."""
        return {"days": sorted(self.days), "start": self.start, "end": self.end}

    def holds(self, moment: dt.datetime, zone: ZoneInfo) -> bool:
        """Whether a moment lies inside."""
        local = moment.astimezone(zone)
        minute = local.hour * 60 + local.minute
        on_the_clock = local.weekday() in self.days and self.start <= minute < self.end
        return on_the_clock and moment < self.closes(moment, zone)

    def closes(self, moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
        """When the hours end on the day of a moment; where that time comes twice, the first."""
        day = moment.astimezone(zone).date() + dt.timedelta(days=self.end // DAY)
        minute = self.end % DAY
        return dt.datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone).astimezone(dt.UTC)
