"""The first page of a pleading, and how the petitioner and counsel are named in public: initials only."""

from vacatur.drafting.asking import missing, missing_in
from vacatur.drafting.blocks import Caption, Fact, Inline, Inlines, Text
from vacatur.drafting.days import count_words
from vacatur.drafting.matter import Matter
from vacatur.drafting.telling import said_by
from vacatur.planning.counties import UNKNOWN
from vacatur.records.facts import Counsel, Petitioner

_MOST_NUMBERS = 5


def initials(petitioner: Petitioner) -> Inline:
    """The petitioner in public papers. Where only the name was given, its first letters; never a letter of a sheet."""
    if petitioner.initials:
        return Fact("petitioner.initials", petitioner.initials, said_by(petitioner.attested))
    if petitioner.name:
        letters = "".join(f"{word[0].upper()}." for word in petitioner.name.replace(",", " ").split())
        return Fact("petitioner.name", letters, f"first letters of the name; {said_by(petitioner.attested)}")
    return missing("petitioner.initials")


def county_name(matter: Matter) -> str | None:
    """The county's name as a caption writes it; `None` while nobody has said which county it is."""
    county = matter.petition.county
    return None if county == UNKNOWN else matter.pack.courts.county_name(county) or county.replace("_", " ").title()


def county(matter: Matter) -> Inline:
    """The county in a sentence, or the bracket that asks for it."""
    name = county_name(matter)
    return Text(name) if name else missing_in(matter.rows[0], "county")


def counsel_name(counsel: Counsel) -> Inline:
    """The attorney of record."""
    return _said(counsel, "name", counsel.name)


def counsel_lines(counsel: Counsel) -> tuple[Inlines, ...]:
    """Attorney, bar number, office, address, telephone and e-mail, each its own line (CRC 2.111)."""
    first = (counsel_name(counsel), Text(" (SBN "), _said(counsel, "bar_number", counsel.bar_number), Text(")"))
    office = ((_said(counsel, "organization", counsel.organization),),) if counsel.organization else ()
    address = tuple((Fact("counsel.address", line, said_by(counsel.attested)),) for line in counsel.address)
    return (
        first,
        *office,
        *(address or ((missing("counsel.address"),),)),
        (Text("Telephone: "), _said(counsel, "phone", counsel.phone)),
        (Text("E-mail: "), _said(counsel, "email", counsel.email)),
    )


def caption(matter: Matter, title: tuple[Inlines, ...], notice: Inlines = ()) -> Caption:
    """The caption that every pleading of the petition shares, with its own title."""
    who = initials(matter.facts.petitioner)
    return Caption(
        counsel=counsel_lines(matter.facts.counsel),
        attorney_for=(Text("Attorney for Petitioner "), who),
        court=(Text("SUPERIOR COURT OF THE STATE OF CALIFORNIA"),),
        county=(Text("COUNTY OF "), _capitals(county(matter))),
        party=_party(matter, who),
        case_numbers=case_numbers(matter),
        title=title,
        notice=notice,
    )


def case_numbers(matter: Matter) -> tuple[Inlines, ...]:
    """The case numbers of the petition, each once; a long list ends with a pointer to the count table. The number of a
    juvenile court stands in no public caption.
    """
    cases = {row.item.case: row for row in matter.rows if row.item.case and not row.item.juvenile}
    facts = [Fact(row.record_key("case"), case, source(matter, row.item.source)) for case, row in cases.items()]
    lines: list[Inlines] = [(Text("Case No. "), fact) for fact in facts[:_MOST_NUMBERS]]
    if len(facts) > _MOST_NUMBERS:
        lines.append((Text("and the cases listed in the count table"),))
    if arrests := sum(row.kind == "arrest" for row in matter.rows):
        words = "arrest without a case" if arrests == 1 else f"{count_words(arrests)} arrests without a case"
        lines.append((Text(f"and {'one ' if arrests == 1 else ''}{words}" if lines else words.capitalize()),))
    return tuple(lines) or ((Text("Numbers in the confidential identification sheet"),),)


def source(matter: Matter, place: object) -> str:
    """Where the sheet says so: its page and line."""
    return f"{matter.record.file}, page {getattr(place, 'page', 1)}, line {getattr(place, 'line', 1)}"


def _party(matter: Matter, who: Inline) -> tuple[Inlines, ...]:
    if not any(row.item.case and not row.item.juvenile for row in matter.rows):
        return ((Text("In re the Petition of"),), (who, Text(",")), (Text("Petitioner."),))
    return (
        (Text("THE PEOPLE OF THE STATE OF CALIFORNIA,"),),
        (Text("Plaintiff and Respondent,"),),
        (Text("v."),),
        (who, Text(",")),
        (Text("Defendant and Petitioner."),),
    )


def _capitals(inline: Inline) -> Inline:
    return Text(inline.text.upper()) if isinstance(inline, Text) else inline


def _said(counsel: Counsel, name: str, value: str | None) -> Inline:
    key = f"counsel.{name}"
    return Fact(key, value, said_by(counsel.attested)) if value else missing(key)
