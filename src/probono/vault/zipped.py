"""A ZIP archive that is made while it is written or sent: sealed files come out of the store chunk by chunk, and nothing of it
is ever whole in memory or on a disk.
"""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from probono.vault import files
from probono.vault.keys import Scope

NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every member: an archive tells nobody when somebody worked."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: text that is known already, or a file of the store with the scope that opens it."""

    path: str
    data: bytes = b""
    file: UUID | None = None
    scope: Scope | None = None

    def parts(self) -> Iterable[bytes]:
        """Its bytes."""
        return [self.data] if self.file is None or self.scope is None else files.stream(self.file, self.scope)


def zipped(members: Iterable[Member]) -> Iterator[bytes]:
    """The archive's bytes, in parts. ValueError for two members of one path."""
    flow, seen = _Flow(), set[str]()
    with zipfile.ZipFile(flow, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            if member.path in seen:
                raise ValueError("Two files of an archive have one name.")
            seen.add(member.path)
            with archive.open(_info(member), "w", force_zip64=True) as place:
                for part in member.parts():
                    place.write(part)
                    yield flow.taken()
            yield flow.taken()
    yield flow.taken()


def _info(member: Member) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(member.path, NO_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


class _Flow:
    """Where the archive is written: it only goes forward, and what it holds is taken out again at once."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, data: Any) -> int:
        self._held += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        found = bytes(self._held)
        self._held.clear()
        return found
