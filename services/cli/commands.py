"""
The commands, and a group that imports a command's module only when it is run.

`copydesk --help` and shell completion know every command from this table alone; `copydesk logs`
never loads the database's library, `copydesk status` never loads a parser.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is, and what it does in one sentence."""

    place: str
    """`module:name` below this package: a function with Typer's annotations, or a Typer app."""
    does: str


COMMANDS = {
    "up": Entry("running:up", "Run everything on this machine until Ctrl-C."),
    "status": Entry("status:status", "Show deliveries by outcome, queues, rate and time left."),
    "trace": Entry("tracing:trace", "Show the whole way of one file, article or story."),
    "search": Entry("searching:search", "Find articles by their words, newest first."),
    "logs": Entry("logs:logs", "Show the log for people; follow and filter it."),
    "import": Entry("importing:import_", "Take in files and folders that are there already."),
    "imports": Entry("imports:app", "List imports and their reports; pause, resume, cancel one."),
    "export": Entry("export:export", "Write the stored articles, one JSON object a line."),
    "parse": Entry("parse:parse", "Read files into articles: no server, no database."),
    "quarantine": Entry("quarantine:app", "List, show, replay or discard what was not taken."),
    "dedup": Entry("dedup:app", "Explain why two articles are one story; find all again."),
    "doctor": Entry("doctor:doctor", "Check this machine and say what to do."),
    "config": Entry("configuration:app", "Show the settings and where they come from."),
    "token": Entry("tokens:app", "Make, list and revoke tokens for the API and the desk."),
    "backup": Entry("backup:backup", "Copy rows and received bytes into a folder, while running."),
    "restore": Entry("backup:restore", "Fill an empty Copydesk from a backup."),
    "retain": Entry("retain:retain", "Throw away what has had its time, as the settings say."),
    "migrate": Entry("migrate:migrate", "Bring the database to this version's tables."),
    "watch": Entry("watch:watch", "Run the watcher alone (production)."),
    "worker": Entry("running:worker", "Run one worker alone (production)."),
    "sweep": Entry("sweep:sweep", "Run the sweeper alone (production)."),
    "api": Entry("api:api", "Run the read API alone (production)."),
}
"""In the order of the help: what people use daily comes first."""


def examples(*lines: str) -> str:
    r"""Return the end of a command's help; `\b` keeps Typer from filling the lines."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


def new_app(text: str) -> typer.Typer:
    """Return an app for a command that has commands of its own."""
    return typer.Typer(help=text, no_args_is_help=True, rich_markup_mode=None, add_completion=False)


def load(name: str) -> Any:  # noqa: ANN401 - Typer keeps the class of its commands to itself
    """Import a command and return it as Typer runs it."""
    module_name, _, attribute = COMMANDS[name].place.partition(":")
    module = import_module(f"services.cli.{module_name}")
    found: typer.Typer | Callable[..., Any] = getattr(module, attribute)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    app = new_app(COMMANDS[name].does)
    app.command(name, epilog=module.EXAMPLES[name])(found)
    return typer.main.get_command(app)


class LazyGroup(TyperGroup):
    """Lists every command by its sentence; loads the one that is run."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - handed on as Typer gives it
        """Fill the list with placeholders."""
        super().__init__(**given)
        for name, entry in COMMANDS.items():
            self.add_command(TyperCommand(name, help=entry.does, rich_markup_mode=None))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - Typer's own types
        """Return the real command in the placeholder's stead."""
        name, placeholder, rest = super().resolve_command(ctx, args)
        return name, load(name) if name in COMMANDS else placeholder, rest
