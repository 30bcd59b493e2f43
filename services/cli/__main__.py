"""
`python -m services.cli`, run by the `copydesk` script: the command line.

A person's mistake is one line on standard error and exit status 1 (2 for a wrong command line); a
defect is one line and a traceback in the log file, never on the terminal. `commands.STATUSES` has
all.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from services.cli.commands import LazyGroup, statuses
from services.cli.output import standard_output

HOME = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Folder of inbox, database, logs; default: COPYDESK_HOME, else ./copydesk's var/.",
    ),
]
VERSION = Annotated[bool, typer.Option("--version", help="Show the version and end.")]

app = typer.Typer(
    cls=LazyGroup,
    rich_markup_mode=None,
    add_completion=True,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    epilog=statuses(),
    # of the commands below, too
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def copydesk(context: typer.Context, *, home: HOME = None, version: VERSION = False) -> None:
    """Drop article files in a folder; read clean, deduplicated articles from a SQL database."""
    if home is not None:
        # every process that a command starts shall work in the same home
        os.environ["COPYDESK_HOME"] = str(home.absolute())
    if version:
        sys.stdout.write(f"copydesk {_version()}\n")
    elif context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


def _version() -> str:
    """Return the version that `pyproject.toml` states: Copydesk is run, not installed."""
    import tomllib  # noqa: PLC0415 - one command needs it

    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def main() -> None:
    """Run the command line and end the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # a file name may hold anything; showing it must not fail
            stream.reconfigure(errors="backslashreplace")
    standard_output.prepare()
    try:
        try:
            app(prog_name="copydesk")
        finally:
            sys.stdout.flush()
    except standard_output.ReaderLeft:
        standard_output.end_as_others_do()
    except Exception as error:  # noqa: BLE001 - the last one to know; nothing is hidden
        from services.cli.output.failing import explain  # noqa: PLC0415 - loads the log's library

        sys.exit(explain(error))


if __name__ == "__main__":
    main()
