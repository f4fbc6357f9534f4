"""The record tab."""

from typing import TYPE_CHECKING, Any

from probono.matters import policies, selectors
from probono.matters.forms.uploads import HoldersForm
from probono.matters.models import Holders, Matter, RecordVersion
from probono.matters.pages.frame import frame
from probono.matters.services.scans import may_leave
from probono.matters.services.sheet_view import sheet_pages

if TYPE_CHECKING:
    from probono.accounts.models import Account


def record_page(actor: "Account", matter: Matter) -> dict[str, Any]:
    """Rows on one side, the sheet on the other, and what was not read."""
    version = selectors.newest_record(actor, matter)
    page = frame(actor, matter, "record") | {"version": version, "can_add": policies.add_sheet_can(actor, matter)}
    return page | _copies(actor, matter, version) | _read(version) if version else page


def _copies(actor: "Account", matter: Matter, version: RecordVersion) -> dict[str, Any]:
    """Who may hold a copy of the sheet, and whether this person may now."""
    held = selectors.holders_of(actor, matter)
    return {
        "holders": Holders(held).label,
        "holders_form": HoldersForm(initial={"holders": held}) if policies.set_holders_can(actor, matter) else None,
        "may_hold": policies.hold_sheet_can(actor, matter),
        "may_leave": may_leave(actor, version.upload),
    }


def _read(version: RecordVersion) -> dict[str, Any]:
    document = version.document
    return {
        "record": document,
        "person": document["person"],
        "unread": document["unread"],
        "warnings": document["warnings"],
        "sheet": sheet_pages(version),
        "cycles": document["cycles"],
    }
