"""After a restore: whatever the ledger knows as destroyed is destroyed again, before anybody signs in."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from probono.matters import selectors as matters
from probono.retention import ledger
from probono.retention.models import Keeping
from probono.retention.services import shred
from probono.vault import keystore, shredders


def unreplayed() -> list[str]:
    """The subjects that are here though the ledger knows them as destroyed: after a restore, or a crash on the way.

    LedgerError when the ledger itself cannot be relied on.
    """
    known = ledger.marks()
    return [one for one in sorted(set(_here())) if keystore.mark_of(one) in known] if known else []


def replay() -> int:
    """Destroys them again; gives how many there were. A hold of the restored day stops nothing: this was decided for good."""
    _begin_clients(unreplayed())
    found = unreplayed()
    for one in found:
        _destroy_matter(one)
    for one in found:  # a client only after every matter of hers
        _destroy_client(one)
        shred.write_down(one, again=True)
    if found:
        shred.wipe()
    return len(found)


def _begin_clients(found: list[str]) -> None:
    """A destruction that was cut short had not come to its client yet: she is written into the ledger before her last matter
    goes, so that she is not left behind, whatever stops this run.
    """
    last = {line.mark: line.kind for line in ledger.lines()}
    for one in found:
        subject = _uuid(one)
        if subject is None or last[keystore.mark_of(one)] != ledger.BEGUN:
            continue
        client_id = _client_of(subject)
        if client_id is not None and not {str(each) for each in matters.matters_of_client(client_id)} - set(found):
            shred.begin_client(client_id)


def _client_of(matter_id: UUID) -> UUID | None:
    """Whose matter it is, while anything says so."""
    if (subject := matters.subject_of(matter_id)) is not None:
        return subject.client_id
    return Keeping.objects.filter(matter_id=matter_id).values_list("client_id", flat=True).first()


def _destroy_matter(one: str) -> None:
    keystore.shred(one)
    if (subject := _uuid(one)) is not None:
        shred.destroy_matter(subject)
        Keeping.objects.filter(matter_id=subject).delete()


def _destroy_client(one: str) -> None:
    if (subject := _uuid(one)) is not None:
        with transaction.atomic():
            shred.clear_client(subject)


def _here() -> Iterator[str]:
    """Every subject of the keystore and of the registered tables."""
    yield from keystore.subjects()
    yield from map(str, Keeping.objects.values_list("matter_id", flat=True))
    for table in (table for one in shredders.registered() for table in one.tables):
        for path in {table.matter, table.client}:
            if path and "__" not in path:
                rows = table.model._default_manager.exclude(**{path: None}).order_by()
                yield from map(str, rows.values_list(path, flat=True).distinct())


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
