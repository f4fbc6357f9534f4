"""The facts tab: what is known, the picture of the periods, and one row per item."""

from typing import TYPE_CHECKING, Any

from probono.accounts.data_classes import DataClass
from probono.matters import policies, selectors
from probono.matters.models import FactSheet, ImmigrationSheet, Matter, ScreeningVersion
from probono.matters.pages.facts_versions import last_taken_out
from probono.matters.pages.frame import frame
from probono.matters.services import timeline
from probono.matters.services.facts_document import empty_document
from probono.matters.services.release import held_passages
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account


def facts_page(actor: "Account", matter: Matter) -> dict[str, Any]:
    """Everything attested so far, and what is still asked."""
    sheet = selectors.newest(actor, matter, FactSheet)
    document = sheet.document if sheet else empty_document()
    immigration = selectors.newest(actor, matter, ImmigrationSheet)
    return frame(actor, matter, "facts") | {
        "sheet": sheet,
        "facts": document,
        "taken_out": last_taken_out(actor, matter, sheet),
        "can_change": policies.change_facts_can(actor, matter),
        "sees_immigration": selectors.may(actor, matter, DataClass.IMMIGRATION),
        "can_change_immigration": policies.change_immigration_can(actor, matter),
        "immigration": immigration.document if immigration else {},
        "missing": missing(actor, matter),
        "held": [each for each in held_passages(document) if not each.released],
        **_against_the_record(actor, matter, document),
    }


def _against_the_record(actor: "Account", matter: Matter, document: dict[str, Any]) -> dict[str, Any]:
    version = selectors.newest_record(actor, matter)
    if version is None:
        return {"rows": [], "drawing": None, "orphans": []}
    sheets = timeline.worksheets(version, document)
    keys = {sheet.item.id for sheet in sheets}
    return {
        "rows": [
            {
                "number": number,
                "sheet": sheet,
                "inside": timeline.inside(sheet),
                "answers": document["nexus"].get(sheet.item.id, {}),
            }
            for number, sheet in enumerate(sheets, start=1)
        ],
        "drawing": timeline.draw(sheets, timeline.periods(document), today()),
        "orphans": [key for key in document["nexus"] if key not in keys],
    }


def missing(actor: "Account", matter: Matter) -> list[dict[str, Any]]:
    """The facts the newest findings ask for, each once: a key names its item, and one about her is asked for many items."""
    screening = selectors.newest(actor, matter, ScreeningVersion)
    found: dict[str, dict[str, Any]] = {}
    for item in screening.document["items"] if screening else ():
        for finding in item["findings"]:
            for each in finding.get("missing", ()) if finding["outcome"] == "needs_facts" else ():
                found.setdefault(each["key"], each)
    return list(found.values())
