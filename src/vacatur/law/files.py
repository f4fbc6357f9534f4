"""Which files a folder of the law holds, and what their ids must be."""

from pathlib import Path

SUFFIX = ".toml"


def files_in(root: Path, folder: str) -> list[str]:
    """The TOML files under a folder, relative to the root, in order. A folder that is missing holds none."""
    found = (path.relative_to(root).as_posix() for path in (root / folder).rglob(f"*{SUFFIX}"))
    return sorted(found, key=lambda file: file.removesuffix(SUFFIX))


def id_of(file: str, folder: str) -> str:
    """The id a file must carry: its path within the folder, without the suffix."""
    return file.removeprefix(f"{folder}/").removesuffix(SUFFIX)
