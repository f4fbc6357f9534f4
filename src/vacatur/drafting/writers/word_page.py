"""The page around a paper in Word: margins, 28 line numbers, rules, and the footer of CRC 2.110. Twentieths of a point."""

from dataclasses import dataclass

from vacatur.drafting.blocks import Form
from vacatur.drafting.writers.labels import Labels
from vacatur.drafting.writers.word_xml import paragraph, run, tab

SLOT = 480
LINES = 28
_NUMBER_WIDTH = 600
_PAGE_FIELD = '<w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


@dataclass(frozen=True, slots=True)
class Page:
    """What the writer needs to know of a form: the width of its text, and the properties of its section."""

    width: int
    section: str
    numbered: bool


def _section(margins: str, borders: str = "") -> str:
    return f'<w:pgSz w:w="12240" w:h="15840"/><w:pgMar {margins} w:gutter="0"/>{borders}'


_RULES = (
    '<w:pgBorders w:offsetFrom="text"><w:left w:val="double" w:sz="4" w:space="5" w:color="000000"/>'
    '<w:right w:val="single" w:sz="4" w:space="5" w:color="000000"/></w:pgBorders>'
)
# The bottom margin leaves two points to spare: the rules of a table add to its height, and line 28 must not move on.
_PLEADING = 'w:top="1440" w:right="720" w:bottom="920" w:left="2160" w:header="360" w:footer="240"'
_PLAIN = 'w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720"'
PAGES = {
    Form.PLEADING: Page(9360, _section(_PLEADING, _RULES), True),
    Form.PLAIN: Page(9360, _section(_PLAIN), False),
}


def header(form: Form) -> str:
    """The line numbers 1 to 28 in a frame beside the text, one inch from the top; the last paragraph anchors it."""
    if not PAGES[form].numbered:
        return paragraph("")
    frame = (
        f'<w:framePr w:w="{_NUMBER_WIDTH}" w:h="{SLOT * LINES}" w:hRule="exact" w:hSpace="0" w:wrap="around" '
        'w:vAnchor="page" w:hAnchor="page" w:x="1120" w:y="1440"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{SLOT}" w:lineRule="exact"/><w:jc w:val="right"/>'
    )
    numbers = "".join(paragraph(run(str(n)), shape=frame) for n in range(1, LINES + 1))
    return numbers + paragraph("", shape='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')


def _small(text: str) -> str:
    return run(text).replace("<w:r>", '<w:r><w:rPr><w:sz w:val="20"/></w:rPr>', 1)


def footer(form: Form, title: str, words: Labels) -> str:
    """The page number, a rule, and the paper's title under it; on a plain page title and number on one line."""
    tight = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>'
    rule = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    if PAGES[form].numbered:
        center = f'{tight}<w:jc w:val="center"/>'
        return paragraph(_PAGE_FIELD, shape=center) + paragraph(_small(title), shape=rule + center)
    end = tab(9360).replace('w:val="left"', 'w:val="right"')
    content = f"{_small(title)}<w:r><w:tab/></w:r>{_small(words.page + ' ')}{_PAGE_FIELD}"
    return paragraph(content, shape=f"{rule}{end}{tight}")
