"""What a PDF is besides its pages: how many there are, and what in it would act by itself or carry another file."""

from dataclasses import dataclass

import pypdfium2.raw as raw

from vacatur.doors.pdfium import open_pdf

SCRIPT, ATTACHMENT, XFA = "script", "attachment", "xfa"
_XFA_FORMS = (2, 3)


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """The number of pages, and the names of what is not a page: script, attachment, xfa."""

    pages: int
    active: tuple[str, ...]


def facts_of_pdf(data: bytes) -> PdfFacts:
    """Counts and names; no page is drawn. Raises InputError when the PDF is locked or damaged."""
    with open_pdf(data) as document:
        found = {
            SCRIPT: raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0,
            ATTACHMENT: raw.FPDFDoc_GetAttachmentCount(document.raw) > 0,
            XFA: raw.FPDF_GetFormType(document.raw) in _XFA_FORMS,
        }
        return PdfFacts(len(document), tuple(name for name, is_there in found.items() if is_there))
