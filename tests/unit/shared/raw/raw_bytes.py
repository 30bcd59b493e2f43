"""Bytes for the tests of the raw store."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


TEXT = b"A grain ship ran aground."

SHA = hashlib.sha256(TEXT).hexdigest()


def source(tmp_path: Path, data: bytes = TEXT) -> str:
    path = tmp_path / "source.txt"
    path.write_bytes(data)
    return str(path)
