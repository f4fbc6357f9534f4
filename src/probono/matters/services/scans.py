"""Whether a file of a matter may go out, by what the virus scanner said of it."""

from typing import TYPE_CHECKING

from probono.matters.models import RecordUpload, WordEdit
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.verdicts import may_go

if TYPE_CHECKING:
    from probono.accounts.models import Account


def may_leave(actor: "Account", row: RecordUpload | WordEdit) -> bool:
    """Whether a file may go out. Where files are scanned, one that was not found clean goes back only to whoever brought it."""
    return may_go(row.scan) or (row.scan != Verdict.INFECTED and row.made_by_id == actor.pk)
