"""Packing a Word file from its parts.

Written by hand, not from a template: nothing of the machine, the person or the clock gets in, and the same parts give
the same bytes.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "header", "footer")  # in the order of their relationship ids


@dataclass(frozen=True, slots=True)
class WordParts:
    """The insides of a Word file's parts, as XML; its title, its language and its day."""

    body: str
    section: str
    styles: str
    numbering: str
    header: str
    footer: str
    title: str
    language: str
    day: dt.date


def _root(name: str, inside: str) -> str:
    return f"{_HEAD}<w:{name} {_W} {_R}>{inside}</w:{name}>"


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types() -> str:
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    kinds = {f"/word/{part}.xml": f"{_WORD_TYPE}.{part}+xml" for part in _PARTS}
    kinds["/word/document.xml"] = f"{_WORD_TYPE}.document.main+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    lines = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{lines}</Types>'


def _core(parts: WordParts) -> str:
    moment = f"{parts.day.isoformat()}T12:00:00Z"
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    title = f"<dc:title>{escape(parts.title)}</dc:title><dc:language>{escape(parts.language)}</dc:language>"
    return f"{_HEAD}<cp:coreProperties {spaces}>{title}{dates}</cp:coreProperties>"


def _document(parts: WordParts) -> str:
    edges = '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    return _root("document", f"<w:body>{parts.body}<w:sectPr>{edges}{parts.section}</w:sectPr></w:body>")


_SETTINGS = (
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def _files(parts: WordParts) -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _core(parts),
        "word/document.xml": _document(parts),
        "word/_rels/document.xml.rels": _relations(
            {f"rId{n}": (f"{_OFFICE}/{part}", f"{part}.xml") for n, part in enumerate(_PARTS, 1)}
        ),
        "word/styles.xml": _root("styles", parts.styles),
        "word/numbering.xml": _root("numbering", parts.numbering),
        "word/settings.xml": _root("settings", _SETTINGS),
        "word/header.xml": _root("hdr", parts.header),
        "word/footer.xml": _root("ftr", parts.footer),
    }


def pack(parts: WordParts) -> bytes:
    """The bytes of a Word file; every date in it is the parts' own day."""
    stored = io.BytesIO()
    moment = (max(parts.day.year, 1980), parts.day.month, parts.day.day, 12, 0, 0)
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _files(parts).items():
            entry = zipfile.ZipInfo(name, date_time=moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same bytes on every system
            archive.writestr(entry, text.encode())
    return stored.getvalue()
