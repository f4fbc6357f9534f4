"""Translation catalogues, compiled with Babel by the project's own Python: `python -m tools.catalogs`."""

from pathlib import Path

from tools.places import ROOT


def sources() -> list[Path]:
    """All catalogues of the site."""
    return sorted((ROOT / "src").rglob("LC_MESSAGES/*.po"))


def are_compiled() -> bool:
    """True when each catalogue has a compiled twin that is not older."""
    return all(_is_fresh(path, path.with_suffix(".mo")) for path in sources())


def _is_fresh(source: Path, compiled: Path) -> bool:
    return compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime


def compile_all() -> None:
    """Write the compiled twins. Raises ValueError for a catalogue with a broken message."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for path in sources():
        with path.open("rb") as text:
            catalog = read_po(text, abort_invalid=True)
        with path.with_suffix(".mo").open("wb") as out:
            write_mo(out, catalog)


if __name__ == "__main__":
    compile_all()
