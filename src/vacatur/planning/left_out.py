"""Why an item is in no petition: for each section the steps that close it, in one sentence."""

from collections.abc import Iterator

from vacatur.law.pack import Pack
from vacatur.planning.plan import LeftOut
from vacatur.planning.pleading import VACATUR
from vacatur.records.item import Item
from vacatur.screening.finding import Finding, ItemFindings


def left_out(findings: ItemFindings, pack: Pack) -> LeftOut:
    """The item with its reason. An item that was not screened for vacatur says so."""
    said = [_closed(one, pack) for one in findings.findings if one.relief in VACATUR]
    why = "; ".join(said) if said else "it was not screened for vacatur"
    return LeftOut(findings.item, pack.words("left_out.because", item=item_words(findings.item), why=why) + ".")


def item_words(item: Item) -> str:
    """An item for the team: "PC 647(b), case 5VY02034, count 1"."""
    charge = f"{item.code} {item.section}" if item.code and item.section else "charge not read"
    number = f"case {item.case}" if item.case else f"arrest {item.number}" if item.number else "arrest without a number"
    return f"{charge}, {number}, count {item.count}"


def _closed(finding: Finding, pack: Pack) -> str:
    texts = list(_against(finding)) or [reason.text for reason in finding.reasons]
    return f"{pack.relief(finding.relief).cite}: {' '.join(text.removesuffix('.') for text in texts[:1])}"


def _against(finding: Finding) -> Iterator[str]:
    yield from (reason.text for reason in finding.reasons if reason.holds is False)
