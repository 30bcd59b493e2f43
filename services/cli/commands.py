"""
The commands, and a group that imports a command's module only when it is run.

`copydesk --help` and shell completion know every command from this table alone; `copydesk logs`
never loads the database's library, `copydesk status` never loads a parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from shared.loading import no_collection

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is, and what it does in one sentence."""

    place: str
    """`module:name` below this package: a function with Typer's annotations, or a Typer app."""
    does: str


COMMANDS = {
    "up": Entry("roles.running:up", "Run everything on this machine until Ctrl-C."),
    "status": Entry(
        "status.command:status", "Show deliveries by outcome, queues, rate and time left."
    ),
    "trace": Entry("tracing.command:trace", "Show the whole way of one file, article or story."),
    "search": Entry("articles.searching:search", "Find articles by their words, newest first."),
    "logs": Entry("logs.command:logs", "Show the log for people; follow and filter it."),
    "import": Entry(
        "imports.importing:import_", "Take in files and folders that are there already."
    ),
    "imports": Entry(
        "imports.steering:app", "List imports and their reports; pause, resume, cancel one."
    ),
    "export": Entry("articles.export:export", "Write the stored articles, one JSON object a line."),
    "parse": Entry("articles.parse:parse", "Read files into articles: no server, no database."),
    "quarantine": Entry(
        "keeping.quarantine:app", "List, show, replay or discard what was not taken."
    ),
    "reprocess": Entry("keeping.reprocess:reprocess", "Read kept bytes again, by newer parsers."),
    "dedup": Entry("articles.dedup:app", "Explain why two articles are one story; find all again."),
    "doctor": Entry("setup.doctor:doctor", "Check this machine and say what to do."),
    "config": Entry("setup.configuration:app", "Show the settings and where they come from."),
    "token": Entry("setup.tokens:app", "Make, list and revoke tokens for the API and the desk."),
    "backup": Entry(
        "keeping.backup:backup", "Copy rows and received bytes into a folder, while running."
    ),
    "restore": Entry("keeping.backup:restore", "Fill an empty Copydesk from a backup."),
    "retain": Entry(
        "keeping.retain:retain", "Throw away what has had its time, as the settings say."
    ),
    "migrate": Entry("setup.migrate:migrate", "Bring the database to this version's tables."),
    "watch": Entry("roles.watch:watch", "Run the watcher alone (production)."),
    "worker": Entry("roles.running:worker", "Run one worker alone (production)."),
    "sweep": Entry("roles.sweep:sweep", "Run the sweeper alone (production)."),
    "api": Entry("roles.api:api", "Run the read API alone (production)."),
}
"""In the order of the help: what people use daily comes first."""


STATUSES = {
    0: "done",
    1: "not done, or not all of it: standard error says why",
    2: "the command line is wrong: standard error says where",
    130: "ended by Ctrl-C",
    141: "whoever read the output has left, as `| head` does",
}
"""Exit statuses, of every command."""


def examples(*lines: str, fails: str = "not done: standard error says why") -> str:
    r"""
    Return the end of a command's help: lines to copy, and the exit statuses.

    `fails` says when it ends with 1; `\b` keeps Typer from filling the lines.
    """
    shown = ["\b", "Examples:", *(f"  {line}" for line in lines)]
    return "\n".join(
        [*shown, "", "\b", "Exit status:", f"  0 done; 1 {fails}; 2 wrong command line"]
    )


def statuses() -> str:
    """Return the exit statuses for the end of the first help."""
    lines = [f"  {number:<4} {meaning}" for number, meaning in STATUSES.items()]
    return "\n".join(["\b", "Exit status:", *lines, "", "`copydesk COMMAND --help` has examples."])


def named_nearest(message: str) -> str:
    """Return what is wrong with a value, and which of those there are was meant by it."""
    message = message.removeprefix("Value error, ")
    found = re.match(r"'(.*)' is not one of (.*?)\.?$", message)
    if found is None:
        return message
    near = get_close_matches(found[1], re.findall(r"'([^']*)'", found[2]), n=1)
    return f"{message.rstrip('.')}. Did you mean '{near[0]}'?" if near else message


def new_app(text: str) -> typer.Typer:
    """Return an app for a command that has commands of its own."""
    return typer.Typer(help=text, no_args_is_help=True, rich_markup_mode=None, add_completion=False)


def load(name: str) -> Any:  # noqa: ANN401 - Typer keeps the class of its commands to itself
    """Import a command and return it as Typer runs it."""
    module_name, _, attribute = COMMANDS[name].place.partition(":")
    with no_collection():
        module = import_module(f"services.cli.{module_name}")
    found: typer.Typer | Callable[..., Any] = getattr(module, attribute)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    app = new_app(COMMANDS[name].does)
    app.command(name, epilog=_examples(module, name))(found)
    return typer.main.get_command(app)


def _examples(module: ModuleType, name: str) -> str:
    """Return a command's examples; without any it is not finished."""
    given: dict[str, str] = getattr(module, "EXAMPLES", {})
    assert name in given, f'{module.__name__} wants EXAMPLES = {{"{name}": examples(…)}}'
    return given[name]


MEANT: Final = {
    **dict.fromkeys(("start", "run", "serve", "server"), "Copydesk is started by 'up'."),
    **dict.fromkeys(
        ("stop", "down", "quit", "kill", "shutdown"),
        "What was started by 'up' is stopped by Ctrl-C there, or by SIGTERM.",
    ),
    "restart": "End 'up' by Ctrl-C, and start it again: it goes on where it was.",
    "version": "The version is shown by '--version'.",
    **dict.fromkeys(("add", "load", "ingest"), "Files are taken in by 'import'."),
    **dict.fromkeys(("list", "ls"), "See 'status', 'imports', 'search' or 'quarantine list'."),
    **dict.fromkeys(("retry", "replay"), "Read again by 'quarantine replay' or 'reprocess'."),
    "check": "This machine is checked by 'doctor'.",
}
"""What people type who come from other programs, and what they mean by it."""


def home_first(words: list[str]) -> list[str]:
    """
    Return a command line with `--home DIR` before its command: many write it behind.

    One without its DIR is all that is returned: that is what is wrong with the line.
    """
    end = words.index("--") if "--" in words else len(words)
    homes: list[str] = []
    others: list[str] = []
    said = iter(words[:end])
    for word in said:
        if word == "--home":
            named = [word, *islice(said, 1)]
            if len(named) == 1:
                return named
            homes += named
        else:
            (homes if word.startswith("--home=") else others).append(word)
    return [*homes, *others, *words[end:]]


def help_last(words: list[str]) -> list[str]:
    """Return a command line that asks as `help status` does as `status --help`."""
    at = 0
    while at < len(words) and words[at].startswith("--home"):
        at += 1 if "=" in words[at] else 2
    if words[at : at + 1] != ["help"]:
        return words
    return [*words[:at], *words[at + 1 :], "--help"]


class LazyGroup(TyperGroup):
    """Lists every command by its sentence; loads the one that is run."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - handed on as Typer gives it
        """Fill the list with placeholders."""
        super().__init__(**given)
        for name, entry in COMMANDS.items():
            self.add_command(TyperCommand(name, help=entry.does, rich_markup_mode=None))

    def parse_args(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - Typer's own types
        """Take the home from wherever it stands, and `help` as a question."""
        if "" in args and "search" not in args and not ctx.resilient_parsing:
            # as a path it would name the folder in which the person happens to be
            ctx.fail("One of the words is empty: '', or a variable that is not set?")
        return super().parse_args(ctx, help_last(home_first(args)))

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer's own types
        """Run the command; a value that is none of those there are is told the nearest of them."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = named_nearest(error.message)
            raise

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - Typer's own types
        """Return the real command in the placeholder's stead; say what an unknown one means."""
        if args and args[0] in MEANT and not ctx.resilient_parsing:
            ctx.fail(f"No such command {args[0]!r}. {MEANT[args[0]]}")
        name, placeholder, rest = super().resolve_command(ctx, args)
        return name, load(name) if name in COMMANDS else placeholder, rest
