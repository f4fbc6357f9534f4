"""The packet folder of a plan: papers, Word twins, reading copy, and what they were made from."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from vacatur.drafting.asking import questions
from vacatur.drafting.draft import matter_of, papers_of
from vacatur.drafting.matter import Matter
from vacatur.filing.as_json import as_bytes, missing_json, plan_json
from vacatur.filing.folder import refuse_used, whole_folder
from vacatur.filing.manifest import NAME, Manifest, PacketFile, SourceFile, manifest_json
from vacatur.filing.missing import Asked, asked_of, refuse_incomplete
from vacatur.filing.packet_check import problems_of_folder, problems_of_papers
from vacatur.filing.paper_files import READING_COPY, Written, file_of, reading_copy, write
from vacatur.kit.errors import InputError
from vacatur.law.pack import Pack
from vacatur.planning.plan import Plan
from vacatur.records.as_json import record_json
from vacatur.records.facts import Facts
from vacatur.records.record import Record
from vacatur.screening.as_json import screening_json
from vacatur.screening.finding import Screening


def bundle(
    plan: Plan,
    facts: Facts,
    record: Record,
    screening: Screening,
    out: Path,
    pack: Pack,
    filing: bool,
    *,
    source_sha256: str | None = None,
) -> Manifest:
    """Write the packet of a plan into `out`, a subfolder for each petition when there are several.

    A draft shows what is missing in brackets and lists it in missing.json. With `filing`, InputError lists what is
    missing. `out` must be new or empty; it appears whole and checked, or not at all. The same input gives the same bytes.
    `source_sha256` is the hash of the sheet's file, when the caller has the file.
    """
    refuse_used(out)
    if not plan.petitions:
        raise InputError(
            "There is nothing to petition for on this record as the facts stand: see the screening for why."
        )
    matters = tuple(matter_of(plan, petition, facts, record, pack) for petition in plan.petitions)
    drafted = tuple((matter, papers_of(matter)) for matter in matters)
    asked = asked_of((matter.petition.id, questions(papers, matter)) for matter, papers in drafted)
    if filing:
        refuse_incomplete(asked)
    written = {matter.petition.id: write(papers, plan.as_of) for matter, papers in drafted}
    files = _files(written, _data(plan, screening, asked))
    source = SourceFile(record.file, source_sha256, hashlib.sha256(as_bytes(record_json(record))).hexdigest())
    entries = tuple(entry for entry, _ in files)
    manifest = Manifest(pack.version, plan.as_of.isoformat(), "filing" if filing else "draft", source, entries)
    with whole_folder(out) as folder:
        _write(folder, files, manifest)
        _check(folder, manifest, matters, written, filing)
    return manifest


def _data(plan: Plan, screening: Screening, asked: tuple[Asked, ...]) -> dict[str, bytes]:
    return {
        "missing.json": as_bytes(missing_json(asked, plan.petitions)),
        "plan.json": as_bytes(plan_json(plan)),
        "screening.json": as_bytes(screening_json(screening)),
    }


def _files(
    written: Mapping[str, tuple[Written, ...]], data: Mapping[str, bytes]
) -> tuple[tuple[PacketFile, bytes], ...]:
    """Every file with its entry: the papers of each petition and their reading copy, then the data."""
    found: list[tuple[PacketFile, bytes]] = []
    for petition, papers in written.items():
        place = f"{petition}/" if len(written) > 1 else ""
        for one in papers:
            found += [(file_of(f"{place}{one.stem}.pdf", one.pdf, one), one.pdf)]
            found += [(file_of(f"{place}{one.stem}.docx", one.docx, one), one.docx)]
        found.append(_reading_copy(place, papers))
    found += [(file_of(name, content), content) for name, content in data.items()]
    return tuple(found)


def _reading_copy(place: str, papers: tuple[Written, ...]) -> tuple[PacketFile, bytes]:
    data = reading_copy(papers)
    pages = sum(one.pages for one in papers if one.paper.public)
    entry = file_of(f"{place}{READING_COPY}", data)
    return PacketFile(entry.path, entry.sha256, entry.bytes, pages, public=True), data


def _write(folder: Path, files: tuple[tuple[PacketFile, bytes], ...], manifest: Manifest) -> None:
    for entry, content in files:
        path = folder / entry.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (folder / NAME).write_bytes(as_bytes(manifest_json(manifest)))


def _check(
    folder: Path,
    manifest: Manifest,
    matters: tuple[Matter, ...],
    written: Mapping[str, tuple[Written, ...]],
    filing: bool,
) -> None:
    """InputError with every problem of the packet, when there is any."""
    found = list(problems_of_folder(folder, manifest, matters[0].suppressed))
    for papers in written.values():
        found += problems_of_papers(papers, filing=filing)
    if found:
        raise InputError("The packet did not pass its check and was not written. " + " ".join(dict.fromkeys(found)))
