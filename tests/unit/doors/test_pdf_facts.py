import io

import pikepdf
import pytest

from demo.pdf import text_pdf
from vacatur.doors.pdf_facts import facts_of_pdf
from vacatur.kit.errors import InputError

PDF = text_pdf([["FICTIONAL"], ["SECOND PAGE"]])


def _with(change: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as document:
        if change == "script":
            document.Root.Names = pikepdf.Dictionary(
                JavaScript=pikepdf.Dictionary(
                    Names=[pikepdf.String("x"), pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")]
                )
            )
        elif change == "attachment":
            document.attachments["a.txt"] = b"x"
        elif change == "xfa":
            document.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=document.make_stream(b"<xdp/>"))
        document.save(out)
    return out.getvalue()


def test_a_plain_pdf_has_pages_and_nothing_else() -> None:
    found = facts_of_pdf(PDF)

    assert (found.pages, found.active) == (2, ())


@pytest.mark.parametrize("change", ["script", "attachment", "xfa"])
def test_what_is_no_page_is_named(change: str) -> None:
    assert facts_of_pdf(_with(change)).active == (change,)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(InputError):
        facts_of_pdf(b"%PDF-1.4")
