"""What a person is told when a command fails: one sentence, and where the rest is."""

from __future__ import annotations

import os
import sys

import structlog

from shared import config, logs
from shared.errors import CopydeskError
from shared.logs.masking import masked


def explain(error: Exception) -> int:
    """Say what went wrong on standard error, keep the traceback of a defect; return the status."""
    if isinstance(error, CopydeskError):
        say(str(error))
    elif isinstance(error, PermissionError | FileNotFoundError | IsADirectoryError):
        say(f"{error.filename}: {os.strerror(error.errno or 0)}")
    else:
        say(f"a defect in Copydesk: {type(error).__name__}: {error}".split("\n")[0])
        say(_keep(error))
    return 1


def say(message: str) -> None:
    """Write a line for the person, apart from the output."""
    sys.stderr.write(f"copydesk: {masked(message)}\n")


def _keep(error: Exception) -> str:
    """Write the traceback to the log; return the sentence that says where it is."""
    try:
        settings = config.load()
        logs.configure("cli", settings, console=False)
    except (CopydeskError, OSError) as second:
        return f"the log cannot be written either: {second}"
    structlog.get_logger(__name__).error(
        "command_failed", command=" ".join(sys.argv[1:]), exc_info=error
    )
    return f"the traceback is in {settings.logs / logs.LOG_FILE} (event command_failed)"
