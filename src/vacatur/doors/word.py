"""The one door to python-docx: what a Word file says, on its pages and behind them."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any
from xml.etree import ElementTree

import docx
from docx.oxml.ns import qn

_CHANGES = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_PERSONAL = ("author", "last_modified_by", "comments", "keywords", "category", "subject", "content_status")


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What a Word file holds besides its words.

    `controls` are (name, text) of its content controls, `personal` the properties that could name a person,
    `comments` and `changes` count reviewers' notes and tracked changes.
    """

    title: str
    language: str
    personal: tuple[tuple[str, str], ...]
    bookmarks: tuple[str, ...]
    controls: tuple[tuple[str, str], ...]
    comments: int
    changes: int
    highlighted: tuple[str, ...]


def _run_text(element: Any) -> str:
    """The words of a run or paragraph; a line break or a tab counts as a space."""
    parts = []
    for node in element.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.getparent().tag == qn("w:r"):
            parts.append(" ")
    return "".join(parts)


def _number_style(document: Any) -> dict[str, str]:
    """For each paragraph style that carries a numbering: the text of its label ("%1." or a bullet)."""
    numbering = document.part.numbering_part.element
    kinds = {
        kind.get(qn("w:abstractNumId")): kind.find(f".//{qn('w:lvlText')}").get(qn("w:val"))
        for kind in numbering.findall(qn("w:abstractNum"))
    }
    uses = {
        use.get(qn("w:numId")): kinds[use.find(qn("w:abstractNumId")).get(qn("w:val"))]
        for use in numbering.findall(qn("w:num"))
    }
    found = {}
    for style in document.styles.element.findall(qn("w:style")):
        number = style.find(f".//{qn('w:numId')}")
        if number is not None:
            found[style.get(qn("w:styleId"))] = uses[number.get(qn("w:val"))]
    return found


def _lines(document: Any) -> Iterator[str]:
    labels = _number_style(document)
    numbers = count(1)
    for line in document.element.body.iter(qn("w:p")):
        style = line.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        label = labels.get(style.get(qn("w:val")), "") if style is not None else ""
        if "%1" in label:
            label = label.replace("%1", str(next(numbers)))
        yield f"{label} {_run_text(line)}".strip()


def text_of_word(file: bytes) -> str:
    """The words of a Word file in reading order, a line per paragraph, with the numbers Word prints before them."""
    return "\n".join(line for line in _lines(docx.Document(io.BytesIO(file))) if line)


def _controls(body: Any) -> Iterator[tuple[str, str]]:
    for control in body.iter(qn("w:sdt")):
        name = control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
        yield (name.get(qn("w:val")) if name is not None else "", _run_text(control.find(qn("w:sdtContent"))))


def _highlighted(body: Any) -> Iterator[str]:
    for run in body.iter(qn("w:r")):
        if run.find(f"{qn('w:rPr')}/{qn('w:highlight')}") is not None:
            yield _run_text(run)


def facts_of_word(file: bytes) -> WordFacts:
    """Properties, bookmarks, content controls, comments and tracked changes of a Word file."""
    document = docx.Document(io.BytesIO(file))
    body, core = document.element.body, document.core_properties
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        comments = sum("comments" in name for name in archive.namelist())
    return WordFacts(
        title=core.title,
        language=core.language,
        personal=tuple((name, value) for name in _PERSONAL if (value := getattr(core, name))),
        bookmarks=tuple(mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))),
        controls=tuple(_controls(body)),
        comments=comments,
        changes=sum(1 for _ in body.iter(*map(qn, _CHANGES))),
        highlighted=tuple(_highlighted(body)),
    )


def strings_of_word(file: bytes) -> tuple[str, ...]:
    """Every string in every part of a Word file: words, headers, notes, properties, names of controls and bookmarks."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = ElementTree.fromstring(archive.read(name))  # noqa: S314 (our own file, just written)
            for node in root.iter():
                found += [text for text in (node.text, node.tail, *node.attrib.values()) if text]
            found += ["".join(line.itertext()) for line in root.iter(qn("w:p"))]
    return tuple(found)
