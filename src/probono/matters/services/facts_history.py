"""Earlier versions of the facts: which there are, and bringing one back as a new version on top of the newest."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from probono.accounts import gate
from probono.matters import policies
from probono.matters.models import FactSheet, Matter
from probono.matters.services.facts import save_facts

if TYPE_CHECKING:
    from probono.accounts.models import Account

MARKS = ("approved", "released")
"""Yeses to words as they were read: the client's, and the immigration attorney's."""


def bring_back(*, by: "Account", matter: Matter, number: int, based_on: int) -> FactSheet:
    """Keeps what an earlier version says as a new version. `based_on` is the newest one the page showed.

    A yes to words stands only where the newest facts have it for the same words, or where nothing but a period was taken out
    since: then a slip is undone. NotNowError for the newest version itself, which is there already.
    """
    policies.check_bring_back(by, matter)
    versions = {each.number: each.document for each in gate.visible(by, FactSheet).filter(matter=matter)}
    if number not in versions or number >= max(versions):
        raise policies.NotNowError(_("These are the newest facts already, so there is nothing to bring back."))
    document, newest = versions[number], versions[max(versions)]
    if number != max(versions) - 1 or taken_out(document, newest) is None:
        document = without_old_yeses(document, newest)
    return save_facts(by=by, matter=matter, document=document, based_on=based_on)


def taken_out(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any] | None:
    """The period by which two versions differ, when the later one lacks it and they are alike in all else."""
    periods, rest = before["victimizations"], after["victimizations"]
    if {**before, "victimizations": rest} != after or len(periods) != len(rest) + 1:
        return None
    return next((one for place, one in enumerate(periods) if [*periods[:place], *periods[place + 1 :]] == rest), None)


def without_old_yeses(document: dict[str, Any], newest: dict[str, Any]) -> dict[str, Any]:
    """The document without each approval and release that the newest facts do not have for the very same words."""
    kept: dict[str, Any] = {}
    for name, table in document.items():
        now = newest.get(name)
        if isinstance(table, list):
            kept[name] = [one if one in (now or []) else _plain(one) for one in table]
        elif name == "nexus":
            kept[name] = {key: one if one == (now or {}).get(key) else _plain(one) for key, one in table.items()}
        else:
            kept[name] = table if table == now else _plain(table)
    return kept


def _plain(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name not in MARKS}
