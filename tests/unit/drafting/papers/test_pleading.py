from tests.unit.drafting.matters import matter
from vacatur.drafting.blocks import Caption, Form, Heading, JudgeBlock, Paragraph, SignatureBlock, Text
from vacatur.drafting.papers.pleading import counsel_signature, pleading, with_words_at_signatures
from vacatur.drafting.scopes import loops, matter_scope


def test_a_pleading_starts_with_its_caption_and_is_public_filed_and_served() -> None:
    made = matter()
    paper = pleading(made, "memorandum", matter_scope(made), loops(made))

    assert isinstance(paper.blocks[0], Caption)
    assert paper.form is Form.PLEADING
    assert (paper.id, paper.public, paper.filed, paper.served) == ("memorandum", True, True, True)


def test_its_id_may_be_given() -> None:
    made = matter()

    assert pleading(made, "memorandum", matter_scope(made), loops(made), id_="x").id == "x"


def test_counsel_signs_by_name() -> None:
    signature = counsel_signature(matter())

    assert isinstance(signature, SignatureBlock)
    assert signature.name[0].text == "Imogen Tallis"  # type: ignore[union-attr]
    assert signature.role == "Attorney for Petitioner"


def test_no_signature_stands_on_a_page_without_words_of_the_paper() -> None:
    words, oath, blank = (
        Paragraph((Text("Words."),)),
        Paragraph((Text("I declare."),)),
        SignatureBlock((), "Petitioner"),
    )
    kept = [getattr(block, "keep", None) for block in with_words_at_signatures((words, words, oath, blank))]

    assert kept == [False, True, True, None]


def test_a_judges_line_is_held_too_and_a_heading_needs_no_holding() -> None:
    heading, words, blank = Heading(1, ()), Paragraph((Text("So ordered."),)), JudgeBlock("Judge")

    assert with_words_at_signatures((heading, words, blank)) == (heading, Paragraph(words.inlines, keep=True), blank)
