"""Which paper a file of a packet belongs to, the same in every build."""

from pathlib import Path

KINDS = {".pdf": "pdf", ".docx": "word"}


def slot_of(path: str) -> tuple[str, str]:
    """ "los-angeles/02-petition.pdf" is the PDF of "los-angeles/petition": the number in front may change between builds."""
    file = Path(path)
    stem = file.with_suffix("")
    name = stem.name.split("-", 1)[-1] if stem.name[:2].isdigit() else stem.name
    return str(stem.with_name(name)), KINDS.get(file.suffix, "other")
