"""Disclosures: each view of a client's file by somebody of another organization leaves a row of its own."""

from typing import TYPE_CHECKING

from probono.accounts import gate
from probono.accounts.data_classes import DataClass
from probono.accounts.selectors import outside_organisations
from probono.accounts.walls import machinery
from probono.consent.models import Disclosure, Release
from probono.consent.selectors import live_for

if TYPE_CHECKING:
    from probono.accounts.entry import Subject
    from probono.accounts.models import Account


def note(*, actor: "Account", subject: "Subject", data_class: str, route: str) -> None:
    """Called after a page or a file was made and before it goes out. Whoever works for the home organization is inside."""
    organisations = outside_organisations(actor)
    if not organisations or subject.matter_id is None:
        return
    found = [(one, _release(actor, one, subject, data_class)) for one in organisations]
    organisation, release = next((pair for pair in found if pair[1]), found[0])
    named = gate.can(actor, DataClass.IDENTITY, client_id=subject.client_id, matter_id=subject.matter_id)
    with machinery(subject.matter_id):
        Disclosure.objects.create(
            matter_id=subject.matter_id,
            client_id=subject.client_id,
            account=actor,
            organisation=organisation,
            release=release,
            seen=data_class,
            named=named,
            route=route[:60],
        )


def _release(actor: "Account", organisation: object, subject: "Subject", data_class: str) -> Release | None:
    """The release under which it was seen; where nothing of it was needed, one that told her name."""
    mine = [
        one
        for one in live_for(subject.matter_id, organisation)  # type: ignore[arg-type]
        if one.person_id in (None, actor.pk)
    ]
    return next((one for wanted in (data_class, DataClass.IDENTITY) for one in mine if wanted in one.classes), None)
