"""One proof of service for each prosecuting agency (Pen. Code, § 236.14, subd. (c); Code Civ. Proc., § 1013a)."""

from collections.abc import Iterable
from dataclasses import replace

from vacatur.drafting.assemble import Scope
from vacatur.drafting.blocks import Paper, ServiceBlank, SignatureBlock, Text
from vacatur.drafting.days import listed
from vacatur.drafting.matter import Matter
from vacatur.drafting.papers.pleading import pleading
from vacatur.drafting.scopes import matter_scope
from vacatur.planning.plan import ServiceList


def proofs_of_service(matter: Matter, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """A proof for every agency of the service list, naming each paper that is served."""
    titles = [*(paper.title for paper in papers if paper.served), "Exhibits"]
    documents = listed(tuple(f"({place}) {title}" for place, title in enumerate(titles, start=1)))
    return tuple(_proof(matter, one, documents) for one in matter.petition.service)


def _proof(matter: Matter, served: ServiceList, documents: str) -> Paper:
    rows = tuple(map(str, served.rows))
    here = Scope(
        values={
            "prosecutor": (Text(served.name),),
            "PROSECUTOR": (Text(served.name.upper()),),
            "documents": (Text(documents),),
            "rows": (Text(f"item {rows[0]}" if len(rows) == 1 else f"items {listed(rows)}"),),
        },
        slots={
            "server": (ServiceBlank(("Name:", "Address:")),),
            "delivery": (ServiceBlank(("Date and time:", "Address where delivered:", "Received by:")),),
            "mail": (ServiceBlank(("Date of deposit:", "City and state of deposit:", "Addressed to:", "Address:")),),
            "signature": (SignatureBlock((), "Signature of the person who served"),),
        },
    )
    paper = pleading(matter, "service", here.within(matter_scope(matter)), id_=f"proof-of-service-{_slug(served)}")
    return replace(paper, title=f"{paper.title}: {served.name}", filed=False, served=False)


def _slug(served: ServiceList) -> str:
    return served.prosecutor.replace("_", "-").lower()
