"""A Word document without what acts by itself, reaches out, or tells of its maker; and its words, as pages of lines."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from probono.vault.uploads import archive, safe_xml
from probono.vault.uploads.convert.answering import LINES_A_PAGE
from probono.vault.uploads.limits import MOST_PIXELS
from probono.vault.uploads.marks import Mark
from probono.vault.uploads.refusal import RefusedError, Why
from vacatur.doors.picture import JPEG, PNG, plain_picture
from vacatur.doors.word_parts import bytes_of, drop, local_name, qn, tree_of
from vacatur.kit.errors import InputError

DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"

_XML = (".xml", ".rels", ".vml")
_PICTURES = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG}
_OTHER_KEPT = (".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".odttf")
_ACTIVE_PLACES = ("word/embeddings/", "word/activex/", "customui/", "word/vba")
_PERSONAL = ("docprops/custom.xml", "word/people.xml", "word/commentsextended.xml")
_BLANK = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
}
_ACTIVE_ELEMENTS = {
    "OLEObject",
    "control",
    "altChunk",
    "attachedTemplate",
    "subDoc",
    "objectEmbed",
    "objectLink",
    "mailMerge",
}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SAFE_LINKS = ("http://", "https://", "mailto:", "#")
_MACROS = "application/vnd.ms-word"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KNOWN_FIELDS = {
    "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "TOA", "TA", "TC", "REF", "PAGEREF", "NOTEREF", "STYLEREF",
    "HYPERLINK", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "SEQ", "XE", "INDEX", "TITLE", "SUBJECT", "AUTHOR",
    "FILENAME", "NUMWORDS", "NUMCHARS", "LISTNUM", "AUTONUM", "AUTONUMLGL", "SYMBOL", "FORMTEXT", "FORMCHECKBOX",
    "FORMDROPDOWN", "", "CITATION", "BIBLIOGRAPHY", "DOCPROPERTY", "EQ", "ADVANCE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The clean document, what was taken out of it, and its words."""

    data: bytes
    marks: tuple[Mark, ...]
    pages: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Work:
    parts: dict[str, bytes]
    marks: set[Mark] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)


def cleaned(data: bytes) -> Cleaned:
    """Cleans a Word document. `RefusedError` when it cannot be opened safely at all."""
    work = _Work(dict(archive.parts(data)))
    try:
        for name in list(work.parts):
            _sort(work, name)
        for name in [each for each in work.parts if each.endswith(".rels")]:
            _relations(work, name)
        for name in [each for each in work.parts if each.endswith((".xml", ".vml")) and each != TYPES]:
            _clean_part(work, name)
        _types(work)
        if DOCUMENT not in work.parts:
            raise RefusedError(Why.DAMAGED)
        pages = _pages(tree_of(work.parts[DOCUMENT]))
    except InputError:
        raise RefusedError(Why.DAMAGED) from None
    return Cleaned(_packed(work.parts), tuple(sorted(work.marks)), pages)


def _sort(work: _Work, name: str) -> None:
    """Keeps what a document is made of; everything else is taken out and, where it would act, marked."""
    low, ending = name.lower(), PurePosixPath(name).suffix.lower()
    if "vba" in low:
        work.marks.add(Mark.MACROS)
    elif low.startswith(_ACTIVE_PLACES) or "oleobject" in low:
        work.marks.add(Mark.OBJECTS)
    elif low in _PERSONAL or low.startswith("docprops/thumbnail"):
        pass
    elif name in _BLANK:
        work.parts[name] = _BLANK[name]
        return
    elif low.endswith(_XML):
        safe_xml.check(work.parts[name])
        return
    elif ending in _PICTURES:
        work.parts[name] = plain_picture(work.parts[name], _PICTURES[ending], most_pixels=MOST_PIXELS)
        return
    elif ending in _OTHER_KEPT:
        return
    else:
        work.marks.add(Mark.OBJECTS)
    work.gone.add(name)
    del work.parts[name]


def _relations(work: _Work, name: str) -> None:
    """Cuts every tie to the outside but a link that a person must press, and every tie to what was taken out."""
    tree, cut = tree_of(work.parts[name]), set()
    source = _source_of(name)
    for relation in list(tree):
        target, kind = relation.get("Target", ""), relation.get("Type", "").rsplit("/", 1)[-1]
        if relation.get("TargetMode") == "External":
            if kind == "hyperlink" and target.lower().startswith(_SAFE_LINKS):
                continue
            work.marks.add(Mark.TEMPLATE if kind == "attachedTemplate" else Mark.OUTSIDE)
        elif kind == "attachedTemplate":
            work.marks.add(Mark.TEMPLATE)
        elif _target(source, target) in work.parts:
            continue
        cut.add(relation.get("Id"))
        tree.remove(relation)
    work.parts[name] = bytes_of(tree)
    if cut and source in work.parts and source.endswith(".xml"):
        _cut(work, source, cut)


def _source_of(name: str) -> str:
    """The part a file of relations belongs to: word/_rels/document.xml.rels -> word/document.xml."""
    path = PurePosixPath(name)
    return str(path.parent.parent / path.stem)


def _target(source: str, target: str) -> str:
    """The part a relation leads to."""
    if target.startswith("/"):
        return target.lstrip("/")
    found: list[str] = []
    for step in [*PurePosixPath(source).parent.parts, *target.split("/")]:
        if step == "..":
            found = found[:-1]
        elif step not in ("", "."):
            found.append(step)
    return "/".join(found)


def _cut(work: _Work, name: str, ids: set[Any]) -> None:
    tree = tree_of(work.parts[name])
    for element in tree.iter():
        for key in [key for key, value in element.attrib.items() if key.startswith(_RELATION) and value in ids]:
            del element.attrib[key]
    work.parts[name] = bytes_of(tree)


def _clean_part(work: _Work, name: str) -> None:
    tree = tree_of(work.parts[name])
    changed = False
    for element in list(tree.iter()):
        if local_name(element) in _ACTIVE_ELEMENTS:
            work.marks.add(Mark.TEMPLATE if local_name(element) == "attachedTemplate" else Mark.OBJECTS)
            drop(element)
            changed = True
    if _clean_fields(tree):
        work.marks.add(Mark.FIELDS)
        changed = True
    if changed:
        work.parts[name] = bytes_of(tree)


def _clean_fields(tree: Any) -> bool:
    """Empties every field whose command is none of the harmless ones; its last result stays as words."""
    found, open_fields = False, [list[Any]()]
    for element in tree.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:delInstrText"), qn("w:fldSimple")):
        if element.tag == qn("w:fldSimple"):
            if _command(element.get(qn("w:instr")) or "") not in _KNOWN_FIELDS:
                element.set(qn("w:instr"), "")
                found = True
        elif element.tag == qn("w:fldChar"):
            kind = element.get(qn("w:fldCharType"))
            if kind == "begin":
                open_fields.append([])
            elif kind in ("separate", "end"):
                found |= _judged(open_fields[-1])
                open_fields[-1].clear()
                if kind == "end" and len(open_fields) > 1:
                    open_fields.pop()
        else:
            open_fields[-1].append(element)
    return any([found, *[_judged(texts) for texts in open_fields]])


def _judged(texts: list[Any]) -> bool:
    if not texts or _command("".join(text.text or "" for text in texts)) in _KNOWN_FIELDS:
        return False
    for text in texts:
        text.text = ""
    return True


def _command(words: str) -> str:
    return (words.split() or [""])[0].upper()


def _types(work: _Work) -> None:
    """The list of parts, without those that are gone; a document with macros becomes one without."""
    tree = tree_of(work.parts[TYPES])
    for entry in list(tree):
        part, kind = entry.get("PartName", "").lstrip("/"), entry.get("ContentType", "")
        if kind.startswith(_MACROS) and "macro" in kind.lower() and part == DOCUMENT:
            entry.set("ContentType", _MAIN)
            work.marks.add(Mark.MACROS)
        elif part and part not in work.parts:
            tree.remove(entry)
    work.parts[TYPES] = bytes_of(tree)


def _pages(tree: Any) -> tuple[tuple[str, ...], ...]:
    """The words, a line per paragraph, cut where Word last cut its pages or after so many lines."""
    pages: list[list[str]] = [[]]
    for line, begins_page in _lines(tree):
        if pages[-1] and (begins_page or len(pages[-1]) >= LINES_A_PAGE):
            pages.append([])
        pages[-1].append(line)
    return tuple(tuple(page) for page in pages)


def _lines(tree: Any) -> Iterator[tuple[str, bool]]:
    for paragraph in tree.iter(qn("w:p")):
        said, begins = [], False
        for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:lastRenderedPageBreak")):
            if node.tag == qn("w:t"):
                said.append(node.text or "")
            elif node.tag == qn("w:lastRenderedPageBreak") or node.get(qn("w:type")) == "page":
                begins = True
            elif node.getparent().tag == qn("w:r"):
                said.append(" ")
        yield "".join(said), begins


def _packed(parts: dict[str, bytes]) -> bytes:
    """The same parts always give the same bytes; the list of parts comes first, as Word wants it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packing:
        for name in sorted(parts, key=lambda each: (each != TYPES, each)):
            packing.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()
