"""What a packet holds: every file with its hash, and every merged fact with the page and line it was printed on."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vacatur.kit.errors import InputError

SCHEMA = "vacatur.manifest/1"
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class FactAt:
    """A merged fact in a PDF: its key, the page and the line, both from 1. A plain page has no line numbers; its lines are
    counted at the pitch of pleading paper, from its top.
    """

    key: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class PacketFile:
    """One file of the packet. `path` is relative to the packet's folder; `paper` is the paper's id, if it is one; one
    that is `lodged` goes to the court conditionally under seal.
    """

    path: str
    sha256: str
    bytes: int
    pages: int | None = None
    public: bool = False
    lodged: bool = False
    filed: bool = False
    served: bool = False
    paper: str | None = None
    facts: tuple[FactAt, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What the packet was made from: the sheet's file name, its hash where the caller knew it, and the hash of the record."""

    file: str
    sha256: str | None
    record_sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A packet. `mode` is draft or filing; `pack` the version of the law data; `as_of` the day asked about, as ISO text."""

    pack: str
    as_of: str
    mode: str
    source: SourceFile
    files: tuple[PacketFile, ...]
    schema: str = SCHEMA


def manifest_json(manifest: Manifest) -> dict[str, Any]:
    """The manifest as plain data, `schema` first."""
    data = asdict(manifest)
    return {"schema": data.pop("schema"), **data}


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a packet folder. InputError when there is none, or when it is not one of ours."""
    try:
        data = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files = tuple(_file(entry) for entry in data["files"])
        source = SourceFile(**data["source"])
        known = Manifest(data["pack"], data["as_of"], data["mode"], source, files, data["schema"])
    except FileNotFoundError:
        raise InputError("There is no manifest.json in that folder: it is not a packet.") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise InputError("The packet's manifest.json cannot be read: make the packet again.") from None
    if known.schema != SCHEMA:
        raise InputError("The packet's manifest.json is of another version: make the packet again.")
    return known


def _file(entry: dict[str, Any]) -> PacketFile:
    return PacketFile(**{**entry, "facts": tuple(FactAt(**fact) for fact in entry["facts"])})
