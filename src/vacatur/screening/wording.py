"""The words of reasons and questions, from the law data, with days and lists written out."""

import datetime as dt
from collections.abc import Mapping

from vacatur.law.pack import Pack
from vacatur.screening.finding import Reason

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
Param = str | int | dt.date | tuple[str, ...] | None


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
    """One pack's sentences and citations, each looked up once. Steps without parameters are shared objects."""

    __slots__ = ("_cites", "_steps", "_templates", "pack")

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._cites: dict[str, str] = {}
        self._templates: dict[str, str] = {}
        self._steps: dict[tuple[str, str | None, bool | None, str | None], Reason] = {}

    def cite(self, cite: str) -> str:
        """A cite key ("pc_236_14(l)") as a lawyer writes it."""
        found = self._cites.get(cite)
        if found is None:
            found = self._cites[cite] = self.pack.citation(cite)
        return found

    def sentence(self, id_: str, params: Mapping[str, Param]) -> str:
        """The sentence of a reason id or question id."""
        template = self._templates.get(id_)
        if template is None:
            template = self._templates[id_] = self.pack.words_of().sentence(id_)
        if "{" not in template:
            return template
        return template.format(**{name: plain(value) for name, value in params.items()})

    def step(
        self,
        id_: str,
        cite: str | None,
        holds: bool | None,
        params: Mapping[str, Param],
        because: tuple[Reason, ...] = (),
        confidence: str | None = None,
    ) -> Reason:
        """One step of an argument."""
        if params or because:
            return Reason(id_, self.sentence(id_, params), cite, holds, because, confidence)
        key = (id_, cite, holds, confidence)
        found = self._steps.get(key)
        if found is None:
            found = self._steps[key] = Reason(id_, self.sentence(id_, params), cite, holds, (), confidence)
        return found


_READY: dict[int, Wording] = {}


def wording_of(pack: Pack) -> Wording:
    """The wording of a pack, kept for as long as the process runs: packs are frozen and few."""
    found = _READY.get(id(pack))
    if found is None or found.pack is not pack:
        found = _READY[id(pack)] = Wording(pack)
    return found
