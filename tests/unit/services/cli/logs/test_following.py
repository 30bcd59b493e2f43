"""`logs --follow` and Ctrl-C, whenever it comes."""

from __future__ import annotations

import subprocess
import sys

INTERRUPTED = """
import os, signal, sys
from io import BufferedWriter, FileIO, TextIOWrapper
from services.cli.logs import command as logs

class Interrupted(FileIO):
    def write(self, data):
        written = super().write(data)
        os.kill(os.getpid(), signal.SIGINT)
        return written

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.stdout = TextIOWrapper(BufferedWriter(Interrupted(1, "wb", closefd=False)))
logs._go_on(["first\\n", "second\\n"], sys.stdout.write)
"""
"""A process that Ctrl-C reaches when a line is written, before anybody knows that it is."""


def test_a_line_that_is_under_way_is_shown_once() -> None:
    """Those behind it are not."""
    shown = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], check=False, capture_output=True, text=True
    )
    assert shown.stdout == "first\n"
