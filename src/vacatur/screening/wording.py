"""The words of reasons and questions, from the law data, with days and lists written out."""

import datetime as dt
from typing import Any

from vacatur.law.pack import Pack
from vacatur.screening.finding import Reason

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
Param = str | int | dt.date | tuple[str, ...] | None
Params = dict[str, Param]


def long_day(day: dt.date) -> str:
    """As a lawyer writes a day: March 9, 2014."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def listed(texts: tuple[str, ...]) -> str:
    """A list in a sentence: a, b and c."""
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def plain(value: Param) -> str:
    """A parameter as it stands in a sentence."""
    if isinstance(value, dt.date):
        return long_day(value)
    if isinstance(value, tuple):
        return listed(value)
    return "not known" if value is None else str(value)


class Wording:
    """One pack's sentences and citations, each looked up once. Equal steps are one object: many items share them."""

    __slots__ = ("_cites", "_sentences", "_templates", "known", "pack")

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._cites: dict[str, str] = {}
        self._templates: dict[str, str] = {}
        self._sentences: dict[tuple[Param, ...], str] = {}
        self.known: dict[tuple[Param | bool, ...], Reason] = {}

    def cite(self, cite: str) -> str:
        """A cite key ("pc_236_14(l)") as a lawyer writes it."""
        found = self._cites.get(cite)
        if found is None:
            found = self._cites[cite] = self.pack.citation(cite)
        return found

    def sentence(self, id_: str, params: Params) -> str:
        """The sentence of a reason id or question id."""
        template = self._templates.get(id_)
        if template is None:
            template = self._templates[id_] = self.pack.words_of().sentence(id_)
        if "{" not in template:
            return template
        key = (id_, *params.values())
        found = self._sentences.get(key)
        if found is None:
            _make_room(self._sentences)
            found = template.format(**{name: plain(value) for name, value in params.items()})
            self._sentences[key] = found
        return found

    def step(
        self, id_: str, cite: str | None, holds: bool | None, params: Params, because: tuple[Reason, ...] = ()
    ) -> Reason:
        """A new step of an argument, `mark` among its parameters being the confidence mark of the law it read.

        A step without others under it is kept in `known`, by all that tells it from others.
        """
        mark = params.get("mark")
        step = Reason(id_, self.sentence(id_, params), cite, holds, because, None if mark is None else str(mark))
        if not because:
            _make_room(self.known)
            self.known[id_, cite, holds, *params.values()] = step
        return step


_KEPT = 4096


def _make_room(cache: dict[Any, Any]) -> None:
    if len(cache) >= _KEPT:
        cache.clear()


_READY: dict[int, Wording] = {}


def wording_of(pack: Pack) -> Wording:
    """The wording of a pack, kept for as long as the process runs: packs are frozen and few."""
    found = _READY.get(id(pack))
    if found is None or found.pack is not pack:
        found = _READY[id(pack)] = Wording(pack)
    return found
