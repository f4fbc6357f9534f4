"""Papers for the writers' tests. FICTIONAL: every person, firm, number and address here is invented."""

import datetime as dt
from dataclasses import replace

from vacatur.drafting.blocks import (
    Block,
    BulletList,
    Caption,
    Fact,
    Form,
    Heading,
    HearingBlank,
    Inlines,
    JudgeBlock,
    Missing,
    Paper,
    Paragraph,
    ServiceBlank,
    SignatureBlock,
    Table,
    Text,
)

DAY = dt.date(2026, 3, 2)
SENTENCE = "When she was arrested she was held by another person, who took what she earned, and she did what he told her to do. "


def words(text: str, *, bold: bool = False) -> Inlines:
    return (Text(text, bold=bold),)


def fact(key: str, text: str) -> Fact:
    return Fact(key, text, "FACTS.toml")


COUNSEL = (
    words("Frances Lindqvist (SBN 000000)"),
    words("Ridgeline Survivors' Law Center"),
    words("1 Invented Way, Suite 4"),
    words("Los Angeles, California 90000"),
    words("(213) 555-0100"),
    words("frances@ridgeline.example"),
)
PARTY = (
    words("THE PEOPLE OF THE STATE OF CALIFORNIA,"),
    words("Plaintiff and Respondent,"),
    words("v."),
    (fact("petitioner.initials", "M.A.V."), Text(",")),
    words("Defendant and Petitioner."),
)


def caption(**changes: object) -> Caption:
    plain = Caption(
        counsel=COUNSEL,
        attorney_for=words("Attorney for Petitioner M.A.V."),
        court=words("SUPERIOR COURT OF THE STATE OF CALIFORNIA"),
        county=words("COUNTY OF LOS ANGELES"),
        party=PARTY,
        case_numbers=((Text("Case No. "), fact("item.number", "5VY02034")),),
        title=(words("PETITION FOR VACATUR RELIEF"), words("(Pen. Code, § 236.14)")),
        hearing=(words("Date:"), words("Dept.:")),
        notice=words("CONFIDENTIAL"),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def table(rows: int = 12, cell: str = "Los Angeles Superior Court, Van Nuys") -> Table:
    entries = tuple((words(f"5VY{n:05}"), (fact(f"item.{n}.count", str(n)),), words(cell)) for n in range(rows))
    return Table("Schedule of cases", ("Case", "Count", "Court"), entries, (1, 1, 2))


def paragraphs(count: int) -> tuple[Paragraph, ...]:
    """Numbered paragraphs of differing length, each with a fact in it."""
    return tuple(
        Paragraph((*words(SENTENCE * (1 + n % 3)), fact(f"nexus.{n}.date", "March 9, 2014"), Text(".")), numbered=True)
        for n in range(count)
    )


BLANKS: tuple[Block, ...] = (
    SignatureBlock(words("M.A.V."), "Petitioner", place=True),
    JudgeBlock("Judge of the Superior Court"),
    HearingBlank(("Date:", "Time:", "Department:")),
    ServiceBlank(("Person served, and at which address:", "")),
)


def paper(*blocks: Block, form: Form = Form.PLEADING, **changes: object) -> Paper:
    plain = Paper("petition", "Petition for Vacatur Relief", "PETITION FOR VACATUR RELIEF", form, blocks)
    return replace(plain, **changes)  # type: ignore[arg-type]


def petition(count: int = 62) -> Paper:
    """A petition with every kind of block; with 62 paragraphs it has nine pages or more."""
    return paper(
        caption(),
        Heading(1, words("STATEMENT OF FACTS")),
        *paragraphs(count),
        Heading(2, words("Schedule of cases")),
        table(),
        Paragraph(words(SENTENCE * 2)),
        BulletList((words("A short entry"), words(SENTENCE))),
        *BLANKS,
    )


def draft() -> Paper:
    """A petition in which a fact is still missing."""
    gap = Missing("nexus.5VY02034.1.offense_date", "offense date for case 5VY02034, count 1")
    return paper(caption(), Heading(1, words("FACTS")), Paragraph((Text("It happened on "), gap, Text("."))))
