"""Lines of JSON on standard output: UTF-8 whatever the terminal's own encoding is."""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def json_of(value: Mapping[str, object]) -> str:
    """Return a mapping as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, default=str)


def write_line(line: str) -> None:
    """Write one line to standard output."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
        stream.reconfigure(encoding="utf-8")
    stream.write(line + "\n")
