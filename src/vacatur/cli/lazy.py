"""A group of commands, each imported only when it is called."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

COMMANDS = {
    "read": "vacatur.cli.read:read",
    "screen": "vacatur.cli.screen:screen",
    "packet": "vacatur.cli.packet:packet",
    "clock": "vacatur.cli.clock:clock",
    "diff": "vacatur.cli.diff:diff",
    "law": "vacatur.cli.law:app",
}


def load(name: str) -> Any:
    """The command called `name`: a function made into a command, or a whole group (`law`)."""
    module, attribute = COMMANDS[name].split(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name)(found)
        found = app
    command = get_command(found)
    command.name = name
    return command


class LazyGroup(TyperGroup):
    """`vacatur COMMAND`: `--help` loads all commands, a call only its own."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """In the order a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | None:  # type: ignore[override]
        """The command of that name, or None."""
        return load(cmd_name) if cmd_name in COMMANDS else None
