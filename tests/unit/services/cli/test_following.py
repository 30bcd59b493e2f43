"""`logs --follow` and Ctrl-C, whenever it comes."""

from __future__ import annotations

import os
import signal
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import TYPE_CHECKING

from services.cli import logs

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class Interrupted(FileIO):
    """Is interrupted when bytes are written, before anybody knows that they are."""

    def write(self, data: object, /) -> int:
        """Write; then Ctrl-C comes."""
        written = super().write(data)  # type: ignore[arg-type]  # handed on
        os.kill(os.getpid(), signal.SIGINT)
        return written


def test_a_line_that_is_under_way_is_shown_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those behind it are not."""
    shown = tmp_path / "shown"
    with TextIOWrapper(BufferedWriter(Interrupted(shown, "wb"))) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        logs._go_on(["first\n", "second\n"], stream.write)
        monkeypatch.undo()
    assert shown.read_text() == "first\n"
