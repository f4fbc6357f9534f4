"""A file -> Record. Nothing read is lost: what is not understood is kept as unread, what is sensitive is set apart."""

from vacatur.reading.files import read_bytes, read_file, read_pdf
from vacatur.reading.rap_sheet import read_text

__all__ = ["read_bytes", "read_file", "read_pdf", "read_text"]
