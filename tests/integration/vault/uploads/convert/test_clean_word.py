"""S-51, S-52: what acts by itself or reaches out is taken out of a Word document and marked; its words stay."""

import io

import docx
import pytest

from probono.vault.uploads.convert.clean_word import cleaned
from probono.vault.uploads.marks import Mark
from probono.vault.uploads.refusal import RefusedError, Why
from tests.integration.vault.uploads import made

RELS = "word/_rels/document.xml.rels"
ADDRESS = "http://192.0.2.7/evil"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY = "<w:body>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _relation(kind: str, target: str = ADDRESS, mode: str = ' TargetMode="External"') -> tuple[str, str]:
    return "</Relationships>", f'<Relationship Id="rX" Type="{TYPE}/{kind}" Target="{target}"{mode}/></Relationships>'


def _field(*pieces: str) -> str:
    texts = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{texts}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>result</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _with_body(xml: str) -> bytes:
    return made.word_with({}, instead={"word/document.xml": (BODY, BODY + xml)})


def _all(data: bytes) -> bytes:
    return b"".join(made.unpacked(data).values())


def test_a_plain_document_keeps_its_words_and_loses_its_maker() -> None:
    found = cleaned(made.word("First.\nSecond."))

    assert found.marks == ()
    assert found.pages == (("First. Second.",),)
    assert made.MARKER not in _all(found.data)
    document = docx.Document(io.BytesIO(found.data))
    assert document.paragraphs[0].text == "First.\nSecond."
    assert document.core_properties.author == ""
    assert cleaned(found.data).data == found.data


@pytest.mark.parametrize(
    ("data", "mark"),
    [
        (made.word_with({"word/vbaProject.bin": b"macro"}), Mark.MACROS),
        (made.word_with({"word/vbaData.xml": "<a/>"}), Mark.MACROS),
        (
            made.word_with({}, instead={made.CONTENT_TYPES: (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            )}),
            Mark.MACROS,
        ),
        (made.word_with({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"}), Mark.OBJECTS),
        (made.word_with({"word/activeX/activeX1.xml": "<a/>"}), Mark.OBJECTS),
        (made.word_with({"word/afchunk.mht": b"MIME-Version: 1.0"}), Mark.OBJECTS),
        (_with_body('<w:altChunk/>'), Mark.OBJECTS),
        (_with_body("<w:p><w:r><w:object><w:control/></w:object></w:r></w:p>"), Mark.OBJECTS),
        (made.word_with({}, instead={RELS: _relation("image")}), Mark.OUTSIDE),
        (made.word_with({}, instead={RELS: _relation("oleObject")}), Mark.OUTSIDE),
        (made.word_with({}, instead={RELS: _relation("hyperlink", "file://192.0.2.7/x")}), Mark.OUTSIDE),
        (made.word_with({"word/_rels/settings.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + _relation("attachedTemplate")[1]
        )}), Mark.TEMPLATE),
        (_with_body(_field(' DDEAUTO c:\\\\windows "/c calc" ')), Mark.FIELDS),
        (_with_body(_field("DD", "EAUTO x y")), Mark.FIELDS),
        (_with_body(_field("QUOTE ").replace("QUOTE ", "QUOTE 68 68 69")), Mark.FIELDS),
        (_with_body('<w:p><w:fldSimple w:instr="INCLUDEPICTURE \\\\192.0.2.7\\x"/></w:p>'), Mark.FIELDS),
        (_with_body(_field(f"INCLUDETEXT {ADDRESS}")), Mark.FIELDS),
    ],
)  # fmt: skip
def test_what_acts_or_reaches_out_is_taken_out_and_marked(data: bytes, mark: Mark) -> None:
    found = cleaned(data)

    assert found.marks == (mark,)
    assert "A letter about a kitchen garden." in {line for page in found.pages for line in page}
    left = _all(found.data)
    for word in (
        b"192.0.2.7",
        b"vbaProject",
        b"EAUTO",
        b"macroEnabled",
        b"altChunk",
        b"w:control",
        b"QUOTE",
        b"INCLUDE",
    ):
        assert word not in left
    assert docx.Document(io.BytesIO(found.data)).paragraphs
    assert cleaned(found.data).marks == ()


def test_harmless_fields_and_links_stay() -> None:
    data = made.word_with({}, instead={RELS: _relation("hyperlink", "https://example.test/")})
    found = cleaned(data)

    assert found.marks == ()
    assert b"https://example.test/" in _all(found.data)
    assert b"PAGE" in _all(cleaned(_with_body(_field(" PAGE "))).data)


def test_a_cut_tie_leaves_no_loose_end() -> None:
    xml = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{TYPE}" r:link="rX"/></w:drawing></w:r></w:p>'
    )
    data = made.word_with({}, instead={"word/document.xml": (BODY, BODY + xml), RELS: _relation("image")})

    assert b"rX" not in _all(cleaned(data).data)


def test_pictures_lose_what_came_with_them() -> None:
    data = made.word_with({"word/media/image1.jpeg": made.jpeg(place=made.MARKER)})

    assert made.MARKER in _all(data)
    assert made.MARKER not in _all(cleaned(data).data)


def test_pages_are_cut_where_word_cut_them() -> None:
    xml = '<w:p><w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t>two</w:t></w:r></w:p>'

    assert [page[0] for page in cleaned(_with_body(xml)).pages][:2] == ["one", "two"]


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}, Why.BAD_XML),
        ({"word/styles.xml": '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>'}, Why.BAD_XML),
        ({"word/extra.xml": "<not closed>"}, Why.BAD_XML),
        ({"../outside.xml": "<a/>"}, Why.BAD_ARCHIVE),
        ({"word/media/image1.png": made.packed({"a": b"b"})}, Why.NESTED),
        ({"word/media/image1.png": b"no picture"}, Why.DAMAGED),
        ({"word/document.xml": bytes(60_000_000)}, Why.BOMB),
    ],
)
def test_what_cannot_be_opened_safely_is_refused(parts: dict[str, bytes | str], why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        cleaned(made.word_with(parts))

    assert refused.value.why is why


def test_a_document_without_its_main_part_is_damaged() -> None:
    parts = made.unpacked(made.word())
    del parts["word/document.xml"]

    with pytest.raises(RefusedError, match="damaged"):
        cleaned(made.packed(parts))
