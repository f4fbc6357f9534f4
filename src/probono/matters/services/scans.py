"""What the virus scanner says of files that come in, and of those it could not look at before."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from probono.matters.models import RecordUpload, WordEdit
from probono.vault import files
from probono.vault.fields import scope_of
from probono.vault.uploads import clamd
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.refusal import RefusedError, Why

if TYPE_CHECKING:
    from probono.accounts.models import Account


def scanned(data: bytes) -> Verdict:
    """Clean or not scanned. `RefusedError` when something was found: the file is not taken."""
    verdict = clamd.scan(data, settings.CLAMD, now=timezone.now()).verdict
    if verdict is Verdict.INFECTED:
        raise RefusedError(Why.INFECTED)
    return verdict


def may_leave(actor: "Account", row: RecordUpload | WordEdit) -> bool:
    """Whether a file may go out. Where files are scanned, one that was not found clean goes back only to whoever brought it."""
    if row.scan == Verdict.INFECTED:
        return False
    return not settings.CLAMD or row.scan == Verdict.CLEAN or row.made_by_id == actor.pk


def scan_again() -> int:
    """Scans what was not scanned yet, and returns how many files still are not. For the operator, who sees every row."""
    left = 0
    for model in (RecordUpload, WordEdit):
        for row in model.objects.filter(scan=Verdict.NOT_SCANNED):
            verdict = clamd.scan(files.read(row.file, scope_of(row)), settings.CLAMD, now=timezone.now()).verdict
            model.objects.filter(pk=row.pk).update(scan=verdict)
            left += verdict is Verdict.NOT_SCANNED
    return left
