"""Law data for people to read: one piece at the command line, all of it as a page of the documentation."""

from collections.abc import Iterator

from vacatur.cli.layout import pairs, wrapped
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.law.deadlines import amount_text
from vacatur.law.offenses import Offense
from vacatur.law.pack import Pack
from vacatur.law.parameters import Held, Parameter
from vacatur.law.reliefs import Relief
from vacatur.law.rules import DeadlineRule, Event


def names() -> list[str]:
    """Everything there is to ask for."""
    law = pack()
    lines = [f"Law data, version {law.version}. `vacatur law show WHAT` shows one of these:", "", "Remedies"]
    lines += pairs((relief.id, f"{relief.name}{'' if relief.built else ' (not built)'}") for relief in law.reliefs())
    lines += ["", "Numbers and lists", *pairs((id_, law.parameter_of(id_).label) for id_ in law.parameter_ids())]
    lines += ["", "Deadlines", *pairs((id_, law.rule(id_).label) for id_ in law.rule_ids())]
    lines += ["", f"Charges: {len(law.offenses.all)} offenses by section, for example 'PC 647(b)'."]
    return lines


def lines_of(what: str) -> list[str]:
    """One piece of law; a remedy also by its section alone ("236.14"). InputError, with what is near, when there is none."""
    law = pack()
    if what in {relief.id for relief in law.reliefs()}:
        return list(_relief(law.relief(what)))
    if what in law.parameter_ids():
        return list(_parameter(law.parameter_of(what)))
    if what in law.rule_ids():
        return list(_rule(law.rule(what), law))
    code, _, section = what.rpartition(" ")
    offense = law.offense(code, section) if code else None
    if offense:
        return list(_offense(offense))
    if what.partition("(")[0] in law.sources:
        source = law.sources[what.partition("(")[0]]
        rows = [("is", source.title), ("read on", str(source.read_on or "never: cited from memory"))]
        return [
            law.citation(what),
            *pairs([_place("sources"), *rows, ("address", source.address), ("note", source.note)]),
        ]
    near = [relief for relief in law.reliefs() if any(map(str.isdigit, what)) and _bare(what) in _bare(relief.id)]
    exact = [relief for relief in near if _bare(what) in (_bare(relief.id), _bare(relief.id.partition("_")[2]))]
    if len(exact or near) == 1:
        return list(_relief((exact or near)[0]))
    raise InputError(
        f"There is nothing called '{what}' in the law data; `vacatur law show` lists what there is.",
        tuple(f"near it: {relief.id} ({relief.name})" for relief in near),
    )


def _bare(name: str) -> str:
    """Letters and digits alone: "PC 236.14" and "pc_236_14" are the same."""
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _place(file: str) -> tuple[str, str]:
    return ("stands in", f"src/vacatur/law/ca/{file}.toml")


def _relief(relief: Relief) -> Iterator[str]:
    yield f"{relief.name} ({relief.cite})"
    yield from pairs(
        [
            _place(f"reliefs/{relief.id}"),
            ("status", f"{relief.status}{'' if relief.built else ', not built: it is named, never screened'}"),
            ("reviewer", relief.reviewer or "none yet"),
            ("verified", f"through {relief.verified_through}"),
            ("mark", relief.confidence),
            ("does", relief.purpose),
            ("test", relief.test),
            ("notice", relief.notice),
            (
                "immigration",
                f"{relief.effect.code}: {relief.effect.text} ({relief.effect.cite}; {relief.effect.confidence})",
            ),
            ("rely on", relief.rely_on),
            ("do not", relief.do_not_rely_on),
        ]
    )


def _parameter(parameter: Parameter) -> Iterator[str]:
    yield from wrapped(f"{parameter.label} ({parameter.id})")
    yield from pairs(
        [
            _place(f"parameters/{parameter.id}"),
            ("unit", parameter.unit),
            ("still valid", f"on {parameter.still_valid_on}, when last checked"),
        ]
    )
    for value in parameter.values:
        yield from wrapped(f"from {value.from_day}: {plain(value.value)} ({value.cite}; {value.confidence})", 2, "- ")
        if value.note:
            yield from wrapped(value.note, 4)


def _rule(rule: DeadlineRule, law: Pack) -> Iterator[str]:
    yield f"{rule.label} ({rule.cite}; {rule.confidence})"
    counted = "; ".join(f"{_amount(term.amount, law)} {_way(rule)} {_event(term.event, law)}" for term in rule.terms)
    yield from pairs(
        [
            _place(f"deadlines/{rule.id}"),
            ("counted", counted),
            ("binds", rule.binds),
            ("service", rule.service_why),
            ("note", rule.note),
        ]
    )


def _amount(parameter: str, law: Pack) -> str:
    found = law.parameter_of(parameter)
    return amount_text(found.values[-1].number, found.unit)


def _event(event: Event, law: Pack) -> str:
    return law.words(f"clock.event_{event}")


def _way(rule: DeadlineRule) -> str:
    return "after" if rule.direction == "forward" else "before"


def _offense(offense: Offense) -> Iterator[str]:
    yield f"{offense.code} {', '.join(offense.sections)}: {offense.name}"
    letter = f"{offense.violent} ({offense.violent_confidence})"
    if offense.violent_facts:
        letter += f", by: {', '.join(offense.violent_facts)}"
    yield from pairs(
        [
            _place(f"offenses/{offense.id}"),
            ("class", f"{', '.join(offense.classes)} ({offense.confidence})"),
            ("violent", letter),
            ("note", offense.note),
        ]
    )
    for flag in offense.flags:
        when = f" [{flag.when}]" if flag.when else ""
        yield from wrapped(f"{flag.ground}{when}: {flag.text} ({flag.source}; {flag.confidence})", 2, "- ")


def plain(value: Held) -> str:
    """A value for people."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value)
    return "repealed" if value is None else str(value)


def law_page() -> str:
    """The reference page of the law data, in Markdown."""
    return "\n".join(_page(pack())) + "\n"


def _page(law: Pack) -> Iterator[str]:
    yield from ("# The law data", "", "<!-- Made by `vacatur law show --markdown`. -->", "")
    yield (
        f"Version {law.version}. Marks: C2 confirmed by two sources, C1 one source read, inf inferred, M from memory. "
        "Only C2 and C1 may decide; the others may flag, and a lawyer decides. How to change it: "
        "[Change the law](../how-to/change-the-law.md). Every remedy is a draft until counsel signs."
    )
    yield from ("", "## Remedies", "", "| id | remedy | cite | built | for immigration | mark |", _rule_row(6))
    for relief in law.reliefs():
        effect = f"{relief.effect.code}: {relief.effect.text} ({relief.effect.confidence})"
        yield _row(f"`{relief.id}`", relief.name, relief.cite, plain(relief.built), effect, relief.confidence)
    yield from (
        "",
        "## Numbers and lists",
        "",
        "| id | what | value | unit | from | cite | mark | still valid on |",
        _rule_row(8),
    )
    for id_ in law.parameter_ids():
        parameter = law.parameter_of(id_)
        for value in parameter.values:
            yield _row(
                *(f"`{id_}`", parameter.label, plain(value.value), parameter.unit, value.from_day, value.cite),
                *(value.confidence, parameter.still_valid_on),
            )
    yield from ("", "## Deadlines", "", "| rule | what | counted from | binds | cite | mark |", _rule_row(6))
    for id_ in law.rule_ids():
        rule = law.rule(id_)
        yield _row(f"`{id_}`", rule.label, ", ".join(rule.events), rule.binds, rule.cite, rule.confidence)
    yield from _violent(law)
    yield from _holidays(law)


def _violent(law: Pack) -> Iterator[str]:
    yield from (
        "",
        "## The violent felony list",
        "",
        "| entry | what | from | class | sections | turns on | cite |",
        _rule_row(7),
    )
    for entry in law.violent_list.all:
        for rule in entry.rules:
            sections = ", ".join(section.text for section in rule.sections) or "any felony"
            facts = ", ".join((*rule.facts, *rule.enhancements))
            yield _row(entry.id, rule.label, rule.from_day, rule.violent_class, sections, facts, rule.cite)


def _holidays(law: Pack) -> Iterator[str]:
    yield from ("", "## Judicial holidays", "", "| year | published by the courts | days | cite |", _rule_row(4))
    for year in sorted(law.calendar.years.values(), key=lambda one: one.year):
        days = ", ".join(day.strftime("%m-%d") for day in sorted(year.holidays))
        yield _row(year.year, plain(year.verified), days, year.cite)


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _rule_row(count: int) -> str:
    return _row(*["---"] * count)
