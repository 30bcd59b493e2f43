"""The container's image: it has what the program reads of its own folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from shared.config import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COPIED = re.compile(r"^COPY (?!--from)([^\n]+) (?:\S+)$", re.MULTILINE)


def copied() -> list[str]:
    """Return what the image takes of this folder."""
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
    return [path for paths in COPIED.findall(dockerfile) for path in paths.split()]


def test_all_that_the_image_takes_is_given_to_its_builder() -> None:
    """`.dockerignore` keeps everything back but what it names."""
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert [path for path in copied() if f"!{path}" not in allowed] == []


def test_a_command_in_the_image_knows_its_version(tmp_path: Path) -> None:
    """From the files that are copied, and no others."""
    for path in copied():
        if "/" not in path:
            (tmp_path / path).symlink_to(ROOT / path)
    said = subprocess.run(
        [sys.executable, "-m", "services.cli", "--version"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.fullmatch(r"copydesk \d+\.\d+\.\d+\n", said.stdout), said.stderr
