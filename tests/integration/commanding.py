"""The command line in this process: fast, and with its real treatment of errors."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.cli.__main__ import main

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Runs commands in the environment of one test."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, *arguments: str, status: int = 0) -> Done:
        """Run a command and check its exit status."""
        self.monkeypatch.setattr(sys, "argv", ["copydesk", *arguments])
        self.capsys.readouterr()
        try:
            main()
            ended = 0
        except SystemExit as end:
            ended = end.code if isinstance(end.code, int) else int(end.code is not None)
        said = self.capsys.readouterr()
        assert ended == status, f"{arguments}: {said.out}\n{said.err}"
        assert "Traceback" not in said.out + said.err
        return Done(ended, said.out, said.err)


def forget_logs() -> None:
    """Close the log files that commands opened: in production each command is a process."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler, logging.FileHandler):
            root.removeHandler(handler)
            handler.close()
