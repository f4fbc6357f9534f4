"""`probono vault`: what the keystore and the file store say, a rotation, and clearing up."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from probono.accounts.sending import pieces
from probono.retention.services.copy_ends import drop_old
from probono.vault import janitor, keystore
from probono.vault.uploads import sandbox
from probono.vault.uploads.verdicts import Rescan, scan_again


def status() -> int:
    """Counts and names, never a key or a subject."""
    _print(keystore.state())
    means = sandbox.means()
    print(
        f"Files from outside are opened behind walls made by {means}."
        if means
        else "No walls work here: PDF and Word files are refused."
    )
    print("Files are scanned for viruses." if settings.CLAMD else "Files are not scanned for viruses (PROBONO_CLAMD).")
    return 0


def rotate() -> int:
    """Wraps every key anew, and says what the operator does next."""
    _print(keystore.rotate())
    if settings.VAULT_KEY_NEXT:
        print(
            "Now set PROBONO_VAULT_KEY to the next key, take PROBONO_VAULT_KEY_NEXT away, and destroy the old key everywhere."
        )
    return 0


def sweep() -> int:
    """Clears up the file store. Exit 1 when a row names a file that is not there: look at the newest backup."""
    over = drop_old(timezone.now())
    pieces.clear_past()
    found = janitor.sweep()
    print(f"{found.parts} unfinished and {found.orphans} orphaned files removed.")
    if over:
        print(f"{over} copies for clients were over and are removed.")
    if found.missing:
        print(f"{found.missing} files that rows name are missing from the store.")
    if settings.CLAMD:
        _print_scans(scan_again())
    return 1 if found.missing else 0


def _print_scans(found: Rescan) -> None:
    if found.infected:
        print(
            f"{found.infected} files that were taken before they could be scanned are infected: nobody gets them any more. "
            "Their pages say which; whoever brought them in should be told by voice."
        )
    print(f"{found.left} files are still not scanned for viruses.")


def refuse_older_folder() -> None:
    """A folder that an earlier version made has sealed data and no keystore; it holds fictional data only."""
    if (
        (settings.VAR / "probono.sqlite3").exists()
        and settings.VAULT_KEY_FILE.exists()
        and not settings.VAULT_KEYSTORE.exists()
    ):
        raise ImproperlyConfigured(
            f"The folder {settings.VAR.name} was made by an earlier version and cannot be opened. It holds fictional data only: "
            "remove it, then start again."
        )


def _print(found: keystore.State) -> None:
    print(f"Epoch {found.epoch}, root {found.root}: {found.keys} keys, {found.shredded} subjects destroyed.")
