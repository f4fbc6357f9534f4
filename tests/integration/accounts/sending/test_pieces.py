"""The pieces of a file on its way: sealed, in order, of one sender and one form, and gone after an hour."""

import datetime as dt
import hashlib
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.utils import timezone

from probono.accounts.models import SentPiece
from probono.accounts.sending import pieces
from probono.accounts.sending.pieces import TooMuchError, Upload
from probono.config.vault_room import sweep
from probono.matters.models import Matter
from probono.vault import files, janitor
from probono.vault.keys import Scope

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
FILE = b"MARKER of a sheet " * 10


@pytest.fixture
def upload(avery: Any, matter: Matter) -> Upload:
    return _of(avery, matter)


def _of(account: Any, matter: Matter, data: bytes = FILE, form: str = "/form/") -> Upload:
    return Upload(account, form, Scope(str(matter.pk), "D4"), hashlib.sha256(data).hexdigest(), len(data))


def _stored() -> list[bytes]:
    return [path.read_bytes() for path in site_settings.VAULT_FILES.glob("??/*")]


def test_what_came_in_pieces_is_put_together(upload: Upload) -> None:
    assert pieces.have(upload) == 0
    assert pieces.add(upload, 0, FILE[:100]) == 100
    assert pieces.whole(upload) is None
    assert pieces.add(upload, 100, FILE[100:]) == len(FILE)

    assert pieces.whole(upload) == FILE


def test_a_piece_that_does_not_go_on_there_is_not_kept(upload: Upload) -> None:
    pieces.add(upload, 0, FILE[:100])

    assert pieces.add(upload, 0, FILE[:100]) == 100
    assert pieces.add(upload, 150, FILE[150:]) == 100
    assert SentPiece.objects.count() == len(_stored()) == 1


def test_the_same_piece_twice_in_one_moment_is_kept_once(upload: Upload, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces.add(upload, 0, FILE[:100])
    real = pieces.have
    first = [0]  # what the second one found before the first one's row was there
    monkeypatch.setattr(pieces, "have", lambda which: first.pop() if first else real(which))

    assert pieces.add(upload, 0, FILE[:100]) == 100

    assert SentPiece.objects.count() == len(_stored()) == 1


def test_a_file_that_is_not_what_was_chosen_is_forgotten(upload: Upload) -> None:
    pieces.add(upload, 0, FILE[:-1] + b"?")

    assert pieces.whole(upload) is None
    assert pieces.have(upload) == 0
    assert _stored() == []


def test_each_sender_and_each_form_has_its_own(upload: Upload, casey: Any, avery: Any, matter: Matter) -> None:
    pieces.add(upload, 0, FILE)

    assert pieces.have(_of(casey, matter)) == 0
    assert pieces.have(_of(avery, matter, form="/another/")) == 0
    assert pieces.whole(_of(casey, matter)) is None


def test_neither_the_rows_nor_the_files_say_what_it_is(upload: Upload, matter: Matter) -> None:
    pieces.add(upload, 0, FILE)

    row = SentPiece.objects.get()
    assert not {upload.digest, str(matter.pk), matter.pk.hex} & {str(value) for value in vars(row).values()}
    assert all(b"MARKER" not in data for data in _stored())
    assert files.read(row.file, upload.scope) == FILE


def test_they_go_an_hour_after_the_last_one(upload: Upload, capsys: pytest.CaptureFixture[str]) -> None:
    pieces.add(upload, 0, FILE[:100])
    SentPiece.objects.update(until=timezone.now() + dt.timedelta(minutes=1))
    pieces.add(upload, 100, FILE[100:])

    assert set(SentPiece.objects.values_list("until", flat=True)) == {SentPiece.objects.latest("begins").until}
    assert sweep() == 0
    assert SentPiece.objects.count() == 2

    SentPiece.objects.update(until=timezone.now() - dt.timedelta(seconds=1))
    assert sweep() == 0
    assert not SentPiece.objects.exists()
    assert _stored() == []
    capsys.readouterr()


def test_the_janitor_keeps_what_is_on_its_way_and_takes_what_no_row_names(upload: Upload) -> None:
    pieces.add(upload, 0, FILE[:100])
    kept = SentPiece.objects.get()
    pieces.add(upload, 100, FILE[100:])
    SentPiece.objects.exclude(pk=kept.pk).delete()  # as a crash between the row and its file leaves it

    assert janitor.sweep(older_than=-1).orphans == 1
    assert files.exists(kept.file)


def test_nobody_has_more_on_the_way_than_two_of_the_largest_files(
    upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "MOST", 150)
    pieces.add(upload, 0, FILE[:100])

    with pytest.raises(TooMuchError):
        pieces.add(upload, 100, FILE[100:])

    assert pieces.have(upload) == 100
    assert len(_stored()) == 1
