"""The check of a finished packet, on the files as they lie in the folder. One hit, and there is no packet."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from vacatur.doors.pdf_edit import page_count, strings_of
from vacatur.doors.pdf_lines import plain_texts
from vacatur.doors.word import strings_of_word
from vacatur.drafting.check import check_paper
from vacatur.drafting.redaction import Suppressed
from vacatur.filing.manifest import NAME, Manifest
from vacatur.filing.paper_files import Written


def problems_of_folder(folder: Path, manifest: Manifest, suppressed: Suppressed) -> Iterator[str]:
    """Files and manifest must agree, and no public or lodged file may name the petitioner; each problem is one sentence without a fact."""
    listed = {file.path: file for file in manifest.files}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {NAME}
    if found != set(listed):
        yield f"The manifest and the folder differ in {len(found ^ set(listed))} files."
    for path in sorted(found & set(listed)):
        data = (folder / path).read_bytes()
        if hashlib.sha256(data).hexdigest() != listed[path].sha256 or len(data) != listed[path].bytes:
            yield f"The file {path} is not the one that was made."
        if path.endswith(".pdf") and listed[path].pages != page_count(data):
            yield f"The file {path} does not have the pages it was made with."
        if listed[path].public or listed[path].lodged:
            kinds = suppressed.found_in("\n".join(texts_of(path, data)))
            group = "public" if listed[path].public else "lodged"
            yield from (f"The {group} file {path} holds the petitioner's {kind}." for kind in kinds)


def problems_of_papers(written: tuple[Written, ...], *, filing: bool) -> Iterator[str]:
    """What the check of each paper finds: its grid, fonts, tags, twins and, in filing mode, its brackets."""
    for one in written:
        for problem in check_paper(one.paper, one.pdf, one.docx, filing=filing):
            yield f"{one.stem}: {problem.sentence}"
        if filing and (one.paper.public or one.paper.lodged) and any("[" in text for text in plain_texts(one.pdf)):
            yield f"{one.stem}: A bracket is left in the paper."


def texts_of(path: str, data: bytes) -> tuple[str, ...]:
    """All that a reader or a search can find in a PDF or Word file, seen or unseen."""
    if path.endswith(".docx"):
        return strings_of_word(data)
    return (*plain_texts(data), *strings_of(data))
