"""The pieces of a file on its way: kept sealed for an hour, and put together when all of them are there.

The file is known by the digest that its sender's browser took of it (SHA-256): after a lost connection, or when the page was
closed, whoever chooses the same file for the same form goes on where it stopped, and what is put together is what was chosen.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Max, QuerySet, Sum
from django.utils import timezone

from probono.accounts.models import Account, SentPiece
from probono.vault import files, keys
from probono.vault.uploads.limits import LARGEST_FILE

KEPT = dt.timedelta(hours=1)
"""After the last piece that came. Then what is there is cleared away."""

MOST = 2 * LARGEST_FILE
"""Bytes on their way for one account at a time."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way: who sends it, to which form, under whose key it is sealed, its digest and its length in bytes."""

    account: Account
    form: str
    scope: keys.Scope
    digest: str
    length: int

    @property
    def mark(self) -> str:
        """What the rows of its pieces say of it."""
        return keys.fingerprint(f"{self.account.pk} {self.form} {self.digest} {self.length}".encode(), self.scope)


class TooMuchError(Exception):
    """The account has as much on its way as one may have."""


def have(upload: Upload) -> int:
    """How many bytes of it are here: the sender goes on there."""
    return _rows(upload).aggregate(end=Max(F("begins") + F("size")))["end"] or 0


def add(upload: Upload, begins: int, piece: bytes) -> int:
    """Keeps the next piece; gives how many bytes are here then. A piece that does not go on where the others end is not kept.

    TooMuchError when the account would have too much on its way.
    """
    clear_past()
    here = have(upload)
    if begins != here or not piece:
        return here
    if _on_its_way(upload.account) + len(piece) > MOST:
        raise TooMuchError
    until = timezone.now() + KEPT
    name = files.store(piece, upload.scope)
    row = SentPiece(account=upload.account, upload=upload.mark, begins=begins, size=len(piece), file=name, until=until)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            _rows(upload).update(until=until)
    except IntegrityError:  # the same piece came twice in one moment
        files.remove(name)
    return have(upload)


def whole(upload: Upload) -> bytes | None:
    """The file, when all of it is here and it is what its sender chose. One that is not is forgotten."""
    if have(upload) != upload.length:
        return None
    data = b"".join(files.read(row.file, upload.scope) for row in _rows(upload).order_by("begins"))
    if hashlib.sha256(data).hexdigest() == upload.digest:
        return data
    forget(upload)
    return None


def forget(upload: Upload) -> None:
    """Removes its pieces: the form has the file, or it cannot become whole."""
    _remove(_rows(upload))


def clear_past() -> int:
    """Removes the pieces that nobody went on with; gives how many there were."""
    return _remove(SentPiece.objects.filter(until__lt=timezone.now()))


def names() -> Iterable[UUID]:
    """The files of all pieces: for the janitor, who opens none of them."""
    return SentPiece.objects.values_list("file", flat=True)


def _rows(upload: Upload) -> QuerySet[SentPiece]:
    return SentPiece.objects.filter(account=upload.account, upload=upload.mark)


def _on_its_way(account: Account) -> int:
    return SentPiece.objects.filter(account=account).aggregate(size=Sum("size"))["size"] or 0


def _remove(rows: QuerySet[SentPiece]) -> int:
    """The rows first: a crash in between leaves files that no row names, and the janitor removes them."""
    found = list(rows.values_list("pk", "file"))
    SentPiece.objects.filter(pk__in=[pk for pk, _name in found]).delete()
    for _pk, name in found:
        files.remove(name)
    return len(found)
