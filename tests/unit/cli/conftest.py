"""A command line on a known day, and the files people give it by mistake. FICTIONAL."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from demo.pdf import text_pdf
from tests.architecture.tree import ROOT
from vacatur.cli import today
from vacatur.cli.main import run

SHEET = ROOT / "demo" / "readme" / "sheet.txt"
FACTS = ROOT / "demo" / "readme" / "FACTS.toml"
AS_OF = "2026-06-01"


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence of a refusal; fails when it is anything else."""
        assert (self.code, self.out) == (2, "")
        assert self.err.count("\n") == 1
        assert self.err.endswith((".\n", "?\n"))
        return self.err.strip()


Call = Callable[..., Answer]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command on 1 June 2026."""
    monkeypatch.setattr(today, "today", lambda: date(2026, 6, 1))

    def call_(*words: str | Path) -> Answer:
        code = run([str(word) for word in words])
        return Answer(code, *capsys.readouterr())

    return call_


def _encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(text_pdf([["FICTIONAL", "CII/A00000000"]]))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="lock", user="lock"))
    return out.getvalue()


def _pictures() -> bytes:
    out = io.BytesIO()
    Image.new("1", (425, 550), 1).save(out, "PDF")
    return out.getvalue()


BAD_SHEETS: dict[str, Callable[[], bytes]] = {
    "no PDF": lambda: b"%PDF-1.7\nand then nothing that a PDF has",
    "an encrypted PDF": _encrypted,
    "a PDF of pictures only": _pictures,
    "a PDF that is no RAP sheet": lambda: text_pdf([["FICTIONAL", "Dear neighbor,", "the garden fence is done."]]),
    "a text that is no RAP sheet": lambda: b"FICTIONAL\nDear neighbor,\nthe garden fence is done.\n",
    "a RECORD ERROR sheet": lambda: (
        b"FICTIONAL\n* * *   * * *\nRECORD ERROR - REFER TO CRIMINAL HISTORY INQUIRY MANUAL\n"
    ),
    "an empty file": lambda: b"",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(64),
    "a Word file": lambda: b"PK\x03\x04" + bytes(64),
    "random bytes": lambda: bytes(range(256)) * 64,
}


@pytest.fixture(params=BAD_SHEETS)
def bad_sheet(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file that no command can use as a sheet."""
    path = tmp_path / "given.pdf"
    path.write_bytes(BAD_SHEETS[request.param]())
    return path
