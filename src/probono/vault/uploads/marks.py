"""What was found in a file besides its words and pictures."""

from enum import StrEnum


class Mark(StrEnum):
    """One thing that acts by itself or reaches out. In Word documents it is taken out of the copy; in PDFs it is never run."""

    MACROS = "macros"
    OBJECTS = "objects"
    TEMPLATE = "template"
    OUTSIDE = "outside"
    FIELDS = "fields"
    SCRIPT = "script"
    ATTACHMENT = "attachment"
    XFA = "xfa"
