"""`vacatur packet FILE --facts F --as-of DAY --out DIR`: the papers, in a folder."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vacatur.cli import today
from vacatur.cli.days import as_of_option
from vacatur.cli.layout import wrapped
from vacatur.cli.screen import AsOf, File
from vacatur.kit.errors import InputError

if TYPE_CHECKING:
    from vacatur.planning.plan import Plan

FactsFile = Annotated[Path, typer.Option("--facts", metavar="FACTS", help="What was attested: a FACTS.toml.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="A new or empty folder for the packet.")]
Filing = Annotated[bool, typer.Option("--filing", help="Refuse unless nothing is missing; without it, a draft.")]


def packet(file: File, facts: FactsFile, as_of: AsOf, out: Out, filing: Filing = False) -> None:
    """Write the petitions and everything that goes with them.

    A draft shows what is missing in brackets and lists it in missing.json. With --filing nothing may be missing.
    """
    day = as_of_option(as_of)
    refuse_used_folder(out)
    from vacatur.filing import bundle
    from vacatur.law import pack
    from vacatur.planning import make_plan
    from vacatur.reading import read_file
    from vacatur.reading.facts import read_facts
    from vacatur.screening.engine import screen

    known = read_facts(facts, as_of=day)
    record = read_file(file, today=today.today())
    screening = screen(record, known, day, pack())
    plan = make_plan(record, screening, known, pack())
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    bundle(plan, known, record, screening, out, pack(), filing, source_sha256=sha256)
    print("\n".join(_written(plan, out, filing)))


def refuse_used_folder(out: Path) -> None:
    """InputError unless `out` is a new name or an empty folder: a packet never mixes with other files."""
    if out.is_dir() and any(out.iterdir()):
        raise InputError("The output folder is not empty: name a new or empty folder.")
    if out.exists() and not out.is_dir():
        raise InputError("--out names a file: name a new or empty folder.")


def _written(plan: "Plan", out: Path, filing: bool) -> list[str]:
    files = sorted(path.relative_to(out) for path in out.rglob("*") if path.is_file())
    lines = [f"{'Packet' if filing else 'Draft packet'} in {out}: {len(files)} files"]
    lines += [f"  {path}" for path in files]
    if plan.left_out:
        lines.append("Left out:")
        for left in plan.left_out:
            lines += wrapped(left.why, indent=2, mark="- ")
    if plan.cautions:
        lines.append("To think of before filing:")
        for caution in plan.cautions:
            lines += wrapped(caution, indent=2, mark="- ")
    if missing := json.loads((out / "missing.json").read_text("utf-8"))["missing"]:
        lines.append("Still missing:")
        for one in missing:
            lines += wrapped(f"{one['public_key']}: {one['question']}", indent=2, mark="- ")
    return lines
