"""Memory that the machine may write to a disk: opened files and keys are in it (S-42)."""

from collections.abc import Iterator
from pathlib import Path

from probono.config.production.found import Found

ENCRYPTED = "encrypted"
_IN_MEMORY = "zram"
_UUID_OF_A_CRYPT = "CRYPT-"


def weaknesses(found: Found) -> Iterator[str]:
    """What is wrong with the machine's swap spaces. One that lies in memory (zram) or on dm-crypt is none's business; of another the
    operator says that the disk below it is encrypted.
    """
    said = found.environ.get("PROBONO_SWAP", "")
    if said not in ("", ENCRYPTED):
        yield "PROBONO_SWAP may say one thing only: encrypted. Leave it out where the machine has no swap."
    elif not said and any(not _is_safe(space, found.devices) for space in _spaces(found.swaps)):
        yield (
            "This machine may write memory, and keys with it, to a disk that is not known to be encrypted: turn its swap off, encrypt "
            "it, or set PROBONO_SWAP=encrypted where the disk below it is."
        )


def _spaces(listed: Path) -> list[Path]:
    """The swap spaces in use, by /proc/swaps; none on a system without it."""
    lines = listed.read_text("utf-8").splitlines()[1:] if listed.is_file() else []
    return [Path(line.split()[0]) for line in lines if line.strip()]


def _is_safe(space: Path, devices: Path) -> bool:
    name = space.resolve().name
    kind = devices / name / "dm" / "uuid"
    return name.startswith(_IN_MEMORY) or (kind.is_file() and kind.read_text("utf-8").startswith(_UUID_OF_A_CRYPT))
