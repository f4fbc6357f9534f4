"""F-02: a web process is killed while it takes in a sheet. FICTIONAL: nobody named here exists. Prints one JSON object."""

import hashlib
import random
from typing import Any
from uuid import UUID

from demo.pdf import text_pdf
from tests.faults import place
from tests.faults.killing import Moment, Tell, apart, doomed, steps_of

LARGE = 1_300_000
"""Bytes: every eighth file has two chunks."""

PDFS = 100_000
"""Numbers from here on are PDFs: each is opened by a process of its own, and the upload is killed somewhere meanwhile."""

LAST_PDF = 2 * PDFS
"""The one that nobody kills."""


def _sheet(number: int) -> bytes:
    """A sheet of her own for each upload; it is told by its number."""
    if number >= PDFS:
        pages = [place.SHEET.decode().splitlines()[at : at + 50] for at in range(0, place.SHEET.count(b"\n"), 50)]
        return text_pdf(pages, title="FICTIONAL") + b"%%planted-in-the-file %d\n" % number
    blank = b" " * 4095 + b"\n"
    more = blank * (LARGE // len(blank)) if number % 8 == 7 else b""
    return place.SHEET + b"\nplanted-in-the-file %d\n" % number + more


def _send(ids: dict[str, str], number: int, tell: Tell) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile(f"sheet-{number}.{'txt' if number < PDFS else 'pdf'}", _sheet(number))
    answer = place.browser(ids).post(f"/matters/{ids['matter']}/record/", {"file": file})
    if answer.status_code != 302:
        raise AssertionError("an upload was refused")
    tell(str(number))


def _left(ids: dict[str, str]) -> dict[str, Any]:
    """Rows beside their files; and what lies there without a row, opened with the client's key."""
    from django.conf import settings

    from probono.audit.models import Entry
    from probono.audit.verify import verify
    from probono.matters.models import RecordUpload, RecordVersion, ScreeningVersion
    from probono.matters.selectors import file_names
    from probono.vault import files, janitor
    from probono.vault.fields import scope_of
    from probono.vault.safe_write import PART

    rows = [row for row in RecordUpload.objects.all() if row.name != "sheet.txt"]
    numbers = [int(row.name.removeprefix("sheet-").partition(".")[0]) for row in rows]
    kept = [_hash(files.read(row.file, scope_of(row))) for row in rows]
    named = {name.hex for name in file_names() if name is not None}
    lying = [path for path in settings.VAULT_FILES.glob("??/*") if path.name not in named]
    orphans = [path.name for path in lying if not path.name.startswith(PART)]
    opened = [files.read(UUID(hex=name), scope_of(rows[0])) for name in orphans]
    young = janitor.sweep()
    old = janitor.sweep(older_than=-1)
    return {
        "numbers": sorted(numbers),
        "whole": kept == [_hash(_sheet(number)) for number in numbers],
        "read": RecordVersion.objects.filter(upload__in=rows).count(),
        "screened": ScreeningVersion.objects.filter(record__upload__in=rows).count(),
        "rows": Entry.objects.filter(route="matters:record", outcome="done").count(),
        "orphans": len(orphans),
        "orphans_whole": sum(data.startswith((place.SHEET, b"%PDF-", b"[{")) for data in opened),
        "parts": len(lying) - len(orphans),
        "young": [young.parts, young.orphans],
        "swept": [old.parts, old.orphans, old.missing],
        "left": sum(path.is_file() for path in settings.VAULT_FILES.glob("??/*")) - len(named),
        "audit": [str(one) for one in verify().wrong if one.kind != "no head"],
    }


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def main() -> None:
    ids = place.started()
    steps = steps_of(lambda tell: _send(ids, 0, tell))
    known: set[Any] = set()
    ends, seen = [], place.seen(known)
    for number, moment in enumerate(place.moments(steps), start=1):
        ends.append(doomed(lambda tell, number=number: _send(ids, number, tell), moment))
        seen += place.seen(known) if place.looks(number) else []
    drawn = random.Random(place.SEED)
    for number in range(PDFS, PDFS + place.KILLS // 10):
        moment = Moment(1, drawn.uniform(0.02, 0.6))
        ends.append(doomed(lambda tell, number=number: _send(ids, number, tell), moment))
        seen += place.seen(known)
    ends.append(doomed(lambda tell: _send(ids, LAST_PDF, tell), place.NEVER))
    seen += place.seen(known)
    answered = sorted([0, *(int(word) for end in ends for word in end.told)])
    place.told(steps=steps, **place.counted(ends), said=answered, seen=seen, **apart(lambda: _left(ids)))


if __name__ == "__main__":
    main()
