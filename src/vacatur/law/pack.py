"""The one way into the law data: a pack of dated rules, each read from its file when first asked for."""

import datetime as dt
from functools import cached_property, lru_cache
from pathlib import Path

from vacatur.law.agencies import Agencies, Agency
from vacatur.law.calendar import Calendar, load_calendar
from vacatur.law.courts import Court, Courts
from vacatur.law.errors import LawError
from vacatur.law.files import files_in, id_of
from vacatur.law.offenses import Offense, Offenses
from vacatur.law.parameters import FOLDER as PARAMETERS
from vacatur.law.parameters import Parameter, Value, load_parameter
from vacatur.law.prosecutors import Prosecutor, Prosecutors
from vacatur.law.reliefs import FOLDER as RELIEFS
from vacatur.law.reliefs import Relief, load_relief
from vacatur.law.rules import DeadlineRule, load_rule, rule_ids
from vacatur.law.sources import LawSource, load_sources, write_cite
from vacatur.law.table import read_table
from vacatur.law.violent import ViolentList, ViolentRule
from vacatur.law.words import Words
from vacatur.records.record import Level

CALIFORNIA = Path(__file__).parent / "ca"


class Pack:
    """One jurisdiction's rules. Nothing in it changes once it has been read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._parameters: dict[str, Parameter] = {}
        self._rules: dict[str, DeadlineRule] = {}
        self._words: dict[str, Words] = {}
        self._violent: dict[tuple[str, str, dt.date, bool], ViolentRule | None] = {}

    @cached_property
    def version(self) -> str:
        """The pack's version, stamped on every finding and packet."""
        table = read_table(self.root, "pack.toml")
        version = table.text("version")
        table.text("jurisdiction")
        table.end()
        return version

    @cached_property
    def sources(self) -> dict[str, LawSource]:
        """Every source by key."""
        return load_sources(self.root)

    def citation(self, cite: str) -> str:
        """A citation as a lawyer writes it, from a source's key and a subdivision: "pc_236_14(c)"."""
        return write_cite(self.sources, cite)

    def parameter_ids(self) -> tuple[str, ...]:
        """Every parameter there is."""
        return tuple(id_of(file, PARAMETERS) for file in files_in(self.root, PARAMETERS))

    def parameter_of(self, id_: str) -> Parameter:
        """One parameter through time, by its id ("pc_236_14/response_days")."""
        found = self._parameters.get(id_)
        if found is None:
            found = self._parameters[id_] = load_parameter(self.root, id_, self.citation)
        return found

    def parameter(self, id_: str, day: dt.date) -> Value:
        """The value in force on a day. LawError before the first value."""
        return self.parameter_of(id_).at(day)

    @cached_property
    def offenses(self) -> Offenses:
        """The table of offenses."""
        return Offenses(self.root, self.citation)

    def offense(self, code: str, section: str, level: Level | None = None) -> Offense | None:
        """The row of a charge, the longest subdivision first; `None` when the table does not hold it."""
        return self.offenses.find(code, section, level)

    @cached_property
    def violent_list(self) -> ViolentList:
        """The violent felony list, entry by entry."""
        return ViolentList(self.root, self.citation)

    def violent(self, code: str, section: str, day: dt.date, attempt: bool = False) -> ViolentRule | None:
        """The entry of the violent felony list that names a charge on a day, or `None` when none does."""
        key = (code, section, day, attempt)
        if key not in self._violent:
            self._violent[key] = self.violent_list.find(code, section, day, attempt)
        return self._violent[key]

    @cached_property
    def _reliefs(self) -> dict[str, Relief]:
        reliefs = (load_relief(self.root, file, self.citation) for file in files_in(self.root, RELIEFS))
        return {relief.id: relief for relief in reliefs}

    def relief(self, id_: str) -> Relief:
        """One remedy by its id ("pc_236_14")."""
        found = self._reliefs.get(id_)
        if found is None:
            raise LawError(f"{RELIEFS}/", f"there is no remedy '{id_}'.")
        return found

    def reliefs(self) -> tuple[Relief, ...]:
        """Every remedy, those not built yet too."""
        return tuple(self._reliefs.values())

    def words_of(self, lang: str = "en") -> Words:
        """All sentences of a language."""
        if lang not in self._words:
            self._words[lang] = Words(self.root, lang)
        return self._words[lang]

    def words(self, reason_id: str, lang: str = "en", **params: object) -> str:
        """The sentence of a reason, its holes filled."""
        return self.words_of(lang).write(reason_id, params)

    @cached_property
    def courts(self) -> Courts:
        """Every court."""
        return Courts(self.root, self.citation)

    def court(self, agency: str) -> Court | None:
        """The court a sheet names: "CASC LOS ANGELES", "CAMC VAN NUYS", "CASC MCVAN NUYS"."""
        return self.courts.find(agency)

    @cached_property
    def agencies(self) -> Agencies:
        """Every agency."""
        return Agencies(self.root)

    def agency(self, text: str) -> Agency | None:
        """The agency a sheet names: "CAPD LOS ANGELES"."""
        return self.agencies.find(text)

    @cached_property
    def _prosecutors(self) -> Prosecutors:
        return Prosecutors(self.root, self.citation)

    def prosecutor(self, id_: str) -> Prosecutor | None:
        """One office by its id ("los_angeles_city_attorney")."""
        return self._prosecutors.by_id.get(id_)

    def prosecutors(self, county: str | None = None) -> tuple[Prosecutor, ...]:
        """The offices of a county ("los_angeles"), or all."""
        return self._prosecutors.of_county(county) if county else self._prosecutors.all

    @cached_property
    def calendar(self) -> Calendar:
        """Judicial holidays."""
        return load_calendar(self.root, self.citation)

    def rule_ids(self) -> tuple[str, ...]:
        """Every deadline rule."""
        return rule_ids(self.root)

    def rule(self, id_: str) -> DeadlineRule:
        """One deadline rule by its id ("prosecutor-response"). An unknown one is refused with the list."""
        if id_ not in self._rules:
            known = self.rule_ids()
            if id_ not in known:
                raise LawError("deadlines/", f"there is no rule '{id_}'. The rules are: {', '.join(known)}.")
            self._rules[id_] = load_rule(self.root, id_, self.citation)
        return self._rules[id_]


@lru_cache(maxsize=1)
def pack() -> Pack:
    """California's pack, made once."""
    return Pack(CALIFORNIA)
