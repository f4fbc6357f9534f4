"""`python -m tools.fuzz [SECONDS] [NAME...]`: files changed at random, given to everything that opens a file before it is trusted.

Whatever comes in is taken or refused in one way; anything else is a crash. Whatever was sealed and then changed stays closed;
anything else is a forgery. The first of either ends the run with 1 and the smallest bytes that show it.
It works on made-up files, in a folder of its own. FICTIONAL: nobody in them exists.
"""

import io
import os
import random
import sys
import tempfile
import time
import uuid
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tools.places import ROOT

SECONDS = 60.0
ROUND = 200
"""Examples of one target before the next has its turn."""
PLAIN = b"FICTIONAL " * 130_000
"""More than one chunk of the file store."""


@dataclass(frozen=True)
class Target:
    """Something that opens bytes. `check` raises when it crashed, or took what it must not take."""

    name: str
    seeds: Callable[[], Sequence[bytes]]
    check: Callable[[bytes], None]


class ForgedError(Exception):
    """Something that had been changed was opened."""


def changed(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """One of the seeds, with a few changes: bytes set, cut, put in, doubled, or taken from another seed."""
    place, piece = st.integers(0, 2**24), st.binary(max_size=24)
    change = st.one_of(
        st.builds(partial(_set, seeds), place, piece),
        st.builds(partial(_cut, seeds), place, st.integers(1, 4096)),
        st.builds(partial(_put_in, seeds), place, piece),
        st.builds(partial(_doubled, seeds), place, st.integers(1, 4096)),
        st.builds(partial(_spliced, seeds), place, place),
    )
    return st.builds(_after, st.sampled_from(seeds), st.lists(change, min_size=1, max_size=6))


def _after(data: bytes, changes: Iterable[Callable[[bytes], bytes]]) -> bytes:
    for change in changes:
        data = change(data)
    return data


def _set(seeds: Sequence[bytes], place: int, piece: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data[: place % (len(data) + 1)] + piece + data[place % (len(data) + 1) + len(piece) :]


def _cut(seeds: Sequence[bytes], place: int, size: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: place % (len(data) + 1)] + data[place % (len(data) + 1) + size :]


def _put_in(seeds: Sequence[bytes], place: int, piece: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data[: place % (len(data) + 1)] + piece + data[place % (len(data) + 1) :]


def _doubled(seeds: Sequence[bytes], place: int, size: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: place % (len(data) + 1) + size] + data[place % (len(data) + 1) :]


def _spliced(seeds: Sequence[bytes], place: int, other: int) -> Callable[[bytes], bytes]:
    taken = seeds[other % len(seeds)]
    return lambda data: data[: place % (len(data) + 1)] + taken[other % (len(taken) + 1) :]


# --- what is opened ---


def targets() -> tuple[Target, ...]:
    """All of them. Those that unseal need the settings of a site."""
    from probono.vault.uploads import opened, safe_xml
    from probono.vault.uploads.convert import picture, text
    from probono.vault.uploads.convert.clean_word import cleaned
    from probono.vault.uploads.frames import BrokenAnswerError, frames

    out = io.BytesIO
    return (
        Target("sniff", _files, lambda data: _taken(_sniffed, data)),
        Target("archive", _archives, lambda data: _taken(_unpacked, data)),
        Target("xml", _xml, lambda data: _taken(safe_xml.check, data)),
        Target("word", _words, lambda data: _taken(cleaned, data)),
        Target("pdf", _pdfs, lambda data: _taken(_pdf_opened, data)),
        Target("picture", _pictures, lambda data: _taken(lambda one: picture.look(one, [_format(one)], out()), data)),
        Target("text", _texts, lambda data: _taken(lambda one: text.look(one, [], out()), data)),
        Target("answer", _answers, lambda data: _taken(lambda one: list(frames(one)), data, BrokenAnswerError)),
        Target("print", _prints, lambda data: _taken(opened.print_of, data)),
        Target("sealed file", _sealed_files, _file_stays_closed),
        Target("sealed field", _sealed_fields, _field_stays_closed),
    )


def _taken(opens: Callable[[bytes], Any], data: bytes, refusal: type[Exception] | None = None) -> None:
    """It is opened, or refused in its own way; any other error comes out."""
    from probono.vault.uploads.refusal import RefusedError

    try:
        opens(data)
    except RefusedError:
        return
    except Exception as error:
        if refusal is None or not isinstance(error, refusal):
            raise


def _sniffed(data: bytes) -> None:
    from probono.vault.uploads.kinds import ENDINGS, Kind
    from probono.vault.uploads.refusal import RefusedError, Why
    from probono.vault.uploads.sniff import sniff

    kinds = []
    for kind in Kind:
        try:
            kinds.append(sniff(data, f"a{sorted(ENDINGS[kind])[0]}"))
        except RefusedError as error:
            if error.why is not Why.WRONG_NAME:
                raise
    if len(kinds) > 1:
        raise ForgedError("one file was taken as two kinds")


def _unpacked(data: bytes) -> None:
    from probono.vault.uploads import archive
    from probono.vault.uploads.limits import MOST_ENTRIES, MOST_UNPACKED

    parts = list(archive.parts(data))
    if len(parts) > MOST_ENTRIES or sum(len(content) for _name, content in parts) > MOST_UNPACKED:
        raise ForgedError("more was unpacked than is allowed")
    if any(name.startswith("/") or ".." in name.split("/") for name, _content in parts):
        raise ForgedError("a part lies outside")


def _pdf_opened(data: bytes) -> None:
    from probono.vault.uploads.convert import pdf

    pdf.look(data, [], io.BytesIO())
    pdf.sheet(data, [], io.BytesIO())


def _format(data: bytes) -> str:
    from probono.vault.uploads.kinds import Kind

    return (Kind.PNG if data.startswith(b"\x89PNG") else Kind.JPEG).value


def _file_stays_closed(data: bytes) -> None:
    from probono.vault import files
    from probono.vault.cipher import SealBrokenError
    from probono.vault.keys import Scope, UnknownKeyError

    name, path, kept = _sealed_file()
    if data == kept:
        return
    path.write_bytes(data)
    try:
        files.read(name, Scope("fuzz", "D4"))
    except (SealBrokenError, UnknownKeyError):
        return
    finally:
        path.write_bytes(kept)
    raise ForgedError("a sealed file that was changed was opened")


def _field_stays_closed(data: bytes) -> None:
    from probono.vault.cipher import SealBrokenError, unseal
    from probono.vault.keys import Scope, UnknownKeyError

    if data in _sealed_fields():
        return
    try:
        unseal(data, place="fuzz:field:1", scope=Scope("fuzz", "D4"))
    except (SealBrokenError, UnknownKeyError):
        return
    raise ForgedError("a sealed value that was changed was opened")


# --- seeds ---

_kept: dict[str, Any] = {}


def forget() -> None:
    """What was sealed belongs to the folder it was sealed in."""
    _kept.clear()


def _sealed_file() -> tuple[uuid.UUID, Path, bytes]:
    from django.conf import settings as site

    from probono.vault import files
    from probono.vault.keys import Scope

    if "file" not in _kept:
        name = files.store(PLAIN, Scope("fuzz", "D4"))
        path = Path(site.VAULT_FILES) / name.hex[:2] / name.hex
        _kept["file"] = (name, path, path.read_bytes())
    found: tuple[uuid.UUID, Path, bytes] = _kept["file"]
    return found


def _sealed_files() -> Sequence[bytes]:
    from probono.vault import files
    from probono.vault.keys import Scope

    _name, path, kept = _sealed_file()
    if "other" not in _kept:
        other = files.store(PLAIN[:4096], Scope("fuzz", "D4"))
        _kept["other"] = (path.parent.parent / other.hex[:2] / other.hex).read_bytes()
    return [kept, _kept["other"]]


def _sealed_fields() -> Sequence[bytes]:
    from probono.vault.cipher import seal
    from probono.vault.keys import Scope

    if "fields" not in _kept:
        _kept["fields"] = [seal(plain, place="fuzz:field:1", scope=Scope("fuzz", "D4")) for plain in (b"", PLAIN[:60])]
    found: Sequence[bytes] = _kept["fields"]
    return found


def _pdfs() -> Sequence[bytes]:
    from demo.pdf import text_pdf

    return [text_pdf([["FICTIONAL", "  SECOND LINE"], ["PAGE TWO"]], title="FICTIONAL"), _small_pdf()]


def _small_pdf() -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(100, 100))
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        document.save(out)
    return out.getvalue()


def _words() -> Sequence[bytes]:
    import docx

    if "word" not in _kept:
        out, document = io.BytesIO(), docx.Document()
        document.add_paragraph("FICTIONAL: a letter about a kitchen garden.")
        document.save(out)
        _kept["word"] = [out.getvalue(), _packed_plain(out.getvalue())]
    found: Sequence[bytes] = _kept["word"]
    return found


def _packed_plain(data: bytes) -> bytes:
    """The same with its parts not deflated, so that changes reach the XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as written:
        for name in read.namelist():
            written.writestr(name, read.read(name))
    return out.getvalue()


def _archives() -> Sequence[bytes]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for number in range(3):
            written.writestr(f"a/{number}.txt", b"FICTIONAL " * 50 * number)
    return [out.getvalue(), *_words()]


def _xml() -> Sequence[bytes]:
    return [
        b'<?xml version="1.0" encoding="UTF-8"?><a b="c"><d>words</d><!-- x --><![CDATA[y]]></a>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y "z">]><a>&x;%y;</a>',
        "<a>ñ</a>".encode("utf-16"),
    ]


def _pictures() -> Sequence[bytes]:
    from PIL import Image

    found = []
    for kind in ("PNG", "JPEG"):
        out = io.BytesIO()
        Image.new("RGB", (24, 16), (10, 200, 30)).save(out, format=kind)
        found.append(out.getvalue())
    return found


def _texts() -> Sequence[bytes]:
    return [b"uno\ndos\ftres", "ñandú\n".encode("utf-16"), b"caf\xe9"]


def _files() -> Sequence[bytes]:
    heads = [
        b"II*\x00",
        b"\xd0\xcf\x11\xe0",
        b"\x00\x00\x00\x18ftypheic",
        b"<svg onload='x()'>",
        b"From: a\nTo: b\nSubject: c\n",
    ]
    return [*_pdfs(), *_archives(), *_pictures(), *_texts(), *heads]


def _answers() -> Sequence[bytes]:
    from probono.vault.uploads.frames import DONE, FACTS, WORDS, send

    out = io.BytesIO()
    send(out, FACTS, b'{"pages": 1, "marks": []}')
    send(out, WORDS, b'[["a"]]')
    send(out, DONE)
    return [out.getvalue()]


def _prints() -> Sequence[bytes]:
    return [b'[{"lines": ["a"], "aside": [], "is_picture": false, "width": 612, "height": 792, "baselines": [1.5]}]']


# --- running ---


def run(target: Target, examples: int, start: int | None = None) -> None:
    """So many examples of one target; what the first failing one raised, made as small as it gets."""

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        derandomize=start is None,
        suppress_health_check=list(HealthCheck),
    )
    @given(changed(target.seeds()))
    def check(data: bytes) -> None:
        target.check(data)

    (check if start is None else seed(start)(check))()


def main(words: Sequence[str]) -> int:
    """Runs all targets, or those named, in turns until the time is over. 1 when one of them failed."""
    seconds = float(words[0]) if words else SECONDS
    chosen, count, start = set(words[1:]), 0, random.SystemRandom().randrange(2**32)
    print(f"seed {start}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        _set_up(Path(folder))
        every = [one for one in targets() if not chosen or one.name in chosen]
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            target = every[count % len(every)]
            try:
                run(target, ROUND, start + count)
            except Exception as error:
                print(f"{target.name}: {type(error).__name__}: {error}", *getattr(error, "__notes__", ()), sep="\n")
                return 1
            count += 1
    print(f"{count * ROUND} examples of {len(every)} kinds: 0 crashes, 0 forgeries", flush=True)
    return 0


def _set_up(folder: Path) -> None:
    import django

    sys.path[:0] = [str(ROOT)]
    os.environ.update(PROBONO_VAR=str(folder), DJANGO_SETTINGS_MODULE="probono.config.settings")
    django.setup()
    forget()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
