"""The filing sheet: where, how many, to whom, what is unsure and what comes next. It stays with the team."""

from collections.abc import Iterable, Iterator

from vacatur.drafting.assemble import Scope, assemble
from vacatur.drafting.authorities import cite
from vacatur.drafting.blocks import Block, BulletList, Form, Inlines, Paper, Table, Text
from vacatur.drafting.days import count_words, day_words, listed
from vacatur.drafting.matter import Matter
from vacatur.drafting.numbering import exhibits
from vacatur.drafting.release import speaks_of_held_words
from vacatur.drafting.rows import capital, item_words
from vacatur.drafting.scopes import matter_scope, of_group
from vacatur.drafting.wording import table, wording
from vacatur.drafting.writers.words import missing_of

_ENGLISH = {"", "en", "english"}


def filing_sheet(matter: Matter, papers: tuple[Paper, ...]) -> Paper:
    """The sheet for the papers of one petition."""
    words = wording("filing_sheet")
    language = (matter.facts.petitioner.language or "").strip()
    flags = {"left_out"} if matter.plan.left_out else set()
    flags |= {"several_petitions"} if len(matter.plan.petitions) > 1 else set()
    flags |= {"questions"} if any(row.planned.questions for row in matter.rows) else set()
    flags |= set() if language.lower() in _ENGLISH else {"other_language"}
    scope = Scope(
        values={
            "as_of": (Text(day_words(matter.as_of)),),
            "pack": (Text(matter.pack.version),),
            "language": (Text(table("languages")["language"].get(language.lower(), language)),),
        },
        flags=frozenset(flags),
        slots={
            "courts": (_courts(matter),),
            "papers": (_papers(papers),),
            "service": (_service(matter),),
            "questions": (_questions(matter),),
            "unsure": (BulletList(tuple(_unsure(matter, papers))),),
            "left_out": (_left_out(matter),) if matter.plan.left_out else (),
        },
    )
    blocks = assemble(words.parts, scope.within(matter_scope(matter)))
    return Paper("filing-sheet", words.name, words.footer, Form.PLAIN, blocks, public=False, filed=False, served=False)


def _courts(matter: Matter) -> Block:
    rows = tuple(
        (
            (Text(str(row.number)),),
            capital(item_words(matter, row)),
            (Text(_courthouse(matter, row.item.agency if row.item.case else None)),),
        )
        for row in matter.rows
    )
    return Table("Courthouse of each row", ("Item", "Case or arrest", "Courthouse"), rows, (0.08, 0.42, 0.5))


def _courthouse(matter: Matter, printed: str | None) -> str:
    court = matter.pack.court(printed) if printed else None
    if court is None:
        return "no case: ask the clerk of this county" if printed is None else f"{printed}: as the docket names it"
    return f"{court.place} (verify that it still hears the case)"


def _papers(papers: tuple[Paper, ...]) -> Block:
    rows = tuple(
        (
            (Text(str(number)),),
            (Text(paper.title),),
            (Text("filed" if paper.filed else "after service"),),
            (Text("served" if paper.served else "not served"),),
            (Text(_file(paper)),),
        )
        for number, paper in enumerate(papers, start=1)
    )
    return Table(
        "Papers of the packet", ("No.", "Paper", "Court", "Agencies", "File"), rows, (0.07, 0.41, 0.2, 0.16, 0.16)
    )


def _file(paper: Paper) -> str:
    if paper.lodged:
        return "lodged under seal"
    return "public" if paper.public else "confidential"


def _service(matter: Matter) -> Block:
    rows = tuple(
        (
            (Text(one.name),),
            (Text(listed(tuple(map(str, one.rows)))),),
            (
                Text(
                    "named in the facts or the law data"
                    if one.certain
                    else "unsure: read the complaint; serve it all the same"
                ),
            ),
        )
        for one in matter.petition.service
    )
    return Table("Service list", ("Prosecuting agency", "Items", "How sure"), rows, (0.45, 0.15, 0.4))


def _questions(matter: Matter) -> Block:
    rows = tuple(
        (
            (Text(str(row.number)),),
            (Text(question),),
            (Text("answered: counsel asks for the item" if row.planned.cleared else "open"),),
        )
        for row in matter.rows
        for question in row.planned.questions
    )
    return Table("Questions of law for counsel", ("Item", "Question", "Counsel"), rows, (0.08, 0.62, 0.3))


def _unsure(matter: Matter, papers: Iterable[Paper]) -> Iterator[Inlines]:
    for one in matter.petition.service:
        if not one.certain:
            open_rows = listed(tuple(map(str, one.unsure or one.rows)))
            yield (Text(f"Whether the {one.name} prosecuted item {open_rows}."),)
    for row in matter.rows:
        if of_group("no_intent", row):
            words = f"Item {row.number}: the offense may need no intent; counsel decides how to plead the lack of the requisite intent ("
            yield (Text(words), cite("pc_236_14(a)"), Text(")."))
        known = matter.pack.agency(row.item.arresting_agency or "")
        if known is not None and not known.bound:
            yield (
                Text(
                    f"Item {row.number}: a federal agency made the arrest, and a state court’s order may not bind it."
                ),
            )
    held = [caution for caution in matter.plan.cautions if speaks_of_held_words(caution)]
    yield from ((Text(caution),) for caution in matter.plan.cautions if caution not in held)
    if held:
        yield (
            Text(f"{_count(len(held), 'further caution')} of the plan in plan.json, not repeated here: read it there."),
        )
    if missing := {one.key for paper in papers for one in missing_of(paper)}:
        yield (Text(f"{_count(len(missing), 'thing')} still missing: missing.json has the question for each."),)
    if slots := [one for one in exhibits(matter) if one.number is None]:
        yield (
            Text(
                f"{_count(len(slots), 'exhibit')} without a paper or witness yet: the exhibit index shows each place."
            ),
        )
    yield (
        Text("Agencies are named from the sheet’s short forms: check each against the docket and the arrest report."),
    )
    yield (Text("Courthouse, department, fee, copies and local forms: none of these was verified here."),)


def _count(number: int, noun: str) -> str:
    return f"{count_words(number).capitalize()} {noun}{'' if number == 1 else 's'}"


def _left_out(matter: Matter) -> Block:
    rows = tuple(
        (
            (Text(left.item.case or left.item.number or "no number"), Text(f", count {left.item.count}")),
            (Text(left.why),),
        )
        for left in matter.plan.left_out
    )
    return Table("Items that no petition asks for", ("Item", "Why"), rows, (0.3, 0.7))
