"""`vacatur`: the library at the command line. Exit 0 is done; 2 is bad input, told in one sentence, with nothing written."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from vacatur import __version__
from vacatur.cli.lazy import LazyGroup
from vacatur.kit.errors import InputError

BAD_INPUT = 2
BROKEN_PIPE = 1

app = typer.Typer(cls=LazyGroup, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"vacatur {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def vacatur(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read a RAP sheet, say what the law offers for it, and write the papers.

    Everything stays on this machine. What it finds is advice to a lawyer, never a decision.
    """
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())


def run(args: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code; the entry point hands it to the shell."""
    try:
        code = app(args=args, prog_name="vacatur", standalone_mode=False)
        sys.stdout.flush()
    except InputError as error:
        return _refuse(error.sentence, *error.details)
    except TyperException as error:
        return _refuse(_one_sentence(error))
    except Abort:
        return _refuse("Stopped.")
    except BrokenPipeError:  # the reader of our output went away: `vacatur read ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return code if isinstance(code, int) else 0


def _refuse(sentence: str, *details: str) -> int:
    print(sentence, *(f"- {detail}" for detail in details), sep="\n", file=sys.stderr)
    return BAD_INPUT


def _one_sentence(error: TyperException) -> str:
    sentence = " ".join(error.format_message().split())
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
