"""The styles and numberings of our Word files. Times New Roman has the measures of the filing font, and Word has it."""

from vacatur.drafting.blocks import Form

_FONT = "Times New Roman"
_SPACING = {
    Form.PLEADING: '<w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="exact"/>',
    Form.PLAIN: '<w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/>',
}


def _style(name: str, label: str, inside: str, *, kind: str = "paragraph", default: bool = False) -> str:
    flag = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{flag} w:styleId="{name}"><w:name w:val="{label}"/>{inside}</w:style>'


_PLAIN_SIZES = {1: 36, 2: 26}  # half points


def _heading(level: int, form: Form) -> str:
    """A heading; on pleading paper all text is of one size, on a plain page headings are larger and have room above."""
    plain = form is Form.PLAIN
    room = '<w:keepNext/><w:spacing w:before="240" w:after="120"/>' if plain else "<w:keepNext/>"
    size = f'<w:sz w:val="{_PLAIN_SIZES.get(level, 24)}"/>' if plain else ""
    shape = f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>{room}<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    return _style(f"Heading{level}", f"heading {level}", f"{shape}<w:rPr><w:b/>{size}</w:rPr>")


def _list(name: str, label: str, number: int) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return _style(name, label, f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{numbering}</w:pPr>')


def _table_grid() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    inside = f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
    return _style("TableGrid", "Table Grid", inside, kind="table")


def _table_normal() -> str:
    margins = '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    inside = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    return _style("TableNormal", "Normal Table", inside, kind="table", default=True)


def styles(form: Form, language: str) -> str:
    """The inside of `w:styles`: one font, 12 points, the form's spacing, headings and the two kinds of list."""
    fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}" w:eastAsia="{_FONT}"/>'
    run = f'{fonts}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{language}"/>'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    normal = f'<w:qFormat/><w:pPr><w:widowControl w:val="0"/>{_SPACING[form]}</w:pPr>'
    parts = [
        defaults,
        _style("Normal", "Normal", normal, default=True),
        *(_heading(level, form) for level in range(1, 10)),
        _list("VacaturNumbered", "Numbered Paragraph", 1),
        _list("VacaturBullet", "Bullet Entry", 2),
        _table_normal(),
        _table_grid(),
    ]
    return "".join(parts)


def _numbering(number: int, level: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'


def _level(form: str, text: str, shape: str) -> str:
    head = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
    return f'<w:lvl w:ilvl="0">{head}<w:pPr>{shape}</w:pPr></w:lvl>'


def numberings() -> str:
    """The inside of `w:numbering`: numbered paragraphs with a first-line indent, and bullets."""
    first_line = '<w:tabs><w:tab w:val="num" w:pos="1320"/></w:tabs><w:ind w:left="0" w:firstLine="720"/>'
    hanging = '<w:ind w:left="1080" w:hanging="360"/>'
    kinds = _numbering(1, _level("decimal", "%1.", first_line)) + _numbering(2, _level("bullet", "•", hanging))
    uses = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return kinds + uses
