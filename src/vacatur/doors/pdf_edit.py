"""The one door to pikepdf: naming the tables of a tagged PDF, merging a reading copy, and looking behind the pages."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pikepdf


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a PDF says of itself. `info` is the document information; `xmp` the metadata stream as text."""

    title: str
    language: str
    tagged: bool
    info: tuple[tuple[str, str], ...]
    xmp: str
    bookmarks: tuple[str, ...]
    pages: int


def _open(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def _save(pdf: pikepdf.Pdf) -> bytes:
    """The same content gives the same bytes: the file's id is made from its content, not from a clock."""
    stored = io.BytesIO()
    pdf.save(
        stored,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return stored.getvalue()


# Where a table can stand; paragraphs, headings and lists are not searched.
_GROUPS = ("/Document", "/Part", "/Sect", "/Div", "/NonStruct", "/StructTreeRoot")


def _children(element: Any) -> list[Any]:
    inside = element.get("/K")
    several = inside if isinstance(inside, pikepdf.Array) else [inside]
    return [child for child in several if isinstance(child, pikepdf.Dictionary)]


def _tables(element: Any) -> Iterator[Any]:
    """The tables of a tag tree in reading order; a table inside a table is not looked for."""
    if element.get("/S") == "/Table":
        yield element
    elif element.get("/S", "/StructTreeRoot") in _GROUPS:
        for child in _children(element):
            yield from _tables(child)


def name_tables(pdf: bytes, titles: Sequence[str]) -> bytes:
    """Give each table of a tagged PDF, in reading order, the summary a screen reader says before it."""
    with _open(pdf) as opened:
        tables = _tables(opened.Root.StructTreeRoot)
        for table, title in zip(tables, titles, strict=True):
            summary = pikepdf.Dictionary(O=pikepdf.Name.Table, Summary=pikepdf.String(title))
            kept = table.get("/A")
            others = list(kept) if isinstance(kept, pikepdf.Array) else [kept] if kept is not None else []
            table.A = pikepdf.Array([*others, summary])
        return _save(opened)


def _outline_titles(items: Sequence[Any]) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _outline_titles(item.children)


def _headings(source: pikepdf.Pdf, offset: int) -> Iterator[pikepdf.OutlineItem]:
    """The top bookmarks of one part, pointing at their pages in the merged file. Only read: the part's own are not written back."""
    places = {page.obj.objgen: number for number, page in enumerate(source.pages)}
    for item in source.open_outline().root:
        action = item.action
        target = action.get("/D") if action is not None else item.destination
        page = target[0] if isinstance(target, pikepdf.Array) else None
        if page is not None and page.objgen in places:
            yield pikepdf.OutlineItem(item.title, offset + places[page.objgen])


def _label_pages(merged: pikepdf.Pdf, titles: Sequence[str], starts: Sequence[int]) -> None:
    """Each part counts its own pages from 1, so that a page's label is the one printed on it."""
    numbers: list[Any] = []
    for title, start in zip(titles, starts, strict=True):
        label = pikepdf.Dictionary(S=pikepdf.Name.D, P=pikepdf.String(f"{title} "), St=1)
        numbers += [start, label]
    merged.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(numbers))


def merge(parts: Sequence[tuple[str, bytes]], *, title: str = "Reading copy", language: str = "en-US") -> bytes:
    """Join parts (title, PDF) into one reading copy with bookmarks and page labels; the same parts give the same bytes.

    A merged file has no tags (no free library keeps them): what is filed are the parts. ValueError without parts.
    """
    if not parts:
        raise ValueError("there is nothing to merge")
    merged = pikepdf.new()
    sources = [_open(pdf) for _title, pdf in parts]
    starts = [0, *accumulate(len(source.pages) for source in sources)][:-1]
    with merged.open_outline() as outline:
        for (name, _pdf), source, start in zip(parts, sources, starts, strict=True):
            entry = pikepdf.OutlineItem(name, start)
            entry.children.extend(_headings(source, start))
            merged.pages.extend(source.pages)
            outline.root.append(entry)
    for page in merged.pages:
        if "/StructParents" in page.obj:
            del page.obj["/StructParents"]
    _label_pages(merged, [name for name, _pdf in parts], starts)
    merged.docinfo["/Title"] = title
    merged.Root.Lang = pikepdf.String(language)
    merged.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    merged.Root.PageMode = pikepdf.Name.UseOutlines
    return _save(merged)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _open(pdf) as opened:
        return len(opened.pages)


def _xmp(opened: pikepdf.Pdf) -> str:
    stream = opened.Root.get("/Metadata")
    return stream.read_bytes().decode("utf-8", "replace") if isinstance(stream, pikepdf.Stream) else ""


def metadata_of(pdf: bytes) -> Metadata:
    """Title, language, tags, document information, XMP and bookmarks of a PDF."""
    with _open(pdf) as opened:
        info = tuple(sorted((str(key), str(value)) for key, value in opened.docinfo.items()))
        marked = opened.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
        bookmarks = tuple(_outline_titles(opened.open_outline().root))
        return Metadata(
            title=str(opened.docinfo.get("/Title", "")),
            language=str(opened.Root.get("/Lang", "")),
            tagged=bool(marked) and "/StructTreeRoot" in opened.Root,
            info=info,
            xmp=_xmp(opened),
            bookmarks=bookmarks,
            pages=len(opened.pages),
        )


def _strings(value: Any) -> Iterator[str]:
    """Every text string inside one object, not following references (each object is visited by itself)."""
    if isinstance(value, pikepdf.String):
        yield str(value)
        return
    inside: list[Any] = []
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        inside = [value[key] for key in value.keys()]  # noqa: SIM118 (a PDF dictionary iterates differently)
    elif isinstance(value, pikepdf.Array):
        inside = list(value)
    for child in inside:
        if not getattr(child, "is_indirect", False):
            yield from _strings(child)


def strings_of(pdf: bytes) -> tuple[str, ...]:
    """Every string behind the pages: titles, bookmarks, alternative texts, form values, notes, and the XMP metadata."""
    with _open(pdf) as opened:
        found = [text for value in opened.objects for text in _strings(value)]
        found += list(_strings(opened.trailer))
        return (*found, _xmp(opened))
