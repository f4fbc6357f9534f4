"""The one door to Typst: a template and its data in, a tagged PDF out, with the place of every mark."""

import datetime as dt
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

STANDARDS = ["ua-1", "a-2a"]
_WHERE = """{
  let place(m) = { let p = m.location().position(); (m.value, p.page, p.y.pt()) }
  (marks: query(<fact>).map(place), pages: query(<end>).first().location().page())
}"""
_local = threading.local()


class TypesetError(Exception):
    """Typst could not set the paper. `reason` is the template's own word ("footer", "caption") or Typst's message."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one mark landed: its number, the page from 1, and its baseline in points from the top of the page."""

    number: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Landed:
    """How many pages a paper has, and the places of its marks."""

    pages: int
    marks: tuple[Mark, ...]


def _compiler(main: Path, fonts: tuple[Path, ...]) -> Any:
    """This thread's compiler for a template; kept, because Typst reuses what it has already laid out."""
    kept = _local.__dict__.setdefault("compilers", {})
    if (main, fonts) not in kept:
        folders = sorted({str(font.parent) for font in fonts})
        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        kept[main, fonts] = typst.Compiler(str(main), root=str(main.parent), font_paths=found, ignore_system_fonts=True)
    return kept[main, fonts]


def _reason(error: Exception) -> str:
    message = str(error)
    return message.split("PAPER: ", 1)[1].strip() if "PAPER: " in message else message


def compile_pdf(main: Path, data: Mapping[str, object], *, fonts: tuple[Path, ...], day: dt.date) -> bytes:
    """Set `main` with `data` (as JSON in `sys.inputs.paper`) as PDF/UA-1 and PDF/A-2a in one file.

    `day` is written as the day of creation, so the same input gives the same bytes. A warning is an error.
    Raises TypesetError.
    """
    moment = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
    try:
        pdf, warnings = _compiler(main, fonts).compile_with_warnings(
            sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
            format="pdf",
            pdf_standards=STANDARDS,
            timestamp=moment,
        )
    except typst.TypstError as error:
        raise TypesetError(_reason(error)) from error
    if warnings:
        raise TypesetError(_reason(warnings[0]))
    return bytes(pdf)


def where_marks_landed(main: Path, *, fonts: tuple[Path, ...]) -> Landed:
    """The pages and the marks of the paper this thread set last with `main`."""
    found = json.loads(_compiler(main, fonts).eval(_WHERE, format="json"))
    return Landed(found["pages"], tuple(Mark(*place) for place in found["marks"]))
