"""What someone attested about the petitioner: the typed form of FACTS.toml. A missing value stays `None`: unknown, never no."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vacatur.records.record import Level


class VictimizationKind(StrEnum):
    """The ground: trafficking is PC 236.14, the other two PC 236.15."""

    TRAFFICKING = "trafficking"
    INTIMATE_PARTNER_VIOLENCE = "intimate_partner_violence"
    SEXUAL_VIOLENCE = "sexual_violence"


class Never(StrEnum):
    """`sought_services = "never"`: known not to have happened, which is not the same as unknown."""

    NEVER = "never"


class Unknown(StrEnum):
    """`ended = "unknown"`: known to have ended, on a day nobody can name."""

    UNKNOWN = "unknown"


class ProbationOutcome(StrEnum):
    """How a grant of probation ended (PC 1203.4(a)(1))."""

    FULFILLED = "fulfilled"
    DISCHARGED_EARLY = "discharged_early"
    NOT_FULFILLED = "not_fulfilled"


class CountResult(StrEnum):
    """How a count of a filed case ended. `adjudged` is the juvenile court's finding, which is no conviction."""

    CONVICTED = "convicted"
    ADJUDGED = "adjudged"
    DISMISSED = "dismissed"
    ACQUITTED = "acquitted"


class EnhancementStatus(StrEnum):
    """What became of an enhancement that was charged. Only found true, admitted and not found true are answers to whether it
    was proved; one that was stricken or dismissed is a question for a lawyer, one that was charged still lacks its end.
    """

    CHARGED = "charged"
    FOUND_TRUE = "found_true"
    ADMITTED = "admitted"
    NOT_FOUND_TRUE = "not_found_true"
    STRICKEN = "stricken"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Attestation:
    """Who says so, and whether the client has approved the words. Every table of FACTS.toml may carry both.

    `released` is the immigration attorney who released the table's words for a public paper; without it a sentence
    that may speak of immigration stays a bracket.
    """

    source: str | None = None
    approved: bool | None = None
    released: str | None = None


@dataclass(frozen=True, slots=True)
class Petitioner:
    """Names and papers of the petitioner. The full name stands only in the confidential identification sheet."""

    name: str | None = None
    also_known_as: tuple[str, ...] = ()
    initials: str | None = None
    language: str | None = None
    birth_date: date | None = None
    attested: Attestation = Attestation()


@dataclass(frozen=True, slots=True)
class Counsel:
    """The attorney whose name stands on line 1 of each pleading (CRC 2.111)."""

    name: str | None = None
    bar_number: str | None = None
    organization: str | None = None
    address: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None
    attested: Attestation = Attestation()


@dataclass(frozen=True, slots=True)
class Status:
    """Where the petitioner stands today. `other_victimization` is false once she was asked about the kinds of victimization for
    which no period is told, and there was none.
    """

    noncitizen: bool | None = None
    on_probation: bool | None = None
    serving_sentence: bool | None = None
    charged: bool | None = None
    other_victimization: bool | None = None
    attested: Attestation = Attestation()


@dataclass(frozen=True, slots=True)
class Victimization:
    """One period of victimization. `end` is `None` while it goes on (FACTS.toml leaves `to` out), and where it ended on a day
    that is not known: then `ended` says so, and `at_least_until` may be the last day on which it is known to have gone on.

    `why_now` says why a petition under PC 236.15 comes within a reasonable time (subd. (l)), `why_confidential` what an
    open court file would do (CRC 2.550): both in the client's own words.
    """

    kind: VictimizationKind
    start: date | None = None
    end: date | None = None
    sought_services: date | Never | None = None
    account: str | None = None
    why_now: str | None = None
    why_confidential: str | None = None
    evidence: tuple[str, ...] = ()
    ended: Unknown | None = None
    at_least_until: date | None = None
    attested: Attestation = Attestation()

    @property
    def last_known(self) -> date | None:
        """The last day on which it is known to have gone on, where the day of its end is not known."""
        return (self.at_least_until or self.start) if self.ended else None


@dataclass(frozen=True, slots=True)
class Enhancement:
    """An enhancement on a count: its section ("12022.7") and what became of it."""

    section: str
    status: EnhancementStatus


@dataclass(frozen=True, slots=True)
class Nexus:
    """What was attested about one item, found by the number on the sheet (and its count, when it has several).

    `account` of what happened is the client's own words. `direct_result` is what the client says; the court decides.
    `section` ("288(a)"), `result` and `conviction_level` complete the sheet from the complaint or the docket where the sheet
    leaves them open; they never contradict it. `county` is that of a court or agency the law data does not know,
    `combined_with` the number of the case with which a prosecutor combined an arrest. `counsel_cleared` is counsel's answer to
    a question of law that the screening left open: the item is to be asked for. The `_proved` facts were pleaded and proved or
    admitted.
    """

    number: str
    count: int | None = None
    offense_date: date | None = None
    prosecutor: str | None = None
    county: str | None = None
    combined_with: str | None = None
    direct_result: bool | None = None
    account: str | None = None
    evidence: tuple[str, ...] = ()
    enhancements: tuple[Enhancement, ...] | None = None
    section: str | None = None
    result: CountResult | None = None
    conviction_level: Level | None = None
    occupied_residence_proved: bool | None = None
    drugged_victim_proved: bool | None = None
    gang_felony: bool | None = None
    counsel_cleared: bool | None = None
    life_term: bool | None = None
    probation_outcome: ProbationOutcome | None = None
    probation_ended: date | None = None
    limitations_run: bool | None = None
    can_be_refiled: bool | None = None
    attested: Attestation = Attestation()


@dataclass(frozen=True, slots=True)
class AgencyName:
    """The full name of an agency that the sheet gives in a short form (`printed`) which the law data does not know."""

    printed: str
    name: str
    attested: Attestation = Attestation()


class ServiceWay(StrEnum):
    """How the papers reach a prosecuting agency."""

    PERSONAL = "personal"
    TRACKED = "tracked"
    MAIL = "mail"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True)
class Service:
    """How one prosecuting agency will be served, and where. The day and the signature stay with whoever serves."""

    prosecutor: str
    way: ServiceWay
    address: tuple[str, ...] = ()
    electronic_address: str | None = None
    attested: Attestation = Attestation()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was attested for one matter."""

    petitioner: Petitioner = Petitioner()
    counsel: Counsel = Counsel()
    status: Status = Status()
    victimizations: tuple[Victimization, ...] = ()
    nexus: tuple[Nexus, ...] = field(default=())
    agencies: tuple[AgencyName, ...] = ()
    service: tuple[Service, ...] = ()
