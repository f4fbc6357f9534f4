"""S-31: whatever is done to the audit log or its sink is detected, and named.

Random edits from a seed: 300 here; `AUDIT_EDITS=10000 AUDIT_SEED=7 pytest tests/security/test_audit_edits.py` runs more.
"""

import datetime as dt
import os
import random
import string
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from probono.audit import heads
from probono.audit.actions import Action
from probono.audit.models import Entry
from probono.audit.services import Act, append
from probono.audit.verify import Verified, verify

pytestmark = pytest.mark.django_db
EDITS = int(os.environ.get("AUDIT_EDITS", "300"))
SEED = int(os.environ.get("AUDIT_SEED", "31"))
ROWS = 40
A_HEAD_EVERY = 10
LETTERS = string.ascii_letters + string.digits + " .:-_"
COLUMNS = [field.attname for field in Entry._meta.fields]
LONGEST = {field.attname: getattr(field, "max_length", None) for field in Entry._meta.fields}


def _act(number: int) -> Act:
    """Rows of every shape: with and without a person, a handle, a part."""
    return Act(
        list(Action)[number % len(Action)],
        actor=None if number % 7 == 0 else UUID(int=number),
        data_class=f"D{number % 20 + 1}" if number % 3 else "",
        route=f"matters:page-{number}" if number % 5 else "",
        handle=f"{number:032x}",
        part=f"{number * 7:032x}" if number % 2 else "",
        request=f"{number:016x}",
    )


@pytest.fixture
def sink(settings: Any, tmp_path: Path) -> Path:
    settings.AUDIT_SINK = tmp_path / "heads.jsonl"
    return Path(settings.AUDIT_SINK)


@pytest.fixture
def log(sink: Path) -> Path:
    """Forty rows with a signed head after each tenth. Whoever edits them owns the database and switched the refusal off."""
    for number in range(1, ROWS + 1):
        append(_act(number))
        if number % A_HEAD_EVERY == 0:
            heads.write_head()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    return sink


Expected = Callable[[Verified], bool]
Edit = Callable[[random.Random, Path], tuple[str, Expected]]


def _do(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _says(kind: str, where: str = "") -> Expected:
    return lambda found: any(one.kind == kind and where in one.where for one in found.wrong)


def _other(rng: random.Random, text: str, longest: int | None) -> str:
    """The same text with one character changed, put in, or taken out."""
    place = rng.randrange(len(text)) if text else 0
    how = rng.choice(["change", "in", "out"]) if text else "in"
    if how == "in" and longest and len(text) >= longest:
        how = "change"
    letter = rng.choice([one for one in LETTERS if not text or one != text[place : place + 1]])
    return {
        "change": text[:place] + letter + text[place + 1 :],
        "in": text[:place] + letter + text[place:],
        "out": text[:place] + text[place + 1 :],
    }[how]


def a_byte_of_a_row(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    seq, column = rng.randint(1, ROWS), rng.choice([one for one in COLUMNS if one != "seq"])
    before = Entry.objects.values_list(column, flat=True).get(seq=seq)
    after: Any
    if column == "actor":
        after = uuid4() if before is None else rng.choice([None, UUID(int=before.int ^ (1 << rng.randrange(128)))])
    elif column == "at":
        step = rng.choice([1, 1000, 1_000_000, 86_400_000_000]) * rng.choice([-1, 1])
        after = before + dt.timedelta(microseconds=step)
    else:
        after = _other(rng, before, LONGEST[column])
    _do(f"UPDATE audit_entry SET {column} = %s WHERE seq = %s", after, seq)
    return f"{column} of row {seq}", _says("altered", f"row {seq} was changed")


def the_number_of_a_row(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    seq, new = rng.randint(1, ROWS), rng.choice([-1, 0, ROWS + 1, ROWS + rng.randint(2, 10**9)])
    _do("UPDATE audit_entry SET seq = %s WHERE seq = %s", new, seq)
    return f"row {seq} numbered {new}", _says("altered", f"row {new} was changed")


def rows_of_the_middle(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    first = rng.randint(1, ROWS - 1)
    last = rng.randint(first, ROWS - 1)
    _do("DELETE FROM audit_entry WHERE seq BETWEEN %s AND %s", first, last)
    return f"rows {first} to {last} out", _says("removed", f"rows {first} to {last} are gone")


def the_tail(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    """Also what an older copy of the database looks like."""
    kept = rng.randint(0, ROWS - 1)
    _do("DELETE FROM audit_entry WHERE seq > %s", kept)
    return f"cut after {kept}", _says("tail cut", f"rows {kept + 1} to {ROWS} are gone")


def the_tail_and_more_rows(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    """By somebody who holds the key, or by the site itself going on after an older copy was put in its place."""
    kept, more, goes_on = rng.randint(0, ROWS - 1), rng.randint(1, ROWS + 10), rng.random() < 0.5
    _do("DELETE FROM audit_entry WHERE seq > %s", kept)
    for number in range(more):
        append(_act(1000 + number))
        if goes_on and number % 7 == 0:
            heads.write_head()
    reached = [seq for seq in range(A_HEAD_EVERY, ROWS + 1, A_HEAD_EVERY) if kept < seq <= kept + more]
    told = _says("cut and re-appended", f"row {reached[0]} ") if reached else _says("tail cut")
    return f"cut after {kept}, {more} more", told


def two_rows_in_each_other_s_place(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    one, other = rng.sample(range(1, ROWS + 1), 2)
    rows = {seq: Entry.objects.filter(seq=seq).values().get() for seq in (one, other)}
    for seq, from_ in ((one, other), (other, one)):
        columns = [column for column in COLUMNS if column != "seq"]
        told = ", ".join(f"{column} = %s" for column in columns)
        _do(f"UPDATE audit_entry SET {told} WHERE seq = %s", *(rows[from_][column] for column in columns), seq)
    first = min(one, other)
    return f"rows {one} and {other} exchanged", _says("altered", f"row {first} was changed")


def a_row_that_was_never_written(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    """A copy of a row, behind the last one."""
    told = Entry.objects.filter(seq=rng.randint(1, ROWS)).values().get() | {"seq": ROWS + 1}
    _do(
        f"INSERT INTO audit_entry ({', '.join(told)}) VALUES ({', '.join(['%s'] * len(told))})",
        *told.values(),
    )
    return "a row made up", _says("altered", f"row {ROWS + 1} was changed")


def a_byte_of_the_sink(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    lines = sink.read_text().splitlines()
    place = rng.randrange(len(lines))
    lines[place] = _other(rng, lines[place], None)
    sink.write_text("\n".join(lines) + "\n")
    return f"line {place + 1} of the sink", _says("forged head", f"line {place + 1} ")


def a_line_of_another_site(rng: random.Random, sink: Path) -> tuple[str, Expected]:
    """A head whose number was pushed back, to hide a cut tail."""
    text = sink.read_text()
    sink.write_text(text + text.splitlines()[-1].replace(f'"seq": {ROWS}', f'"seq": {rng.randint(1, ROWS - 1)}') + "\n")
    return "a head made up", _says("forged head", "line 5 ")


KINDS: list[tuple[Edit, int]] = [
    (a_byte_of_a_row, 10),
    (the_number_of_a_row, 1),
    (rows_of_the_middle, 2),
    (the_tail, 2),
    (the_tail_and_more_rows, 2),
    (two_rows_in_each_other_s_place, 1),
    (a_row_that_was_never_written, 1),
    (a_byte_of_the_sink, 2),
    (a_line_of_another_site, 1),
]


def test_an_untouched_log_is_in_order(log: Path) -> None:
    assert verify().wrong == ()


@pytest.mark.slow
def test_every_edit_is_detected_and_named(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rng = random.Random(SEED)
    before = log.read_bytes()
    missed: list[str] = []
    misnamed: list[str] = []
    made: Counter[str] = Counter()
    for number in range(EDITS):
        edit = rng.choices([kind for kind, _weight in KINDS], [weight for _kind, weight in KINDS])[0]
        mark = transaction.savepoint()
        what, expected = edit(rng, log)
        found = verify()
        transaction.savepoint_rollback(mark)
        transaction.savepoint_commit(mark)  # takes the mark away, whose locks would pile up
        log.write_bytes(before)
        made[edit.__name__] += 1
        if not found.wrong:
            missed.append(f"edit {number}: {what}")
        elif not expected(found):
            misnamed.append(f"edit {number}: {what} was told as {[str(one) for one in found.wrong]}")
    with capsys.disabled():
        if EDITS > 300:
            print(f"\n{EDITS} edits, {len(missed)} missed, {len(misnamed)} misnamed: {dict(made)}")

    assert missed == []
    assert misnamed == []
    assert set(made) == {kind.__name__ for kind, _weight in KINDS}
    assert verify().wrong == ()
