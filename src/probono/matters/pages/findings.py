"""The findings tab: one card per item, its best outcome first."""

from typing import TYPE_CHECKING, Any

from probono.accounts.data_classes import DataClass
from probono.matters import policies, selectors
from probono.matters.models import ImmigrationScreening, Matter, ScreeningVersion
from probono.matters.pages.frame import frame
from probono.matters.services.law_words import ReliefWords, relief_words
from probono.matters.words import OUTCOME_ORDER

if TYPE_CHECKING:
    from probono.accounts.models import Account


def findings_page(actor: "Account", matter: Matter) -> dict[str, Any]:
    """What the law says of each item; immigration flags only for those who hold that file."""
    immigration = selectors.may(actor, matter, DataClass.IMMIGRATION)
    kept = selectors.newest(actor, matter, ImmigrationScreening if immigration else ScreeningVersion)
    page = frame(actor, matter, "findings") | {
        "screening": kept,
        "immigration": immigration,
        "can_answer": policies.change_facts_can(actor, matter),
        "can_answer_immigration": policies.change_immigration_can(actor, matter),
    }
    return page | _cards(actor, matter, kept.document) if kept else page


def _cards(actor: "Account", matter: Matter, document: dict[str, Any]) -> dict[str, Any]:
    words = relief_words()
    rows = {row.item_key: row for row in selectors.items_of(actor, matter)}
    cards = [_card(number, item, rows, words) for number, item in enumerate(document["items"], start=1)]
    return {
        "cards": cards,
        "drafts": _drafts(document, words),
        "not_screened": [words[each].name if each in words else each for each in document.get("not_screened", [])],
        "warnings": document.get("warnings", []),
    }


def _card(number: int, item: dict[str, Any], rows: dict[str, Any], words: dict[str, ReliefWords]) -> dict[str, Any]:
    findings = sorted(
        ({**finding, "words": words.get(finding["relief"])} for finding in item["findings"]),
        key=lambda finding: OUTCOME_ORDER.index(finding["outcome"]),
    )
    return {
        "number": number,
        "item": item,
        "row": rows.get(item["id"]),
        "best": findings[0]["outcome"] if findings else "not_applicable",
        "shown": [each for each in findings if each["outcome"] != "not_applicable"],
        "idle": [each for each in findings if each["outcome"] == "not_applicable"],
        "flags": item.get("flags", []),
    }


def _drafts(document: dict[str, Any], words: dict[str, ReliefWords]) -> list[ReliefWords]:
    """The remedies these findings use whose rules counsel has not reviewed, each once, in the order of their ids."""
    used = {finding["relief"] for item in document["items"] for finding in item["findings"]}
    return [words[each] for each in sorted(used) if each in words and words[each].is_draft]
