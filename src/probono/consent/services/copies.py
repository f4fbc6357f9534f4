"""The signed paper: taken by what its bytes are, sealed, and shown as a picture only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import gettext as _

from probono.consent.models import Release
from probono.consent.policies import NotNowError
from probono.vault import files
from probono.vault.fields import scope_of
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.kinds import PICTURES, Kind
from probono.vault.uploads.opened import look_at, page_picture
from probono.vault.uploads.refusal import RefusedError, Why
from probono.vault.uploads.sentences import sentence
from probono.vault.uploads.sniff import sniff
from probono.vault.uploads.verdicts import scanned

MOST_PAGES = 20
_TAKEN = (Kind.PDF, *PICTURES)


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A copy that was looked at: its kind, its bytes, its pages, and what the virus scanner said of it."""

    kind: Kind
    data: bytes
    pages: int
    scan: Verdict = Verdict.NOT_SCANNED


def signed_copy(data: bytes, name: str) -> SignedCopy:
    """What was uploaded, told by its content and opened behind walls. A photo is drawn anew: it loses where it was taken.

    NotNowError when it is neither a PDF nor a JPEG or PNG picture, the scanner found something, it cannot be opened, or has
    too many pages.
    """
    try:
        kind = sniff(data, name, accepted=_TAKEN)
        scan = scanned(data)
        looked = look_at(data, kind)
    except RefusedError as error:
        if error.why in (Why.NOT_HERE, Why.UNKNOWN):
            raise NotNowError(_("Upload the signed paper as a PDF or as a photo (JPEG or PNG).")) from None
        raise NotNowError(sentence(error.why)) from None
    if looked.pages > MOST_PAGES:
        raise NotNowError(_("This file has more than 20 pages. Upload only the signed paper."))
    return SignedCopy(kind, data if looked.clean is None else looked.clean, looked.pages, scan)


def picture_of(release: Release, page: int) -> tuple[Callable[[], bytes], str]:
    """What draws one page (from 1) of the signed paper whenever it is called, and the picture's type. IndexError when there is
    no such page, from the drawing too.
    """
    if release.copy is None or not 1 <= page <= release.copy_pages:
        raise IndexError(page)
    data = files.read(release.copy, scope_of(release))
    if release.copy_kind != Kind.PDF:
        return lambda: data, f"image/{release.copy_kind}"
    return lambda: _page(data, page), "image/png"


@contextmanager
def keep_copy(release: Release, copy: SignedCopy | None) -> Iterator[None]:
    """Seals a copy for a release while its signature is written; takes it away when that fails."""
    if copy is None:
        yield
        return
    release.copy = files.store(copy.data, scope_of(release))
    release.copy_kind, release.copy_pages, release.copy_scan = copy.kind, copy.pages, copy.scan
    try:
        yield
    except BaseException:
        files.remove(release.copy)
        raise


def _page(data: bytes, page: int) -> bytes:
    try:
        return page_picture(data, page)
    except RefusedError as error:  # a page that cannot be drawn is not there
        raise IndexError(page) from error
