"""The kinds of files that are taken, and the endings their names may have."""

from enum import StrEnum


class Kind(StrEnum):
    """What a file is, by its content."""

    PDF = "pdf"
    WORD = "docx"
    JPEG = "jpeg"
    PNG = "png"
    TEXT = "text"


ENDINGS: dict[Kind, tuple[str, ...]] = {
    Kind.PDF: (".pdf",),
    Kind.WORD: (".docx",),
    Kind.JPEG: (".jpg", ".jpeg"),
    Kind.PNG: (".png",),
    Kind.TEXT: (".txt",),
}
PICTURES = (Kind.JPEG, Kind.PNG)
