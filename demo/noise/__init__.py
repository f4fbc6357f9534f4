"""A clean sheet -> the same sheet as scanners, printers and clerks make it, with the same meaning.

Every variant is one kind of damage that the layout's description knows (missing colons, split headers, page breaks anywhere,
`CHT:` for `CNT:` ...). What the sheet says does not change, so what a reader must find does not change either.
"""

from collections.abc import Mapping
from random import Random
from zlib import crc32

from demo.noise import charges, dispositions, headers, paper, scans
from demo.noise.lines import Change

VARIANTS: Mapping[str, Change] = {
    "colons": headers.colons,
    "split_headers": headers.split,
    "joined_headers": headers.joined,
    "name_labels": headers.name_labels,
    "dotted_dates": headers.dotted_dates,
    "separators_missing": headers.separators_missing,
    "separators_worn": headers.separators_worn,
    "count_labels": charges.count_labels,
    "long_counts": charges.long_counts,
    "numbers_moved": charges.numbers_moved,
    "number_marks": charges.number_marks,
    "sections_spaced": charges.sections_spaced,
    "charge_dashes": charges.charge_dashes,
    "levels_moved": charges.levels_moved,
    "comment_labels": charges.comment_labels,
    "disposition_labels": dispositions.labels,
    "disposition_words": dispositions.words,
    "short_sentences": dispositions.short_sentences,
    "update_one_line": dispositions.update_one_line,
    "misread": scans.misread,
    "dirt": scans.dirt,
    "page_breaks": paper.page_breaks,
    "blank_lines": paper.blank_lines,
    "cut_end": paper.cut_end,
}


def vary(text: str, variant: str, seed: int, *, rate: float = 0.5) -> str:
    """The text with one kind of damage, in about `rate` of the places where it can stand; the same seed, the same text."""
    return "\n".join(VARIANTS[variant](text.split("\n"), Random(f"{variant}:{seed}:{crc32(text.encode())}"), rate))


def mixed(text: str, seed: int, *, rate: float = 0.1) -> str:
    """The text with some of every kind of damage."""
    for variant in VARIANTS:
        text = vary(text, variant, seed, rate=rate)
    return text
