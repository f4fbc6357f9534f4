"""F-02, resumed: a web process is killed while a file comes in pieces, and the next one goes on. FICTIONAL: nobody named here
exists. Prints one JSON object.
"""

import hashlib
from typing import Any

from tests.faults import place
from tests.faults.killing import Tell, apart, doomed, steps_of

SMALL, LARGE = 16 * 1024, 1024 * 1024
"""Bytes of a piece; every eighth file comes in large ones, and is large."""


def _sheet(number: int) -> bytes:
    """A sheet of her own for each upload, of four pieces and a bit."""
    blank = b" " * 1023 + b"\n"
    return place.SHEET + b"\nplanted-in-the-file %d\n" % number + blank * (4 * _piece(number) // len(blank))


def _piece(number: int) -> int:
    return LARGE if number % 8 == 7 else SMALL


def _go_on(ids: dict[str, str], number: int, tell: Tell) -> None:
    """What the script of the form does: asks how much is there, sends the rest, and then the form."""
    browser, address, data = place.browser(ids), f"/matters/{ids['matter']}/record/", _sheet(number)
    digest, length = hashlib.sha256(data).hexdigest(), str(len(data))

    def send(begins: int, piece: bytes) -> int:
        told = {"X-File-Digest": digest, "X-File-Length": length, "X-Piece-Begins": str(begins)}
        answer = browser.post(address, piece, content_type="application/octet-stream", headers=told)
        if answer.status_code != 200:
            raise AssertionError("a piece was refused")
        here = int(answer.json()["have"])
        tell(f"{number} has {here}")
        return here

    have = send(0, b"")
    while have < len(data):
        have = send(have, data[have : have + _piece(number)])
    form = {"sent_digest": digest, "sent_length": length, "file_name": f"sheet-{number}.txt"}
    if browser.post(address, form).status_code != 302:
        raise AssertionError("a form was refused")
    tell(f"{number} done")


def _is_there(number: int) -> bool:
    from probono.matters.models import RecordUpload

    return any(row.name == f"sheet-{number}.txt" for row in RecordUpload.objects.all())


def _left() -> dict[str, Any]:
    """The files of the rows, and what is cleared away once the hour is over."""
    import datetime as dt

    from django.conf import settings
    from django.utils import timezone

    from probono.accounts.models import SentPiece
    from probono.accounts.sending import pieces
    from probono.audit.verify import verify
    from probono.matters.models import RecordUpload
    from probono.matters.selectors import file_names
    from probono.vault import files, janitor
    from probono.vault.fields import scope_of

    rows = [row for row in RecordUpload.objects.all() if row.name != "sheet.txt"]
    numbers = [int(row.name.removeprefix("sheet-").partition(".")[0]) for row in rows]
    whole = [files.read(row.file, scope_of(row)) == _sheet(number) for row, number in zip(rows, numbers, strict=True)]
    young, waiting = pieces.clear_past(), SentPiece.objects.count()
    SentPiece.objects.update(until=timezone.now() - dt.timedelta(seconds=1))
    cleared = pieces.clear_past()
    swept = janitor.sweep(older_than=-1)
    named = sum(name is not None for name in file_names())
    return {
        "numbers": sorted(numbers),
        "whole": all(whole),
        "young": young,
        "waiting": waiting,
        "cleared": cleared,
        "missing": swept.missing,
        "left": sum(path.is_file() for path in settings.VAULT_FILES.glob("??/*")) - named,
        "audit": [str(one) for one in verify().wrong if one.kind != "no head"],
    }


def _began(told: list[str]) -> int | None:
    """How many bytes were there when a process began."""
    return int(told[0].split()[-1]) if told and "has" in told[0] else None


def _acknowledged(told: list[str]) -> int:
    return max((int(line.split()[-1]) for line in told if "has" in line), default=0)


def main() -> None:
    ids = place.started()
    steps = steps_of(lambda tell: _go_on(ids, 0, tell))
    known: set[Any] = set()
    ends, seen, lost, resumed = [], place.seen(known), 0, 0
    number, acknowledged = 1, 0
    for turn, moment in enumerate([*place.moments(steps, place.KILLS // 2), place.NEVER], start=1):
        end = doomed(lambda tell, number=number: _go_on(ids, number, tell), moment)
        ends.append(end)
        began = _began(end.told)
        if began is not None and acknowledged:
            lost += began < acknowledged
            resumed += began > 0
        acknowledged = max(acknowledged, _acknowledged(end.told))
        if apart(lambda number=number: _is_there(number)):
            number, acknowledged = number + 1, 0
        seen += place.seen(known) if place.looks(turn) else []
    seen += place.seen(known)
    place.told(steps=steps, **place.counted(ends), began=number, lost=lost, resumed=resumed, seen=seen, **apart(_left))


if __name__ == "__main__":
    main()
