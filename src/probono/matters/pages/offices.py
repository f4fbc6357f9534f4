"""The page of offices: agencies of the sheet that the law data does not know, and the offices that are served."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from probono.matters import policies, selectors
from probono.matters.models import FactSheet, Matter
from probono.matters.pages.frame import frame
from probono.matters.services.law_words import prosecutor_name
from probono.matters.services.library import law
from probono.matters.services.offices import agencies_of, entry, served_offices
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account


@dataclass(frozen=True, slots=True)
class Office:
    """One row: what tells it in an address of the site, what it is called, and what is known of it."""

    mark: str
    title: str
    known: dict[str, Any]


def offices_page(actor: "Account", matter: Matter) -> dict[str, Any]:
    """Both lists. Empty while there is no sheet."""
    version = selectors.newest_record(actor, matter)
    sheet = selectors.newest(actor, matter, FactSheet)
    document = sheet.document if sheet else {}
    page = frame(actor, matter, "facts") | {"can_change": policies.change_facts_can(actor, matter), "version": version}
    if version is None:
        return page
    agencies = [
        Office(mark, printed, entry(document, "agencies", "printed", printed))
        for mark, printed in agencies_of(version).items()
        if law().agency(printed) is None
    ]
    served = [
        Office(id_, prosecutor_name(id_), entry(document, "service", "prosecutor", id_))
        for id_ in served_offices(version, document, today())
    ]
    return page | {"agencies": agencies, "served": served}
