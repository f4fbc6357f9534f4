"""Why an item is in no petition: for each section the steps that close it, in one sentence."""

from collections.abc import Iterator

from vacatur.law.pack import Pack
from vacatur.planning.plan import LeftOut
from vacatur.planning.pleading import VACATUR
from vacatur.records.item import Item
from vacatur.records.record import DispositionKind
from vacatur.screening.finding import Finding, ItemFindings, Outcome

_CLOSED = (Outcome.BARRED, Outcome.NOT_APPLICABLE, Outcome.ALREADY_GRANTED)


def left_out(findings: ItemFindings, pack: Pack) -> LeftOut:
    """The item with its reason. An item that was not screened for vacatur says so."""
    said = [_closed(one, pack) for one in findings.findings if one.relief in VACATUR]
    why = "; ".join(said) if said else "it was not screened for vacatur"
    because = pack.words("left_out.because", item=item_words(findings.item), why=why) + "."
    remaining = _remaining(findings, pack) if _barred(findings) else ()
    if remaining:
        because += " " + pack.words("left_out.remains", remedies="; ".join(remaining))
    return LeftOut(findings.item, because)


def _barred(findings: ItemFindings) -> bool:
    return any(one.relief in VACATUR and one.outcome is Outcome.BARRED for one in findings.findings)


def _remaining(findings: ItemFindings, pack: Pack) -> tuple[str, ...]:
    """What is left for a violent felony: the other remedies screened that are not closed, and for a conviction those that the
    law data marks, which were not screened.
    """
    screened = {one.relief: one.outcome for one in findings.findings if one.relief not in VACATUR}
    open_ones = [
        f"{pack.relief(id_).cite} ({outcome.replace('_', ' ')})"
        for id_, outcome in screened.items()
        if outcome not in _CLOSED
    ]
    if not any(one.kind is DispositionKind.CONVICTED for one in findings.item.dispositions):
        return tuple(open_ones)
    others = (one.cite for one in pack.reliefs() if one.if_violent and one.id not in screened)
    return (*open_ones, *(f"{cite} (not screened)" for cite in others))


def item_words(item: Item) -> str:
    """An item for the team: "PC 647(b), case 5VY02034, count 1"."""
    charge = f"{item.code} {item.section}" if item.code and item.section else "charge not read"
    number = f"case {item.case}" if item.case else f"arrest {item.number}" if item.number else "arrest without a number"
    return f"{charge}, {number}, count {item.count}"


def _closed(finding: Finding, pack: Pack) -> str:
    texts = [*_against(finding), *_open(finding)] or [reason.text for reason in finding.reasons]
    return f"{pack.relief(finding.relief).cite}: {' '.join(text.removesuffix('.') for text in texts[:1])}"


def _open(finding: Finding) -> Iterator[str]:
    yield from (reason.text for reason in finding.reasons if reason.holds is None)


def _against(finding: Finding) -> Iterator[str]:
    yield from (reason.text for reason in finding.reasons if reason.holds is False)
