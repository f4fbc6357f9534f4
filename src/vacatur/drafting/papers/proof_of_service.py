"""One proof of service for each prosecuting agency (Pen. Code, § 236.14, subd. (c); Code Civ. Proc., §§ 1013a, 1013b)."""

from collections.abc import Iterable
from dataclasses import replace

from vacatur.drafting.assemble import Scope
from vacatur.drafting.blocks import Block, Fact, Paper, Paragraph, ServiceBlank, SignatureBlock, Text
from vacatur.drafting.days import listed
from vacatur.drafting.matter import Matter
from vacatur.drafting.numbering import exhibits
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.scopes import matter_scope
from vacatur.drafting.telling import said_by
from vacatur.planning.plan import ServiceList
from vacatur.records.facts import Service, ServiceWay

_ADDRESS, _ELECTRONIC = "Address:", "Electronic service address of the agency:"
_BLANKS = {
    ServiceWay.PERSONAL: ("Date and time:", _ADDRESS, "Received by:"),
    ServiceWay.TRACKED: (
        "Date given to the carrier:",
        "Carrier and tracking number:",
        "Addressed to:",
        _ADDRESS,
        "Received on, by the signed receipt:",
    ),
    ServiceWay.MAIL: ("Date of deposit:", "City and state of deposit:", "Addressed to:", _ADDRESS),
    ServiceWay.ELECTRONIC: (
        "Date and time:",
        "My electronic service address:",
        _ELECTRONIC,
        "Encrypted method of the confidential papers:",
    ),
}


def proofs_of_service(matter: Matter, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """A proof for every agency of the service list, naming each paper of the packet that is served, and no other. Exhibits are
    no file of the packet: whoever serves them writes their numbers down, where the petition names any.
    """
    titles = [paper.title for paper in papers if paper.served]
    documents = listed(tuple(f"({place}) {title}" for place, title in enumerate(titles, start=1)))
    return tuple(_proof(matter, one, documents) for one in matter.petition.service)


def _proof(matter: Matter, served: ServiceList, documents: str) -> Paper:
    rows = tuple(map(str, served.rows))
    told = next((one for one in matter.facts.service if one.prosecutor == served.prosecutor), None)
    ways = (told.way,) if told else tuple(ServiceWay)
    flags = {f"way:{way.value}" for way in ways} | (set() if told else {"way:open"})
    flags |= {"exhibits"} if any(exhibit.number for exhibit in exhibits(matter)) else set()
    here = Scope(
        values={
            "prosecutor": (Text(served.name),),
            "PROSECUTOR": (Text(served.name.upper()),),
            "documents": (Text(documents),),
            "rows": (Text(f"item {rows[0]}" if len(rows) == 1 else f"items {listed(rows)}"),),
        },
        flags=frozenset(flags),
        slots={
            "server": (ServiceBlank(("Name:", _ADDRESS)),),
            "exhibits": (ServiceBlank(("Exhibits:",)),),
            "signature": (SignatureBlock((), "Signature of the person who served"),),
            **{way.value: _manner(way, told) for way in ways},
        },
    )
    paper = pleading(matter, "service", here.within(matter_scope(matter)), id_=f"proof-of-service-{_slug(served)}")
    return replace(paper, title=f"{paper.title}: {served.name}", filed=False, served=False)


def _manner(way: ServiceWay, told: Service | None) -> tuple[Block, ...]:
    """What is known of the way beforehand, and a blank for the rest: the day and what happened on it are never known."""
    known = _known(told) if told else {}
    blanks = tuple(label for label in _BLANKS[way] if label not in known)
    facts = tuple(
        Paragraph((Text(f"{label} "), fact), keep=True) for label, fact in known.items() if label in _BLANKS[way]
    )
    return (*facts, ServiceBlank(blanks))


def _known(told: Service) -> dict[str, Fact]:
    key, source = f"service.{told.prosecutor}", said_by(told.attested)
    found: dict[str, Fact] = {}
    if told.address:
        found[_ADDRESS] = Fact(f"{key}.address", ", ".join(told.address), source)
    if told.electronic_address:
        found[_ELECTRONIC] = Fact(f"{key}.electronic_address", told.electronic_address, source)
    return found


def _slug(served: ServiceList) -> str:
    return served.prosecutor.replace("_", "-").lower()
