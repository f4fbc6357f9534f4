"""The permission machine's oracle: rights and walls as plain sets. It knows nothing of how the site computes access."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tests.security.said import ANY, CELLS, OF_A_MATTER, VERBS


@dataclass(frozen=True, slots=True)
class Right:
    """`who` may do `verb` with a class of a matter, or of every matter, from `starts` until `until`."""

    who: str
    why: str
    matter: str | None
    starts: dt.datetime
    until: dt.datetime | None
    data_class: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Wall:
    """`who` reaches nothing of a class (or nothing at all) of a matter or a client, until it is taken down."""

    who: str
    data_class: str
    subject: str


@dataclass
class Oracle:
    client_of: dict[str, str]
    rights: set[Right] = field(default_factory=set)
    walls: set[Wall] = field(default_factory=set)
    off: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    def give(self, right: Right, role: str, basis: str) -> None:
        """What a role holds on a basis, each class with its verb; the rest is as in `right`."""
        cells = ((name, verb) for (each, name), (on, verb) in CELLS.items() if each == role and on == basis)
        self.rights |= {replace(right, data_class=name, verb=verb) for name, verb in cells}

    def end(self, rights: Iterable[Right], now: dt.datetime) -> None:
        ended = {one for one in rights if _after(one.until, now)}
        self.rights = (self.rights - ended) | {replace(one, until=now) for one in ended if one.starts < now}

    def engaged(self, who: str, matter: str, now: dt.datetime) -> list[dt.datetime | None]:
        return [one.until for one in self._live(who, now) if one.matter == matter and one.why == "team"]

    def pass_time(self, span: dt.timedelta) -> None:
        self.rights = {
            replace(one, starts=one.starts - span, until=one.until and one.until - span) for one in self.rights
        }

    def may(self, who: str, data_class: str, verb: str, now: dt.datetime, *, matter: str | None, client: str) -> bool:
        wanted = "exists" if data_class == ANY and verb == "read" else verb
        classes = OF_A_MATTER if data_class == ANY else {data_class}
        shut = any(w.who == who and w.data_class in (data_class, ANY) and w.subject in (matter, client) for w in self.walls)  # fmt: skip
        return not shut and any(
            one.data_class in classes and VERBS.index(one.verb) >= VERBS.index(wanted)
            and (one.matter is None or one.matter == matter or (matter is None and self.client_of[one.matter] == client))
            for one in self._live(who, now)
        )  # fmt: skip

    def _live(self, who: str, now: dt.datetime) -> list[Right]:
        mine = (one for one in self.rights if one.who == who and who not in self.off)
        return [one for one in mine if one.starts <= now and _after(one.until, now)]


def _after(moment: dt.datetime | None, now: dt.datetime) -> bool:
    return moment is None or moment > now
