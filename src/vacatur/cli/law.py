"""`vacatur law`: the lawyers' commands. Check the data, see what is old, look something up, run the worked cases."""

from typing import Annotated

import typer

from vacatur.cli.days import day_option
from vacatur.cli.layout import pairs, wrapped
from vacatur.kit.errors import InputError

OLD_MONTHS = 12  # a release is not made on law checked longer ago
app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

AsOf = Annotated[str, typer.Option("--as-of", metavar="DAY", help="The day asked about, as YYYY-MM-DD.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="Print the page of the documentation instead.")]
What = Annotated[
    str | None,
    typer.Argument(metavar="WHAT", help="A remedy, a number, a deadline, a charge ('PC 647(b)') or a cite."),
]
Refuse = Annotated[bool, typer.Option("--refuse", help="Exit with 2 when anything is older than twelve months.")]


@app.callback()
def law() -> None:
    """Look after the law data: it is checked, dated, cited and worked out in cases."""


@app.command(short_help="Check all law data.")
def check() -> None:
    """Check all law data: files, dates, citations, words, and that each remedy has its worked cases."""
    from vacatur.law import pack
    from vacatur.law.checks import check as run_checks

    report = run_checks(pack())
    if report.problems:
        raise InputError(f"The law data has {_problems(len(report.problems))}.", tuple(report.problems))
    print(f"The law data is in order (version {pack().version}). Checked:")
    print("\n".join(pairs((f"{how_many:>4}", what) for what, how_many in report.counts.items())))


@app.command(short_help="List the law that was checked longest ago.")
def stale(as_of: AsOf, refuse: Refuse = False) -> None:
    """List when each piece of law was last checked against its text, the oldest first."""
    from vacatur.law import pack
    from vacatur.law.stale import stale as oldest_first

    found = oldest_first(pack(), day_option(as_of, "--as-of"))
    old = [one for one in found if one.months >= OLD_MONTHS]
    if refuse and old:
        raise InputError(
            f"{len(old)} pieces of law were last checked more than {OLD_MONTHS} months before {as_of}.",
            tuple(f"{one.file} ({one.cite}): {one.checked_on}" for one in old),
        )
    for one in found:
        print(f"{one.checked_on}  {one.months:>3} months  {one.file}  ({one.cite})")


@app.command(short_help="Show one piece of law, or list what there is.")
def show(what: What = None, markdown: Markdown = False) -> None:
    """Show one piece of law with its citation and mark; without WHAT, everything there is to ask for."""
    from vacatur.cli.law_pages import law_page, lines_of, names

    if markdown:
        print(law_page(), end="")
    elif what is None:
        print("\n".join(names()))
    else:
        print("\n".join(lines_of(what)))


@app.command(short_help="Run every worked case.")
def cases(markdown: Markdown = False) -> None:
    """Run every worked case and say which come out otherwise than a lawyer wrote."""
    from vacatur.cli.worked_cases import differences
    from vacatur.law import pack
    from vacatur.law.case_pages import cases_page
    from vacatur.law.cases import load_cases

    worked = load_cases(pack().root)
    if markdown:
        print(cases_page(worked, pack()), end="")
        return
    wrong = [f"{case.relief}, {case.name}: {text}" for case in worked for text in differences(case, pack())]
    if wrong:
        raise InputError(f"Of {len(worked)} worked cases, some come out otherwise than expected.", tuple(wrong))
    print("\n".join(wrapped(f"All {len(worked)} worked cases come out as written.")))


def _problems(count: int) -> str:
    return "1 problem" if count == 1 else f"{count} problems"
